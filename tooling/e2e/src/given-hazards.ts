import type { Browser, Page } from 'playwright-core';

import { signedIn } from './desk.ts';
import { leavePage } from './kept-pages.ts';
import { givenSentPhoto } from './phone.ts';
import { reported, sent, stepped } from './reporting.ts';

export type Role = 'worker' | 'workshopHead' | 'safetyOfficer' | 'unitHead' | 'hqSafety' | 'hqLeader';
export type GivenHazard = { readonly id: string; readonly number: string; readonly unitId: string };

/** The people of one test, each with a page of his own, and what went wrong on any of them. */
export type People = {
  readonly as: (role: Role) => Promise<Page>;
  readonly faults: readonly string[];
  readonly leave: () => Promise<void>;
};

export function peopleOf(browser: Browser): People {
  const pages = new Map<Role, Page>();
  const faults: string[] = [];
  const enter = async (role: Role): Promise<Page> => {
    const page = await signedIn(browser, role);
    page.on('pageerror', (fault) => faults.push(`${role}: ${String(fault)}`));
    pages.set(role, page);
    return page;
  };
  return {
    as: async (role) => pages.get(role) ?? (await enter(role)),
    faults,
    leave: async () => void (await Promise.all([...pages.values()].map((page) => leavePage(page)))),
  };
}

/** A day so many days from today, as the house writes it. */
export function inDays(days: number): string {
  return new Date(Date.now() + 8 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10);
}

/** A point in the workshop where worker and head of the demo work. */
export async function workshopPlate({ as }: People): Promise<string> {
  const head = await as('workshopHead');
  const { items } = (await (await head.request.get('/api/v1/points')).json()) as { items: { code: string }[] };
  return items[0]?.code ?? '';
}

type Told = { readonly category: string; readonly text: string; readonly hue: number; readonly source?: string };

/** A hazard that the worker has reported in his workshop, photo and all; what others found is registered by the officer. */
export async function givenReported(people: People, { hue, ...told }: Told): Promise<GivenHazard> {
  const finder = await people.as(told.source === undefined ? 'worker' : 'safetyOfficer');
  const hazard = await reported(finder, { pointCode: await workshopPlate(people), ...told, photo: await givenSentPhoto(finder, hue) });
  const officer = await people.as('safetyOfficer');
  const { unit } = (await (await officer.request.get(`/api/v1/hazards/${hazard.id}`)).json()) as { unit: { id: string } };
  return { ...hazard, unitId: unit.id };
}

type Proposal = { readonly responsibleUnitId: string; readonly responsibleId: string };

/** The same, graded 公司级 and assigned by the officer, due in ten days. */
export async function givenAssigned(people: People, told: Told): Promise<GivenHazard> {
  const hazard = await givenReported(people, told);
  await stepped(await people.as('safetyOfficer'), `${hazard.id}/triage`, { level: 'unit', plan: await planFor(people, hazard) });
  return hazard;
}

export async function planFor(people: People, { id }: GivenHazard): Promise<object> {
  const officer = await people.as('safetyOfficer');
  const { proposal } = (await (await officer.request.get(`/api/v1/hazards/${id}`)).json()) as { proposal: Proposal };
  const { responsibleUnitId, responsibleId } = proposal;
  return { responsibleUnitId, responsibleId, measures: '清走杂物', funds: 0, dueOn: inDays(10), contingency: '停电检修' };
}

/** Rectified by the head of the workshop and handed in with a photo. */
export async function handedIn(people: People, { id, unitId }: GivenHazard, hue: number): Promise<void> {
  const head = await people.as('workshopHead');
  await stepped(head, `${id}/start`, {});
  const after = await sent(head, { photo: await givenSentPhoto(head, hue), subject: id, unitId });
  await stepped(head, `${id}/submission`, { photos: [after], measures: '已清走' });
}

/** Assigned, handed in and accepted by the head of the subsidiary. */
export async function givenClosed(people: People, told: Told): Promise<GivenHazard> {
  const hazard = await givenAssigned(people, told);
  await handedIn(people, hazard, told.hue + 150);
  await stepped(await people.as('unitHead'), `${hazard.id}/acceptance`, { opinion: '符合要求' });
  return hazard;
}

/** Opens a hazard and the form of one act, in sight or behind 更多; the form. */
export async function actOn(page: Page, { id }: GivenHazard, act: string) {
  await page.goto(`/hazards/${id}`);
  await page.getByRole('button', { name: '更多' }).waitFor();
  const inSight = page.locator('.act-bar').getByRole('button', { name: act, exact: true });
  if ((await inSight.count()) > 0) await inSight.click();
  else {
    await page.getByRole('button', { name: '更多' }).click();
    await page.getByRole('menuitem', { name: act, exact: true }).click();
  }
  const form = page.getByRole('dialog');
  await form.getByText(`${act} ·`).waitFor();
  return form;
}

/** Sends the form that is open, and sees that it was taken. */
export async function send(page: Page, { number }: GivenHazard, act: string): Promise<void> {
  await page.getByRole('dialog').getByRole('button', { name: act, exact: true }).click();
  await page.getByText(`${number} 已办理：${act}`).first().waitFor();
}

/** Chooses a day in the form by typing it. */
export async function typeDay(page: Page, label: string, day: string): Promise<void> {
  const field = page.getByRole('dialog').getByLabel(label);
  await field.fill(day);
  await field.press('Enter');
}

/** Chooses somebody in a person picker by the name. */
export async function pickPerson(page: Page, label: string, name: string): Promise<void> {
  const field = page.getByRole('dialog').getByLabel(label);
  await field.click();
  await field.fill(name);
  await page.locator('.ant-select-item-option').filter({ hasText: name }).first().click();
}
