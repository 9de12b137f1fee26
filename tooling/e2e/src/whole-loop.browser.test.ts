import { given } from '@changming/application/testing';
import type { Page } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';

import { desk, phone, picture } from './desk.ts';
import { arrangedIn, givenMember } from './given-people.ts';
import { theBrowser } from './kept-pages.ts';
import { houseDay, type MovedHouse, movedHouse } from './moved-house.ts';
import { expectFitForThumbs, givenSentPhoto, thumbOn } from './phone.ts';

/** The day of a month, so many months from now. */
function dayIn(months: number, day: number): string {
  const [year = 0, month = 0] = houseDay().split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 + months, day)).toISOString().slice(0, 10);
}

/** In the first month whose seed the house commits to as it starts. */
const found = dayIn(1, 25);
/** When that month has been drawn, and the workshop has had time to slide back. */
const lookedBack = dayIn(2, 27);
const [afterFourDays, afterSixteen] = [dayIn(2, 27 + 3 + 4), dayIn(2, 27 + 3 + 16)];

/** The house has started, and its seed of the month is sealed: the hash of it stands. A workshop with everybody whom its hazards meet, and an officer of another mill, who alone may look back on them. */
async function arrange({ product }: MovedHouse): Promise<void> {
  const passwordAt = new Date(`${found}T00:00:00Z`);
  await arrangedIn(product, async ({ owner, root }) => {
    const committed = () => owner.selectFrom('hazard_draws').select('month').where('month', '=', found.slice(0, 7)).execute();
    await expect.poll(committed, { timeout: 60_000 }).toHaveLength(1);
    const mill = await given.unit(owner, '东城一厂', 'factory', await given.unit(owner, '东城服饰', 'subsidiary', root));
    const workshop = await given.unit(owner, '缝制一车间', 'workshop', mill);
    const other = await given.unit(owner, '西岭一厂', 'factory', await given.unit(owner, '西岭羽绒', 'subsidiary', root));
    await givenMember(owner, workshop, { login: 'worker', role: 'worker', passwordAt });
    await givenMember(owner, workshop, { login: 'leader', role: 'workshopHead', post: 'workshopHead', passwordAt });
    await givenMember(owner, mill, { login: 'officer', role: 'safetyOfficer', post: 'safetyOfficer', passwordAt });
    await givenMember(owner, mill, { login: 'head', role: 'unitHead', post: 'unitHead', passwordAt });
    await givenMember(owner, other, { login: 'inspector', role: 'safetyOfficer', post: 'safetyOfficer', passwordAt });
    await givenMember(owner, root, { login: 'office', role: 'hqSafety', post: 'safetyDirector', passwordAt });
  });
}

type Hazard = { readonly id: string; readonly number: string };

async function listOf<Item>(page: Page, path: string): Promise<readonly Item[]> {
  return ((await (await page.request.get(`/api/v1${path}`)).json()) as { items: readonly Item[] }).items;
}

function workerReports(house: MovedHouse): Promise<Hazard> {
  return house.as(['worker', phone], async (page) => {
    await page.goto('/m');
    const thumb = thumbOn(page);
    await thumb.tap('缝制一车间');
    await thumb.shoot(await givenSentPhoto(page, 30));
    await thumb.tap('用这张');
    await thumb.tap('通道出口');
    await thumb.tap('提交');
    await page.getByText('上报成功').waitFor();
    await picture(page, 'loop-1-reported');
    const [hazard] = await listOf<Hazard>(page, '/me/hazard-reports');
    if (hazard === undefined) throw new Error('the report did not arrive');
    return hazard;
  });
}

/** Level, person, deadline and the five commitments as they are proposed. */
function officerPlans(house: MovedHouse, { number }: Hazard): Promise<void> {
  return house.as(['officer', desk], async (page) => {
    await page.goto('/hazards/triage');
    await page.getByText(number).first().waitFor();
    await page.getByRole('button', { name: '按建议下达' }).waitFor();
    await page.keyboard.press('a');
    await page.getByText(`按建议下达 ${number}`).first().waitFor();
    await picture(page, 'loop-2-planned');
    await page.keyboard.press('Enter');
    await page.getByText(`${number} 已办理`).first().waitFor();
  });
}

function leaderRectifies(house: MovedHouse): Promise<void> {
  return house.as(['leader', phone], async (page) => {
    await page.goto('/m/tasks');
    const thumb = thumbOn(page);
    await thumb.tap(/通道出口.*已下达/);
    await thumb.tap('开始整改');
    await page.getByText('拍照').waitFor();
    await thumb.shoot(await givenSentPhoto(page, 140));
    await thumb.tap('用这张');
    await thumb.tap('已清理');
    await thumb.tap('提交验收');
    await page.getByText('待验收').first().waitFor();
    await picture(page, 'loop-3-rectified');
  });
}

/** Accepting closes in the same breath. */
function headAccepts(house: MovedHouse, { id, number }: Hazard): Promise<void> {
  return house.as(['head', desk], async (page) => {
    await page.goto('/hazards/acceptance');
    await page.getByRole('slider').waitFor();
    await picture(page, 'loop-4-to-accept');
    await page.keyboard.press('a');
    await page.getByText(`通过并销号 ${number}`).first().waitFor();
    await page.keyboard.press('a');
    await page.getByText(`${number} 已办理`).first().waitFor();
    await page.goto(`/hazards/${id}`);
    await page.getByText('验收通过，销号').waitFor();
    await picture(page, 'loop-5-closed');
  });
}

/** The month is over: its seed is published, and the one closing of the workshop was drawn. */
function officeSeesTheDraw(house: MovedHouse): Promise<void> {
  return house.as(['office', desk], async (page) => {
    await page.goto('/hazards/look-backs');
    await page
      .getByRole('row', { name: found.slice(0, 7) })
      .getByText('1 条中抽 1 条')
      .waitFor();
    await picture(page, 'loop-6-drawn');
  });
}

function inspectorFindsItBack(house: MovedHouse, { number }: Hazard): Promise<void> {
  return house.as(['inspector', phone], async (page) => {
    await page.goto('/m/tasks');
    const thumb = thumbOn(page);
    await thumb.tap(/通道出口.*回头看/);
    await thumb.tap('回头看');
    await thumb.shoot(await givenSentPhoto(page, 60));
    await thumb.tap('用这张');
    await thumb.tap('隐患回潮');
    await picture(page, 'loop-7-looked-back');
    await expectFitForThumbs(page);
    await thumb.tap('提交结论');
    await page.getByText('已提交回头看结论').first().waitFor();
    await page.getByText('回头看：隐患回潮').waitFor();
    await page.getByText(number).first().waitFor();
    await picture(page, 'loop-8-relapsed');
  });
}

type Notice = { readonly about: string; readonly subjectId?: string };

/** Of what somebody was told. The worker of the house delivers by the second. */
function toldOf(page: Page, about: string): Promise<number> {
  return listOf<Notice>(page, '/me/notices').then((items) => items.filter((each) => each.about === about).length);
}

function leaderSeesItReopened(house: MovedHouse, { id, number }: Hazard): Promise<void> {
  return house.as(['leader', phone], async (page) => {
    await expect.poll(() => toldOf(page, 'hazards.reopened'), { timeout: 20_000 }).toBe(1);
    await page.goto('/m/notices');
    await thumbOn(page).tap(new RegExp(`${number}.*已重开，请重新整改`));
    await page.waitForURL(`**/m/hazards/${id}`);
    await page.getByRole('button', { name: '开始整改' }).waitFor();
    await picture(page, 'loop-9-reopened');
  });
}

/** Four days late: whoever is head there is told by the phone, and nobody above. */
async function firstRung(house: MovedHouse, { number }: Hazard): Promise<void> {
  await house.as(['leader', phone], async (page) => {
    await expect.poll(() => toldOf(page, 'hazards.escalated'), { timeout: 20_000 }).toBe(1);
    await page.goto('/m/notices');
    await page.getByText(new RegExp(`${number}.*已超期 4 天，请督办`)).waitFor();
    await picture(page, 'loop-10-first-rung');
  });
  await house.as(['head', desk], async (page) => expect(await toldOf(page, 'hazards.escalated')).toBe(0));
}

/** Sixteen days late: the unit above and headquarters are told as well. */
async function lastRung(house: MovedHouse, { id, number }: Hazard): Promise<void> {
  for (const login of ['head', 'office'])
    await house.as([login, desk], async (page) => {
      await expect.poll(() => toldOf(page, 'hazards.escalated'), { timeout: 20_000 }).toBe(1);
      await page.goto(`/hazards/${id}`);
      await page.getByText('回头看：隐患回潮').first().waitFor();
      await page.getByRole('button', { name: /^消息/ }).click();
      const told = page.getByRole('dialog').getByText(new RegExp(`缝制一车间的隐患 ${number}.*已超期 16 天，请督办`));
      await told.first().waitFor();
      await picture(page, `loop-11-escalated-${login}`);
    });
}

test('a hazard is reported, planned, rectified, closed, drawn, found back, opened again and escalated up to headquarters', async () => {
  const house = await movedHouse(await theBrowser());
  onTestFinished(house.stop);
  await arrange(house);
  await house.on(found);
  const hazard = await workerReports(house);
  await officerPlans(house, hazard);
  await leaderRectifies(house);
  await headAccepts(house, hazard);
  await house.on(lookedBack);
  await house.worked();
  await officeSeesTheDraw(house);
  await inspectorFindsItBack(house, hazard);
  await leaderSeesItReopened(house, hazard);
  await house.on(afterFourDays);
  await house.worked();
  await firstRung(house, hazard);
  await house.on(afterSixteen);
  await house.worked();
  await lastRung(house, hazard);

  expect(house.faults).toEqual([]);
}, 240_000);
