import type { Browser, Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';

import { axeFaults } from './axe.ts';
import { nobody, phone, picture, signedIn } from './desk.ts';
import { asked, givenRoot, givenUnit, type OpenedAccount } from './given-desk.ts';
import { theBrowser } from './kept-pages.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await theBrowser();
});

type Made = { readonly id: string };

type Newcomer = { readonly unitId: string; readonly personId: string; readonly name: string };

type Wanted = { readonly unitId: string; readonly personId: string; readonly level: string; readonly assessed: boolean };

function sessionOf({ unitId, personId, level, assessed }: Wanted) {
  const ended = new Date(Date.now() - 60_000);
  const times = { startsAt: new Date(ended.getTime() - 6 * 3_600_000).toISOString(), endsAt: ended.toISOString() };
  const words = { category: 'threeLevel', title: '新员工安全教育', classHours: 8, place: '培训室', trainer: '安全员' };
  return { unitId, level, assessed, ...words, ...times, audience: { personIds: [personId] } };
}

/** One of the three levels on its page: he is ticked, with the result where there is one, and the session is closed. */
async function attendLevel(page: Page, newcomer: Newcomer, { level, assessed }: Pick<Wanted, 'level' | 'assessed'>): Promise<string[]> {
  const { id } = await asked<Made>(page, 'post', '/training/sessions', sessionOf({ ...newcomer, level, assessed }));
  await page.goto(`/training/sessions?session=${id}`);
  await page.getByRole('img', { name: '扫码签到' }).waitFor();
  const mark = page.waitForResponse((each) => each.url().endsWith('/marks'));
  await page.getByRole('button', { name: `${newcomer.name} ${assessed ? '合格' : '到场'}` }).click();
  expect((await mark).status()).toBe(200);
  await picture(page, `training-session-${level}`);
  const faults = assessed ? [] : await axeFaults(page);
  await page.getByRole('button', { name: '结束培训' }).click();
  const sure = page.getByRole('dialog').getByRole('button', { name: /确\s*[认定]/ });
  await sure.click();
  await page.getByText('已结束，1 人计了学时').waitFor();
  return faults;
}

/** The newcomer with his phone: an account of his own, the right of a worker, and a password that is his. */
async function onHisPhone({ unitId, personId }: Newcomer, today: string): Promise<Page> {
  const [system, security] = await Promise.all([signedIn(browser, 'systemAdmin'), signedIn(browser, 'securityAdmin')]);
  const { slips } = await asked<{ slips: OpenedAccount[] }>(system, 'post', '/accounts', { personIds: [personId] });
  const [slip] = slips;
  if (slip === undefined) throw new Error('the newcomer got no account');
  const grant = { accountId: slip.accountId, role: 'worker', kinds: ['enter', 'analyse'], unitId, from: today, to: null };
  await asked(security, 'post', '/grants', grant);
  const page = await nobody(browser, phone);
  const { request } = page.context();
  const entered = await request.post('/api/v1/session', { data: { login: slip.login, password: slip.password } });
  expect(entered.status()).toBe(204);
  const own = await request.post('/api/v1/me/password', { data: { current: slip.password, next: 'Lamp-Ever-2026' } });
  expect(own.status()).toBe(204);
  return page;
}

type Bank = { readonly items: readonly { readonly stem: string; readonly answer: readonly string[] }[] };

/** Two judgements, set for the newcomer as the exam of his team; answers what is right by the stem. */
async function givenExam(page: Page, { unitId, personId }: Newcomer): Promise<{ id: string; isTrue: ReadonlyMap<string, boolean> }> {
  const draw = [{ topic: 'fire', kind: 'trueFalse', count: 2, points: 1 }];
  const paper = { unitId, name: `班组级考试${process.pid}`, level: 'team', draw, minutes: 20 };
  const { id: paperId } = await asked<Made>(page, 'post', '/training/papers', paper);
  const window = { opensAt: new Date(Date.now() - 60_000).toISOString(), closesAt: new Date(Date.now() + 86_400_000).toISOString() };
  const body = { unitId, paperId, title: '班组级安全考试', category: 'threeLevel', ...window, audience: { personIds: [personId] } };
  const { id } = await asked<Made>(page, 'post', '/training/exams', body);
  const bank = await asked<Bank>(page, 'get', '/training/questions?topic=fire&kind=trueFalse&limit=100');
  return { id, isTrue: new Map(bank.items.map(({ stem, answer }) => [stem, answer[0] === 'T'])) };
}

/** Chosen and kept by the server, so that a reload finds it. */
async function choose(page: Page, isTrue: ReadonlyMap<string, boolean>): Promise<void> {
  const stem = (await page.locator('.exam__question legend').innerText()).trim();
  const option = page.getByRole('radio').nth(isTrue.get(stem) === true ? 0 : 1);
  const kept = page.waitForResponse((each) => each.url().includes('/training/attempts/') && each.request().method() === 'PATCH');
  await option.click();
  expect((await kept).status()).toBe(200);
  expect(await option.getAttribute('aria-checked')).toBe('true');
}

test('a new worker passes three levels and an exam on the phone, and is assigned; before that the gate says what is missing', async () => {
  const page = await signedIn(browser, 'hqSafety');
  const unit = await givenUnit(page, (await givenRoot(page)).id);
  const { today } = await asked<{ today: string }>(page, 'get', '/equipment/due?limit=1');
  const name = `新工${process.pid}`;
  const person = await asked<Made>(page, 'post', '/workforce/persons', {
    unitId: unit.id,
    name,
    staffNo: `X${process.pid}`,
    hiredOn: today,
  });
  const newcomer = { unitId: unit.id, personId: person.id, name };
  const candidates = `/workforce/candidates?unitId=${unit.id}`;
  const row = page.getByRole('row').filter({ hasText: name });
  await page.goto(candidates);
  await row.getByText(/班组级还没有通过（.+已有 0\/8 学时）/).waitFor();
  expect(await row.getByRole('button', { name: '安排上岗' }).count()).toBe(0);
  await picture(page, 'training-gate');
  const post = { personId: person.id, unitId: unit.id, post: 'staff', from: today };
  const refused = await page.context().request.post('/api/v1/workforce/appointments', { data: post });
  expect(((await refused.json()) as { code: string }).code).toBe('workforce.gate_closed');

  const faults = await attendLevel(page, newcomer, { level: 'company', assessed: true });
  faults.push(...(await attendLevel(page, newcomer, { level: 'workshop', assessed: true })));
  faults.push(...(await attendLevel(page, newcomer, { level: 'team', assessed: false })));
  await page.goto(candidates);
  await row.getByText(/班组级还没有通过（.+已有 8\/8 学时）/).waitFor();

  const exam = await givenExam(page, newcomer);
  const hand = await onHisPhone(newcomer, today);
  await hand.goto('/m/training/my-exams');
  await hand.getByRole('button', { name: /班组级安全考试/ }).click();
  await hand.getByRole('button', { name: '开始考试' }).click();
  await choose(hand, exam.isTrue);
  await hand.reload();
  await hand.getByRole('button', { name: '继续答题' }).click();
  await hand.getByText('还有 1 题没答').waitFor();
  await choose(hand, exam.isTrue);
  await picture(hand, 'training-exam');
  await hand.getByText('全部答完了').waitFor();
  await hand.getByRole('button', { name: '交卷' }).click();
  await hand.getByText('通过', { exact: true }).waitFor();
  await picture(hand, 'training-exam-passed');

  await page.reload();
  await row.getByRole('button', { name: '安排上岗' }).click();
  await row.getByText('已在岗').waitFor();
  await picture(page, 'training-assigned');
  expect(faults).toEqual([]);
});

test('the leader of a team records the shift meeting on one screen of the phone', async () => {
  const page = await signedIn(browser, 'teamLeader', phone);
  await page.goto('/m/meeting');
  await page.getByLabel('讲了什么').fill('设备点检、通道畅通');
  await picture(page, 'training-meeting');
  const faults = await axeFaults(page);
  await page.getByRole('button', { name: '提交' }).click();
  await page.getByText(/已记录，\d+ 人到场/).waitFor();
  await page.getByRole('button', { name: '我的培训' }).click();
  await page.getByText('设备点检、通道畅通').first().waitFor();
  await picture(page, 'training-mine');
  expect(faults).toEqual([]);
});
