import { actAs, pastOf } from '@changming/application/access';
import { concludeRun, confirmResult, installSchemes, listResults, moveRun, runAssessment } from '@changming/application/assessments';
import type { Actor, House } from '@changming/application/context';

import { commendUnits } from './commend-units.ts';
import type { MadePerson } from './make-people.ts';
import type { MadeUnit } from './make-units.ts';
import { dayOf } from './telling.ts';

const day = 86_400_000;
const schemeCode = 'hazard-treatment';
/** 综合 counts what has been kept since the summer: the last quarter stands under it as well. */
const comprehensive = 'comprehensive';

type Company = { readonly units: readonly MadeUnit[]; readonly people: readonly MadePerson[] };

/** What becomes of a run, in days after its quarter. */
const story = { computed: 20, asked: 21, confirmed: 25, heard: 40, reviewed: 58, finalised: 59, published: 60 } as const;

/** 考核: each quarter since the spring is computed in its time; those before the last one have gone all the way to publication. */
export async function makeAssessments({ house }: { readonly house: House }, company: Company): Promise<string[]> {
  const now = house.clock.now().getTime();
  const quarters = quartersBefore(now).filter(({ end }) => end + story.computed * day < now);
  const [first] = quarters;
  if (first === undefined) return [];
  await installSchemes(pastOf(house, new Date(first.end - 60 * day)).clockwork(), {});
  const actors = await actorsOf(house, company);
  for (const quarter of quarters) await tell({ house, now, actors, company }, { ...quarter, schemeCode });
  const last = quarters.at(-1);
  if (last === undefined || !isSince(last)) return quarters.map(({ period }) => period);
  const at = pastOf(house, new Date(last.end + 9 * day));
  const on = dayOf(new Date(last.end - 20 * day));
  await commendUnits({ units: company.units, schemeCode: comprehensive, on, at, by: (then, who) => then.callerFor(actors[who]) });
  await tell({ house, now, actors, company }, { ...last, schemeCode: comprehensive });
  return quarters.map(({ period }) => period);
}

type Quarter = { readonly period: string /** The instant at which it ends. */; readonly end: number };

/** The last three quarters that are over, oldest first. */
function quartersBefore(now: number): Quarter[] {
  const local = new Date(now + 8 * 3_600_000);
  const index = local.getUTCFullYear() * 4 + Math.floor(local.getUTCMonth() / 3);
  return [3, 2, 1].map((back) => {
    const [year, quarter] = [Math.floor((index - back) / 4), (index - back) % 4];
    return { period: `${year}Q${quarter + 1}`, end: Date.UTC(year, 3 * quarter + 3, 1) - 8 * 3_600_000 };
  });
}

type Told = Quarter & { readonly schemeCode: string };

type Actors = { readonly safety: Actor; readonly leader: Actor };

async function actorsOf(house: House, { units, people }: Company): Promise<Actors> {
  const root = units[0];
  const department = units.find((unit) => unit.unit.name.startsWith('劳动安全部'));
  const safety = people.filter((person) => person.unit.id === department?.id)[1];
  const leader = people.find((person) => person.unit.id === root?.id && person.post === 'unitHead');
  if (root === undefined || safety === undefined || leader === undefined) throw new Error('the demo has nobody for its assessments');
  return {
    safety: await actAs(house, { role: 'hqSafety', personId: safety.id, unitId: root.id }),
    leader: await actAs(house, { role: 'hqLeader', personId: leader.id, unitId: root.id }),
  };
}

type Telling = { readonly house: House; readonly now: number; readonly actors: Actors; readonly company: Company };

/** From the third quarter of 2026 on. */
function isSince({ period }: Quarter): boolean {
  return period >= '2026Q3';
}

async function tell({ house, now, actors, company }: Telling, { period, end, schemeCode: code }: Told): Promise<void> {
  const at = (days: number) => pastOf(house, new Date(end + days * day + 10 * 3_600_000));
  const readAt = at(story.computed).clock.now().toISOString();
  const { id: runId } = await runAssessment(at(story.computed).clockwork(), { schemeCode: code, period, readAt });
  const steps: readonly (readonly [keyof typeof story, () => Promise<unknown>])[] = [
    ['asked', () => moveRun(at(story.asked).callerFor(actors.safety), { runId, step: 'ask', note: '请各单位五个工作日内核对确认' })],
    ['confirmed', () => confirmAll(at(story.confirmed), { runId, company, actors })],
    ['heard', () => moveRun(at(story.heard).callerFor(actors.safety), { runId, step: 'hearAppeals' })],
    ['reviewed', () => moveRun(at(story.reviewed).callerFor(actors.safety), { runId, step: 'review', note: '无申诉' })],
    ['finalised', () => concludeRun(at(story.finalised).callerFor(actors.safety), { runId, step: 'finalise', note: '安委会审定' })],
    ['published', () => concludeRun(at(story.published).callerFor(actors.leader), { runId, step: 'publish' })],
  ];
  const over = end + 70 * day < now;
  for (const [name, act] of steps) if (name === 'asked' || over) await act();
}

type Asking = { readonly runId: string; readonly company: Company; readonly actors: Actors };

/** The heads of the units confirm what they were asked. */
async function confirmAll(house: House, { runId, company, actors }: Asking): Promise<void> {
  const { items } = await listResults(house.callerFor(actors.safety), { runId, withBelow: true, sort: 'best', limit: 200 });
  for (const { unitId, status } of items) {
    const head = company.people.find(({ unit, post }) => unit.id === unitId && (post === 'unitHead' || post === 'firstResponsible'));
    if (head === undefined || status === 'notAssessed') continue;
    const actor = await actAs(house, { role: 'unitHead', personId: head.id, unitId });
    await confirmResult(house.callerFor(actor), { runId, unitId });
  }
}
