import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { axeFaults } from './axe.ts';
import { launchBrowser } from './browser.ts';
import { phone, picture, signedIn } from './desk.ts';
import { asked, givenRoot, givenUnit } from './given-desk.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

type Made = { readonly id: string };

/** A session of one level that ended a moment ago, to which one person is expected. */
async function givenSession(page: Page, wanted: { unitId: string; personId: string; level: string }): Promise<string> {
  const ended = new Date(Date.now() - 60_000);
  const times = { startsAt: new Date(ended.getTime() - 6 * 3_600_000).toISOString(), endsAt: ended.toISOString() };
  const words = { category: 'threeLevel', title: '新员工安全教育', classHours: 8, place: '培训室', trainer: '安全员', assessed: true };
  const { unitId, personId, level } = wanted;
  const body = { unitId, level, ...words, ...times, audience: { personIds: [personId] } };
  return (await asked<Made>(page, 'post', '/training/sessions', body)).id;
}

/** The roll is called on the desk and the session is closed. */
async function passAndClose(page: Page, sessionId: string, name: string): Promise<void> {
  await page.goto(`/training/sessions?session=${sessionId}`);
  await page.getByRole('button', { name: `${name} 合格` }).click();
  await page.getByRole('cell', { name: /^点名/ }).waitFor();
  await page.getByRole('button', { name: '结束培训' }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /确\s*[认定]/ })
    .click();
  await page.getByText('已结束，1 人计了学时').waitFor();
}

test('a new worker passes three levels and is assigned; before that the gate says what is missing', async () => {
  const page = await signedIn(browser, 'hqSafety');
  const unit = await givenUnit(page, (await givenRoot(page)).id);
  const { today } = await asked<{ today: string }>(page, 'get', '/equipment/due?limit=1');
  const name = '新员工甲';
  const person = await asked<Made>(page, 'post', '/workforce/persons', { unitId: unit.id, name, hiredOn: today });
  const appoint = async () =>
    page
      .context()
      .request.post('/api/v1/workforce/appointments', { data: { personId: person.id, unitId: unit.id, post: 'staff', from: today } });
  const refused = (await (await appoint()).json()) as { code: string };
  expect(refused.code).toBe('workforce.gate_closed');

  const wanted = { unitId: unit.id, personId: person.id };
  for (const level of ['company', 'workshop'] as const) {
    const sessionId = await givenSession(page, { ...wanted, level });
    await asked(page, 'post', `/training/sessions/${sessionId}/marks`, {
      marks: [{ personId: person.id, present: true, result: 'passed' }],
    });
    await asked(page, 'post', `/training/sessions/${sessionId}/closing`);
  }
  const last = await givenSession(page, { ...wanted, level: 'team' });
  await page.goto(`/training/sessions?session=${last}`);
  await page.getByRole('img', { name: '扫码签到' }).waitFor();
  await picture(page, 'training-session');
  const faults = await axeFaults(page);
  await passAndClose(page, last, name);
  await picture(page, 'training-closed');

  expect((await appoint()).status()).toBe(201);
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
  await page.getByText('设备点检、通道畅通').waitFor();
  await picture(page, 'training-mine');
  expect(faults).toEqual([]);
});
