import type { Browser, Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';

import { picture } from './desk.ts';
import { actOn, givenAssigned, givenClosed, type GivenHazard, inDays, type People, peopleOf, send, typeDay } from './given-hazards.ts';
import { theBrowser } from './kept-pages.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await theBrowser();
});

async function hazardOf(page: Page, { id }: GivenHazard): Promise<{ stage: string; plan: { dueOn: string } }> {
  return (await (await page.request.get(`/api/v1/hazards/${id}`)).json()) as { stage: string; plan: { dueOn: string } };
}

async function headAsksForTime({ as }: People, hazard: GivenHazard): Promise<void> {
  const page = await as('workshopHead');
  const form = await actOn(page, hazard, '申请延期');
  await typeDay(page, '延期到', inDays(20));
  await form.getByLabel('原因').fill('备件下周才到货');
  await picture(page, 'desk-extension-ask');
  await send(page, hazard, '申请延期');
}

async function headOfCompanyGrants({ as }: People, hazard: GivenHazard): Promise<void> {
  const page = await as('unitHead');
  const form = await actOn(page, hazard, '审批延期');
  await form.getByText('同意', { exact: true }).click();
  await form.getByLabel('说明').fill('备件一到就换');
  await picture(page, 'desk-extension-decide');
  await send(page, hazard, '审批延期');
  await page.getByText(`（由 ${inDays(10)} 延期）`).waitFor();
}

test('more time is asked for by the workshop and granted one level up', async () => {
  const people = peopleOf(browser);
  const hazard = await givenAssigned(people, { category: 'electricity', text: '配电箱门锁损坏', hue: 30 });
  await headAsksForTime(people, hazard);
  await headOfCompanyGrants(people, hazard);

  expect((await hazardOf(await people.as('unitHead'), hazard)).plan.dueOn).toBe(inDays(20));
  expect(people.faults).toEqual([]);
  await people.leave();
});

async function officerFindsDuplicate({ as }: People, hazard: GivenHazard, other: GivenHazard): Promise<void> {
  const page = await as('safetyOfficer');
  const form = await actOn(page, hazard, '误报或重复');
  await form.getByText('重复', { exact: true }).click();
  await form.getByLabel('与哪一条重复').click();
  await page.locator('.ant-select-item-option').filter({ hasText: other.number }).first().click();
  await form.getByLabel('原因').fill('同一处，昨天已报');
  await picture(page, 'desk-void-ask');
  await send(page, hazard, '误报或重复');
}

async function headOfCompanyDecidesVoid({ as }: People, hazard: GivenHazard): Promise<void> {
  const page = await as('unitHead');
  const form = await actOn(page, hazard, '审批误报');
  await form.getByText('同意', { exact: true }).click();
  await form.getByLabel('说明').fill('确为同一处');
  await picture(page, 'desk-void-decide');
  await send(page, hazard, '审批误报');
}

async function officerWritesToFinder({ as }: People, { id }: GivenHazard): Promise<void> {
  const page = await as('safetyOfficer');
  await page.goto(`/hazards/${id}`);
  await page.getByRole('button', { name: '给上报人留言' }).click();
  await page.getByRole('dialog').getByLabel('留言').fill('谢谢您的上报，与昨天那条并案处理。');
  await picture(page, 'desk-note');
  await page.getByRole('dialog').getByRole('button', { name: '留言', exact: true }).click();
  await page.getByText('已留言').waitFor();
  await page.getByText('谢谢您的上报，与昨天那条并案处理。').waitFor();
  await picture(page, 'desk-hazard-void');
}

test('a duplicate is named by the officer, voided one level up, and the finder is written to', async () => {
  const people = peopleOf(browser);
  const first = await givenAssigned(people, { category: 'fireEquipment', text: '灭火器压力不足', hue: 70 });
  const second = await givenAssigned(people, { category: 'fireEquipment', text: '灭火器指针在红区', hue: 80 });
  await officerFindsDuplicate(people, second, first);
  await headOfCompanyDecidesVoid(people, second);
  await officerWritesToFinder(people, second);

  expect((await hazardOf(await people.as('unitHead'), second)).stage).toBe('void');
  expect(people.faults).toEqual([]);
  await people.leave();
});

test('what was closed is opened again by the head of the company, with a reason and a new deadline', async () => {
  const people = peopleOf(browser);
  const hazard = await givenClosed(people, { category: 'exits', text: '疏散通道堆放布料', hue: 100 });
  const page = await people.as('unitHead');
  const form = await actOn(page, hazard, '重开');
  await form.getByLabel('原因').fill('今天巡查又堆上了');
  await typeDay(page, '期限', inDays(5));
  await picture(page, 'desk-reopen');
  await send(page, hazard, '重开');
  await page.getByText('重新打开').waitFor();
  await picture(page, 'desk-hazard-reopened');

  expect(await hazardOf(page, hazard)).toMatchObject({ stage: 'assigned', plan: { dueOn: inDays(5) } });
  expect(people.faults).toEqual([]);
  await people.leave();
});

test.each([
  ['/hazards/01920000-0000-7000-8000-000000000000', '/hazards'],
  ['/units?unit=01920000-0000-7000-8000-000000000000', '/units'],
  ['/persons?open=01920000-0000-7000-8000-000000000000', '/persons'],
  ['/points?point=01920000-0000-7000-8000-000000000000', '/points'],
])('%s says that the record cannot be found, and leads back to the list', async (address, list) => {
  const people = peopleOf(browser);
  const page = await people.as('safetyOfficer');
  await page.goto(address);
  await page.getByText('找不到这条记录').waitFor();
  await picture(page, `desk-missing${list.replace('/', '-')}`);
  await page.getByRole('alert').getByText('返回列表').click();
  await page.waitForURL((url) => url.pathname === list && url.search === '');

  expect(people.faults).toEqual([]);
  await people.leave();
});
