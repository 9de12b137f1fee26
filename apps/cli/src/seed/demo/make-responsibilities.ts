import { pastOf } from '@changming/application/access';
import type { Actor, House } from '@changming/application/context';
import {
  countActs,
  draftCampaign,
  issueLetters,
  listLetters,
  makeDuties,
  openCampaign,
  oweLetters,
  recordSignatures,
  setQuota,
} from '@changming/application/responsibilities';
import { appoint, endAppointment, listAppointments } from '@changming/application/workforce';

import type { Shell } from '../../verb.ts';
import { type Random, randomFrom } from '../random.ts';
import { askTeams } from './ask-teams.ts';
import type { Company } from './cast.ts';
import { dayOf } from './telling.ts';
import { byTemper, unitsById } from './tempers.ts';

type Making = Company & { readonly shell: Shell; readonly editor: Actor };

const day = 86_400_000;
/** Group, unit, workshop, team, person. */
const levels = 6;

/** The letters of the year, mostly signed, with people who moved in the middle of it; and what everybody has owed since the last quarter. */
export async function makeResponsibilities(making: Making): Promise<{ letters: number; owed: number }> {
  const { house } = making.shell;
  const now = house.clock.now();
  const random = randomFrom(31);
  const year = now.getUTCMonth() === 0 ? now.getUTCFullYear() - 1 : now.getUTCFullYear();
  await askLeads(making, new Date(now.getTime() - 190 * day));
  await askTeams({ ...making, house });
  const signed = await signYear(making, { year, random });
  return { letters: signed, owed: await oweDuties(house) };
}

/** Headquarters asks its leaders for a led inspection each quarter. */
async function askLeads({ shell: { house }, editor, units }: Making, at: Date): Promise<void> {
  const [root] = units;
  if (root === undefined) return;
  const asked = { unitId: root.id, code: 'LEAD_MAJOR_HAZARD' as const, period: 'quarter' as const, times: 1 };
  await setQuota(pastOf(house, at).callerFor(editor), asked);
}

/** From the last month of the last quarter, so that what a quarter asks for is owed, and not before the inspections begin: they are what is done. */
function beginning(now: Date): number {
  const quarter = Math.floor(now.getUTCMonth() / 3) * 3;
  return Math.max(now.getTime() - 91 * day, Date.UTC(now.getUTCFullYear(), quarter, 1) - 29 * day);
}

/** Everything owed since then, made and met as the worker would have, week by week: what a quarter counts is known at its cut-off. */
async function oweDuties(house: House): Promise<number> {
  const now = house.clock.now();
  let owed = 0;
  for (let at = beginning(now); at < now.getTime() + 7 * day; at += 7 * day) {
    const clock = pastOf(house, new Date(Math.min(at, now.getTime()))).clockwork();
    let made: Awaited<ReturnType<typeof makeDuties>>;
    do {
      made = await makeDuties(clock, {});
      owed += made.made;
    } while (made.more);
    while ((await countActs(clock, {})).more);
  }
  return owed;
}

type Year = { readonly year: number; readonly random: Random };

async function signYear(making: Making, { year, random }: Year): Promise<number> {
  const { house } = making.shell;
  const opened = new Date(`${year}-01-05T01:00:00Z`);
  const hq = (at: Date) => pastOf(house, at).callerFor(making.editor);
  const days = { fromOn: `${year}-01-05`, signByOn: `${year}-01-31` };
  const { id: campaignId } = await draftCampaign(hq(opened), { year, name: `${year}年度安全生产责任书`, ...days });
  await openCampaign(hq(opened), { campaignId });
  await owe(house, opened);
  const asked = new Set<string>();
  for (let level = 0; level < levels; level += 1) {
    const at = new Date(opened.getTime() + (level * 3 + 1) * day);
    await issueLetters(hq(at), { year });
    await signIssued(making, { year, at, share: level < 3 ? 1 : 0.975, random, asked });
  }
  await move(making, { year, random, asked });
  await welcome(making, { year, random, asked });
  return (await letters(making, { year })).length;
}

async function owe(house: House, at: Date): Promise<void> {
  while ((await oweLetters(pastOf(house, at).clockwork(), {})).more);
}

type Wanted = { readonly year: number; readonly state?: ['issued'] };

async function letters({ shell: { house }, editor }: Making, { year, state }: Wanted) {
  const found: Awaited<ReturnType<typeof listLetters>>['items'] = [];
  let after: readonly [number, string] | undefined;
  for (;;) {
    const page = await listLetters(house.callerFor(editor), {
      year,
      ...(state === undefined ? {} : { state }),
      withBelow: true,
      limit: 200,
      after: after as [number, string] | undefined,
    });
    found.push(...page.items);
    if (page.next === null) return found;
    const [position = '0', id = ''] = page.next.split('~');
    after = [Number(position), id];
  }
}

type Signing = { readonly year: number; readonly at: Date; readonly share: number; readonly random: Random; readonly asked: Set<string> };

/** Most sign on the day, some a few days later, a few not at all. */
async function signIssued(making: Making, { year, at, share, random, asked }: Signing): Promise<void> {
  const { house } = making.shell;
  const waiting = (await letters(making, { year, state: ['issued'] })).filter(({ id }) => !asked.has(id));
  for (const { id } of waiting) asked.add(id);
  const units = unitsById(making.units);
  const planned = waiting.map(({ id, unitId }) => {
    const temper = byTemper(units.get(unitId), { best: 1, usual: share, worst: share === 1 ? 1 : 0.7 });
    return { letterId: id, signs: random.chance(temper), hours: random.between(2, 60) };
  });
  const signatures = planned.flatMap(({ letterId, signs, hours }) =>
    signs ? [{ letterId, at: new Date(at.getTime() + hours * 3_600_000) }] : [],
  );
  await recordSignatures(pastOf(house, at).clockwork(), { signatures });
}

/** 转岗: two workers go to another team in the middle of the year; one has signed again, the other still owes it. */
async function move(making: Making, { year, random, asked }: Year & Pick<Signing, 'asked'>): Promise<void> {
  const { house } = making.shell;
  const now = house.clock.now().getTime();
  const [from, to] = making.units.filter(({ unit }) => unit.kind === 'team');
  if (from === undefined || to === undefined) return;
  const movers = making.people.filter(({ unit, post }) => unit.id === from.id && post === 'staff').slice(-2);
  const ago = [Math.min(120, Math.floor((now - Date.parse(`${year}-02-10T00:00:00Z`)) / day)), 6];
  for (const [at, mover] of movers.entries()) {
    const when = new Date(now - (ago[at] ?? 6) * day);
    const caller = pastOf(house, when).callerFor(making.editor);
    const held = (await listAppointments(caller, { unitId: from.id })).find(
      ({ personId, post }) => personId === mover.id && post === 'staff',
    );
    if (held === undefined) continue;
    await endAppointment(caller, { appointmentId: held.appointmentId, to: dayOf(when) });
    await appoint(caller, { personId: mover.id, unitId: to.id, post: 'staff', from: dayOf(when) });
    await owe(house, when);
    await issueLetters(caller, { year });
    if (at === 0) await signIssued(making, { year, at: when, share: 1, random, asked });
  }
}

/** 新员工 and whoever else came in the course of the year: a letter within weeks of joining, signed by most; the last of them still owes it. */
async function welcome(making: Making, { year, random, asked }: Year & Pick<Signing, 'asked'>): Promise<void> {
  const { house } = making.shell;
  const now = house.clock.now().getTime();
  for (const back of [110, 88, 66, 44, 25, 8, 1]) {
    const at = new Date(now - back * day);
    if (at < new Date(`${year}-02-10T00:00:00Z`)) continue;
    await owe(house, at);
    await issueLetters(pastOf(house, at).callerFor(making.editor), { year });
    await signIssued(making, { year, at, share: back > 8 ? 0.95 : 0, random, asked });
  }
}
