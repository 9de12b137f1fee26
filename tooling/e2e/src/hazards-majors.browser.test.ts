import type { Browser } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';

import { picture } from './desk.ts';
import {
  actOn,
  givenReported,
  type GivenHazard,
  handedIn,
  inDays,
  type People,
  peopleOf,
  pickPerson,
  planFor,
  type Role,
  send,
  typeDay,
} from './given-hazards.ts';
import { theBrowser } from './kept-pages.ts';
import { stepped } from './reporting.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await theBrowser();
});

type Act = { readonly role: Role; readonly act: string; readonly picture?: string; readonly chip?: string };

/** Somebody opens the form of an act, fills it, and sends it. */
async function acts({ as }: People, hazard: GivenHazard, { role, act, ...told }: Act, fill: Readonly<Record<string, string>> = {}) {
  const page = await as(role);
  const form = await actOn(page, hazard, act);
  if (told.chip !== undefined) await form.getByText(told.chip, { exact: true }).click();
  for (const [label, words] of Object.entries(fill)) await form.getByLabel(label).fill(words);
  if (told.picture !== undefined) await picture(page, told.picture);
  await send(page, hazard, act);
}

/** 同意 what was asked. */
async function decides({ as }: People, hazard: GivenHazard, { role, act, ...told }: Act) {
  const page = await as(role);
  const form = await actOn(page, hazard, act);
  await form.getByText('同意', { exact: true }).click();
  await form.getByLabel('说明').fill('已核对');
  if (told.picture !== undefined) await picture(page, told.picture);
  await send(page, hazard, act);
}

async function officerTicksWhatHeSaw({ as }: People, hazard: GivenHazard): Promise<void> {
  const page = await as('safetyOfficer');
  const form = await actOn(page, hazard, '重大判定');
  await form.getByPlaceholder('查找情形').fill('特种作业');
  await form.getByRole('checkbox').first().check();
  await picture(page, 'desk-major-suggest');
  await send(page, hazard, '重大判定');
}

/** While the suggestion waits, nothing is graded by A or E: M confirms it, N denies it. */
async function officerDeniesInTheQueue({ as }: People, hazard: GivenHazard): Promise<void> {
  const page = await as('safetyOfficer');
  await page.goto(`/hazards/triage?hazard=${hazard.id}`);
  const adopt = page.getByRole('button', { name: '按建议下达' });
  await adopt.waitFor();
  expect(await adopt.getAttribute('aria-disabled')).toBe('true');
  expect(await page.getByRole('button', { name: '修改后下达' }).getAttribute('aria-disabled')).toBe('true');
  await adopt.hover();
  await page.getByRole('tooltip').getByText('请先由安全管理人员确认或否定').waitFor();
  await picture(page, 'desk-triage-suggested');
  await page.keyboard.press('m');
  await page.getByRole('dialog').getByText('确认重大 ·').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await page.keyboard.press('n');
  await page.getByRole('dialog').getByLabel('原因').fill('证件在有效期内，只是未随身携带');
  await picture(page, 'desk-major-deny');
  await send(page, hazard, '提出否定');
}

test('the system suggests 重大, and two people deny it', async () => {
  const people = peopleOf(browser);
  const hazard = await givenReported(people, { category: 'electricity', text: '电工证复审过期一天', hue: 40 });
  await officerTicksWhatHeSaw(people, hazard);
  await officerDeniesInTheQueue(people, hazard);
  await acts(people, hazard, { role: 'unitHead', act: '复核否定', picture: 'desk-major-countersign' });

  const page = await people.as('unitHead');
  await page.getByText('复核：不构成重大隐患').waitFor();
  expect(people.faults).toEqual([]);
  await people.leave();
});

async function officerDraftsTreatment(people: People, hazard: GivenHazard): Promise<void> {
  await acts(
    people,
    hazard,
    { role: 'safetyOfficer', act: '编制治理方案', picture: 'desk-treatment-draft' },
    {
      治理目标和任务: '全部电工持有效证件上岗',
      治理方法和措施: '无证人员停岗送培，外请持证电工顶岗',
      经费: '12000',
      负责治理的机构和人员: '设备部，贾芳',
      治理时限和要求: '十日内完成',
      安全措施和应急预案: '停岗期间配电室由外请电工值守',
    },
  );
}

async function givenConfirmedMajor(people: People): Promise<GivenHazard> {
  const hazard = await givenReported(people, { category: 'electricity', text: '两名电工无证上岗', hue: 60 });
  await officerTicksWhatHeSaw(people, hazard);
  await acts(people, hazard, { role: 'safetyOfficer', act: '确认重大', picture: 'desk-major-confirm' });
  const officer = await people.as('safetyOfficer');
  await stepped(officer, `${hazard.id}/triage`, { level: 'major', plan: await planFor(people, hazard) });
  return hazard;
}

async function headquartersLists({ as }: People, hazard: GivenHazard): Promise<void> {
  const page = await as('hqSafety');
  const head = await as('unitHead');
  const { person } = (await (await head.request.get('/api/v1/me')).json()) as { person: { name: string } };
  const form = await actOn(page, hazard, '挂牌督办');
  await form.getByLabel('督办单位').fill('集团安委会');
  await pickPerson(page, '主要责任人', person.name);
  await form.getByLabel('督办要求').fill('十日内全部持证上岗，逐人核对证件。');
  await typeDay(page, '期限', inDays(12));
  await picture(page, 'desk-supervision-list');
  await send(page, hazard, '挂牌督办');
}

async function workIsDoneAndAccepted(people: People, hazard: GivenHazard): Promise<void> {
  await handedIn(people, hazard, 220);
  await acts(people, hazard, { role: 'unitHead', act: '治理评估', chip: '专家评估' });
  await stepped(await people.as('hqSafety'), `${hazard.id}/acceptance`, { opinion: '证件逐人核对无误' });
}

test('a major hazard is treated by an approved plan and listed for supervision until it is closed', async () => {
  const people = peopleOf(browser);
  const hazard = await givenConfirmedMajor(people);
  await acts(people, hazard, { role: 'safetyOfficer', act: '登记报告' }, { 监管部门: '临溪区应急管理局' });
  await officerDraftsTreatment(people, hazard);
  await decides(people, hazard, { role: 'hqSafety', act: '审批治理方案', picture: 'desk-treatment-approve' });
  await headquartersLists(people, hazard);
  const page = await people.as('unitHead');
  await acts(people, hazard, { role: 'unitHead', act: '报告进展', picture: 'desk-supervision-progress' }, { 进展: '五人已取证' });
  await page.getByText('五人已取证').first().waitFor();
  await workIsDoneAndAccepted(people, hazard);
  await acts(people, hazard, { role: 'unitHead', act: '申请摘牌' }, { 原因: '已销号' });
  await decides(people, hazard, { role: 'hqSafety', act: '审批摘牌', picture: 'desk-delisting-decide' });

  const headquarters = await people.as('hqSafety');
  await headquarters.getByText('已摘牌').waitFor();
  await picture(headquarters, 'desk-hazard-delisted');
  expect(people.faults).toEqual([]);
  await people.leave();
});
