import type { APIResponse, Page } from 'playwright-core';

/** What is arranged by the API, by whoever is signed in on the page. */
export async function asked<Answer>(page: Page, method: 'get' | 'post', path: string, data?: object): Promise<Answer> {
  const { request } = page.context();
  const address = `/api/v1${path}`;
  const answer: APIResponse = method === 'get' ? await request.get(address) : await request.post(address, { data: data ?? {} });
  if (!answer.ok()) throw new Error(`${method} ${path} was answered ${answer.status()}: ${await answer.text()}`);
  return (await answer.json()) as Answer;
}

export type OpenedAccount = { readonly accountId: string; readonly name: string; readonly login: string; readonly password: string };

/** A fresh account of somebody who had none, opened by the system administrator of the page. */
export async function givenOpenedAccount(page: Page): Promise<OpenedAccount> {
  const { items } = await asked<{ items: { id: string }[] }>(page, 'get', '/account-candidates?limit=1');
  const { slips } = await asked<{ slips: OpenedAccount[] }>(page, 'post', '/accounts', { personIds: items.map(({ id }) => id) });
  const [slip] = slips;
  if (slip === undefined) throw new Error('nobody lacks an account any more');
  return slip;
}

type Unit = { readonly id: string; readonly name: string };

/** The group itself. */
export async function givenRoot(page: Page): Promise<Unit> {
  const { items } = await asked<{ items: Unit[] }>(page, 'get', '/units');
  const [root] = items;
  if (root === undefined) throw new Error('there is no group');
  return root;
}

let made = 0;

/** A unit of its own for one test, below another; made by the group's office of the page. */
export async function givenUnit(page: Page, parentId: string, kind: 'subsidiary' | 'factory' | 'workshop' = 'subsidiary'): Promise<Unit> {
  made += 1;
  const name = `试验单位${process.pid}-${made}`;
  const body = { parentId, kind, name, code: `E2E-${process.pid}-${made}`, on: '2026-01-05', reason: '浏览器测试' };
  const { id } = await asked<{ id: string }>(page, 'post', '/units', body);
  return { id, name };
}
