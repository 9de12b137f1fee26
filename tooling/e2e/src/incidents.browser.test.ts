import type { Browser, Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';

import { axeFaults } from './axe.ts';
import { phone, picture, signedIn } from './desk.ts';
import { asked } from './given-desk.ts';
import { theBrowser } from './kept-pages.ts';
import { expectFitForThumbs } from './phone.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await theBrowser();
});

const day = 86_400_000;

/** A day in Shanghai, so many days from today. */
function on(days: number): string {
  return new Date(Date.now() + 8 * 3_600_000 + days * day).toISOString().slice(0, 10);
}

type Detail = {
  readonly suggested: string;
  readonly casualties: { readonly id: string }[];
};

/** Two in the night, forty days ago, as it is reported on the phone: answers the number on the receipt and the case. */
async function reportOnPhone(page: Page, text: string): Promise<string> {
  await page.goto('/m');
  await page.getByRole('button', { name: /事故快报/ }).click();
  await page.getByLabel('发生了什么').fill(text);
  await page.getByLabel('地点').fill('2 号裁床');
  await page.getByLabel('发生时间').fill(`${on(-40)}T02:00`);
  await page.getByRole('switch', { name: '有人受伤吗' }).click();
  await page.getByLabel('轻伤').fill('1');
  await expectFitForThumbs(page);
  await picture(page, 'incidents-phone-report');
  await page.getByRole('button', { name: '立即上报' }).click();
  await page.getByText('已上报，有关负责人已收到通知').waitFor();
  await page.getByRole('button', { name: '查看办理' }).click();
  await page.getByText('已上报，等待核实').waitFor();
  await picture(page, 'incidents-phone-follow');
  return page.url().split('/').at(-1) ?? '';
}

test('an accident reported on the phone at two in the night is graded, regraded by a death in time and not by one too late, and let go by four gates', async () => {
  const [worker, head, office] = await Promise.all([
    signedIn(browser, 'worker', phone),
    signedIn(browser, 'unitHead'),
    signedIn(browser, 'hqSafety'),
  ]);
  const faults: string[] = [];
  for (const page of [worker, head, office]) page.on('pageerror', (fault) => faults.push(String(fault)));
  const id = await reportOnPhone(worker, `裁床夹手 ${process.pid}`);
  const act = <Answer>(page: Page, what: string, data?: object) => asked<Answer>(page, 'post', `/incidents/${id}/${what}`, data);
  const read = () => asked<Detail>(office, 'get', `/incidents/${id}`);

  await act(head, 'confirmation', { leaderInformedAt: `${on(-40)}T02:10:00+08:00` });
  await head.goto(`/incidents/${id}`);
  const gradeOf = (page: Page) => page.getByRole('button', { name: '定级', exact: true });
  await head.getByText('按现有事实建议：未达事故等级').waitFor();
  await head.getByText('电话报集团总部').first().waitFor();
  await picture(head, 'incidents-clocks');
  await gradeOf(head).click();
  await head.getByRole('dialog').getByLabel('依据').fill('一人轻伤');
  await head.getByRole('dialog').getByRole('button', { name: '定级', exact: true }).click();
  await head.getByRole('dialog').waitFor({ state: 'detached' });

  await office.goto(`/incidents/${id}`);
  await office.getByRole('button', { name: '更正时间', exact: true }).click();
  const correction = office.getByRole('dialog');
  await correction.getByLabel('负责人接到报告的时间').fill(`${on(-40)}T02:20`);
  await correction.getByLabel('原因').fill('值班记录写早了十分钟');
  await picture(office, 'incidents-correct-times');
  await correction.getByRole('button', { name: '更正时间', exact: true }).click();
  await correction.waitFor({ state: 'detached' });
  await office.getByText(/负责人接到报告的时间由 .+ 更正为/u).waitFor();
  await picture(office, 'incidents-corrected');

  const [hurt] = (await read()).casualties;
  await act(head, 'casualties', { casualtyId: hurt?.id, degree: 'death', onDay: on(-20) });
  await head.reload();
  await head.getByText('按现有事实建议：一般事故').waitFor();
  await head.getByText('报县级应急管理部门').first().waitFor();
  await act(head, 'grades', { grade: 'ordinary', eventClass: 'statutory', suggested: 'ordinary', basis: '一人死亡' });
  for (const name of ['甲', '乙']) await act(head, 'casualties', { name, degree: 'death', onDay: on(-1) });
  await head.reload();
  await head.getByText('补报期后，不改等级').first().waitFor();
  expect((await read()).suggested).toBe('ordinary');
  await picture(head, 'incidents-graded');

  await act(head, 'investigation', { level: 'county' });
  const cause = { directCause: '光栅被短接', indirectCauses: [{ factor: 'management', text: '点检流于形式' }], nature: 'responsible' };
  const chapters = { unitProfile: '甲', course: '乙', casualties: '丙', causes: '丁', responsibility: '戊', measures: '己' };
  const findings = { uncertifiedOperation: false, unpermittedWork: false, nobodyToHandle: '操作者已死亡，管理责任另案处理' };
  const written = await head.context().request.patch(`/api/v1/incidents/${id}/investigation`, {
    data: { version: 1, appraisalDays: 0, extendedDays: 0, ...cause, chapters, ...findings },
  });
  expect(written.status()).toBe(200);
  await act(head, 'investigation/submission');
  await act(office, 'investigation/approval', { body: '县人民政府' });

  await act(office, 'handlings', { name: '赵班', measure: 'talk', body: '集团安委会', decidedOn: on(0) });
  await head.reload();
  await head.getByRole('button', { name: '撤回处理', exact: true }).click();
  const withdrawal = head.getByRole('dialog');
  await withdrawal.getByLabel('哪一项').press('Enter');
  await head.locator('.ant-select-item-option', { hasText: '赵班' }).click();
  await withdrawal.getByLabel('原因').fill('张冠李戴，当事人是另一班的');
  await withdrawal.getByRole('button', { name: '撤回处理', exact: true }).click();
  await withdrawal.waitFor({ state: 'detached' });
  await head.getByText('已撤回', { exact: true }).waitFor();
  await picture(head, 'incidents-withdrawn');

  await office.goto(`/incidents/${id}`);
  await office.getByText('整改措施未落实：没有已完成的整改措施').waitFor();
  const me = await asked<{ person: { id: string } | null }>(head, 'get', '/me');
  const measure = { kind: 'management', title: '恢复光栅联锁', ownerId: me.person?.id ?? '', dueOn: on(10) };
  const { id: actionId } = await act<{ id: string }>(office, 'measures', measure);
  await asked(head, 'post', `/actions/${actionId}/submission`, { result: '联锁已恢复' });
  await asked(office, 'post', `/actions/${actionId}/verification`, { opinion: '现场核对' });
  await act(office, 'briefings', { onDay: on(0), people: 40, text: '班前会通报' });
  const answered = await office.context().request.put(`/api/v1/incidents/${id}/responsibility`, {
    data: { responsibility: 'unit', basis: '调查报告' },
  });
  expect(answered.status()).toBe(200);
  for (const gate of ['causeFound', 'personHandled', 'measuresDone']) await act(office, 'gates', { gate, evidence: '查阅记录' });
  await office.reload();
  await office.getByText('已有记录证明，等待确认').waitFor();
  faults.push(...(await axeFaults(office)));
  await picture(office, 'incidents-gates');
  await act(office, 'gates', { gate: 'peopleEducated', evidence: '签到表' });
  const { sessionIds } = await act<{ sessionIds: string[] }>(office, 'closing', {
    lesson: '安全装置不得短接',
    training: { unitId: (await asked<{ unitId: string }>(office, 'get', `/incidents/${id}`)).unitId, dueOn: on(14) },
  });
  expect(sessionIds).toHaveLength(1);
  await office.reload();
  await office.getByText('已结案').first().waitFor();
  await picture(office, 'incidents-closed');
  await worker.reload();
  await worker.getByText('已结案').first().waitFor();
  expect(faults).toEqual([]);

  /** The assessments of the demo are not to count it. */
  await act(office, 'reopening', { reason: '浏览器测试' });
  await act(office, 'reclassification', { reason: '浏览器测试' });
});
