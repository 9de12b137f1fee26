import type { Browser, Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';

import { axeFaults } from './axe.ts';
import { phone, picture, signedIn } from './desk.ts';
import { asked } from './given-desk.ts';
import { theBrowser } from './kept-pages.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await theBrowser();
});

type Letter = { readonly id: string; readonly state: string; readonly unitId: string; readonly personId: string; readonly person: string };
type Held = { readonly appointmentId: string; readonly personId: string; readonly post: string; readonly from: string };

const lettersOf = async (page: Page) => (await asked<{ items: Letter[] }>(page, 'get', '/responsibilities/letters/mine')).items;

/** 转岗: out of the old team and into another one of the group, from today on. */
async function givenMove(office: Page, { personId, unitId }: Letter): Promise<void> {
  const held = await asked<Held[] | { items: Held[] }>(office, 'get', `/workforce/units/${unitId}/appointments`);
  const found = ('items' in held ? held.items : held).find((each) => each.personId === personId && each.post === 'staff');
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
  const ended = await office
    .context()
    .request.post(`/api/v1/workforce/appointments/${found?.appointmentId}/ending`, { data: { to: today } });
  expect(ended.ok()).toBe(true);
  const { items } = await asked<{ items: { id: string; kind: string }[] }>(office, 'get', '/units/search?q=缝制二组');
  const other = items.find(({ id }) => id !== unitId);
  await asked(office, 'post', '/workforce/appointments', { personId, unitId: other?.id, post: 'staff', from: today });
}

/** Opening a year sends the clock round at once; whoever has moved meanwhile is found on its way. */
async function givenRound(office: Page): Promise<void> {
  const year = new Date().getFullYear() + 1;
  const said = { year, name: `${year}年度安全生产责任书`, fromOn: `${year}-01-05`, signByOn: `${year}-01-31` };
  const { id } = await asked<{ id: string }>(office, 'post', '/responsibilities/campaigns', said);
  await asked(office, 'post', `/responsibilities/campaigns/${id}/opening`);
}

test('a worker who moves owes a new letter: issued from above, read and signed on the phone, the old one superseded', async () => {
  const office = await signedIn(browser, 'hqSafety');
  const worker = await signedIn(browser, 'worker', phone);
  const faults: string[] = [];
  for (const page of [office, worker]) page.on('pageerror', (fault) => faults.push(String(fault)));
  const [before] = await lettersOf(worker);
  if (before === undefined) throw new Error('the worker has no letter');
  await office.goto('/responsibilities/letters');
  await office.getByRole('cell', { name: /%$/ }).first().waitFor();
  await picture(office, 'letters-coverage');
  faults.push(...(await axeFaults(office)));

  await givenMove(office, before);
  await givenRound(office);
  await expect.poll(async () => (await lettersOf(worker)).some(({ state }) => state === 'draft'), { timeout: 15_000 }).toBe(true);

  const fresh = (await lettersOf(worker)).find(({ state }) => state === 'draft');
  await office.goto(`/responsibilities/letters/${fresh?.id}`);
  await office.getByText('责任书还没有下达').waitFor();
  await office.getByRole('button', { name: /下\s*达/ }).click();
  await office
    .getByRole('dialog')
    .getByRole('button', { name: /确\s*[认定]/ })
    .click();
  await office.getByText('待签订').first().waitFor();
  await picture(office, 'letters-issued');
  faults.push(...(await axeFaults(office)));

  await worker.goto('/m/duties');
  await worker.getByRole('button', { name: /待签订/ }).click();
  await worker.getByText(`责 任 人：${before.person}`).waitFor();
  await picture(worker, 'letters-phone-read');
  await worker.getByRole('button', { name: '我已阅读全文，签订' }).click();
  await worker.getByText('已于').waitFor();
  await picture(worker, 'letters-phone-signed');
  faults.push(...(await axeFaults(worker)));

  await office.goto(`/responsibilities/letters?ended=true&search=${encodeURIComponent(before.person)}`);
  await office.getByText('已被替换').first().waitFor();
  await office.getByText('岗位变动').first().waitFor();
  await picture(office, 'letters-superseded');
  expect(faults).toEqual([]);
});

test('a head sees what he owes, what has discharged it, and how his units stand', async () => {
  const head = await signedIn(browser, 'unitHead');
  const faults: string[] = [];
  head.on('pageerror', (fault) => faults.push(String(fault)));
  for (const [path, seen] of [
    ['mine', '我的责任书'],
    ['duties', '履职进度'],
    ['leads', '次数要求'],
    ['catalogue', '建立健全并落实全员安全生产责任制'],
  ] as const) {
    await head.goto(`/responsibilities/${path}`);
    await head.getByText(seen).first().waitFor();
    await picture(head, `duties-${path}`);
    faults.push(...(await axeFaults(head)));
  }
  expect(faults).toEqual([]);
});
