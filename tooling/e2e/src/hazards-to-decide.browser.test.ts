import type { Browser } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';

import { phone, picture, signedIn } from './desk.ts';
import { type GivenHazard, givenReported, type People, peopleOf, planFor } from './given-hazards.ts';
import { leavePage, theBrowser } from './kept-pages.ts';
import { expectFitForThumbs } from './phone.ts';
import { stepped } from './reporting.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await theBrowser();
});

const draft = {
  goals: '全部电工持证上岗',
  methods: '无证人员停岗送培',
  funds: 1_200_000,
  organisation: '设备部',
  timeLimit: '十日内完成',
  safetyMeasures: '停岗期间由外请电工值守',
};

/** A major hazard whose treatment plan the officer has drafted. */
async function givenDrafted(people: People): Promise<GivenHazard> {
  const hazard = await givenReported(people, { category: 'electricity', text: '两名电工无证上岗，待批方案', hue: 65 });
  const officer = await people.as('safetyOfficer');
  await stepped(officer, `${hazard.id}/triage`, { level: 'major', plan: await planFor(people, hazard) });
  await stepped(officer, `${hazard.id}/treatment`, draft);
  return hazard;
}

async function headquartersFindsItOnTheDesk({ as }: People, hazard: GivenHazard): Promise<void> {
  const page = await as('hqSafety');
  await page.goto('/');
  await page.getByRole('heading', { name: '待我审批' }).waitFor();
  await picture(page, 'desk-home-requests');
  await page.goto('/hazards/requests');
  await page.getByRole('row').filter({ hasText: hazard.number }).getByText('治理方案').waitFor();
  await picture(page, 'desk-requests');
  await page.getByRole('button', { name: hazard.number }).click();
  await page.getByRole('dialog').getByRole('button', { name: '审批治理方案', exact: true }).waitFor();
  await picture(page, 'desk-requests-open');
}

async function headquartersAgreesOnThePhone({ number }: GivenHazard): Promise<void> {
  const page = await signedIn(browser, 'hqSafety', phone);
  await page.goto('/m/tasks');
  await page.getByRole('tab', { name: /待审批/ }).click();
  const card = page.getByRole('button').filter({ hasText: '两名电工无证上岗，待批方案' }).first();
  await card.waitFor();
  await expectFitForThumbs(page);
  await picture(page, 'phone-requests');
  await card.click();
  await page.getByText(number).first().waitFor();
  await page.getByText('治理方案等待审批').waitFor();
  await page.getByRole('button', { name: '同意', exact: true }).scrollIntoViewIfNeeded();
  await picture(page, 'phone-request-open');
  await page.getByRole('button', { name: '不同意' }).click();
  await page.getByText('请写明不同意的原因').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '同意', exact: true }).click();
  await picture(page, 'phone-request-grant');
  await page.getByRole('button', { name: '确认同意' }).click();
  await page.getByText('已同意').waitFor();
  await page.getByText('治理方案等待审批').waitFor({ state: 'hidden' });
  await leavePage(page);
}

test('a treatment plan waits on the desk and on the phone of headquarters, and is approved with two taps', async () => {
  const people = peopleOf(browser);
  const hazard = await givenDrafted(people);
  await headquartersFindsItOnTheDesk(people, hazard);
  await headquartersAgreesOnThePhone(hazard);

  const page = await people.as('hqSafety');
  const told = (await (await page.request.get(`/api/v1/hazards/${hazard.id}`)).json()) as { treatment: { stage: string } };
  expect(told.treatment.stage).toBe('approved');
  await page.goto('/hazards/requests');
  await page.getByRole('heading', { name: '待我审批' }).waitFor();
  await page.waitForLoadState('networkidle');
  expect(await page.getByText(hazard.number).count()).toBe(0);
  expect(people.faults).toEqual([]);
  await people.leave();
});
