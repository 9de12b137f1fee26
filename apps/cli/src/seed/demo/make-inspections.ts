import { pastOf } from '@changming/application/access';
import { type Actor, type House, uuidV7 as newId } from '@changming/application/context';
import {
  explainMisses,
  foldInspections,
  installChecklists,
  listOccurrences,
  makeOccurrences,
  type PastCheck,
  recordChecks,
  settleMisses,
} from '@changming/application/inspections';

import type { Shell } from '../../verb.ts';
import type { Random } from '../random.ts';
import type { Company } from './cast.ts';
import { failSome } from './failed-checks.ts';
import { exitsRound, makePlans, officersRound } from './inspection-plans.ts';
import { dayOf } from './telling.ts';
import { byTemper, unitsById } from './tempers.ts';

type Making = Company & { readonly shell: Shell; readonly random: Random; readonly editor: Actor };
type Occurrence = Awaited<ReturnType<typeof listOccurrences>>['items'][number];

const day = 86_400_000;
const days = 91;
/** Days before today on which nobody is asked any more why something was missed. */
const asked = 4;

/** Three months of inspections: what was owed, done, late, missed and why, and what was found in the last days. */
export async function makeInspections({ shell, random, editor, ...company }: Making): Promise<{ owed: number; failed: number }> {
  const { house } = shell;
  const now = house.clock.now().getTime();
  const begins = now - days * day;
  await installChecklists(pastOf(house, new Date(begins)).clockwork(), {});
  await makePlans(pastOf(house, new Date(begins)).callerFor(editor), company, dayOf(new Date(begins)));
  for (const at of [begins + 45 * day, now]) await make(pastOf(house, new Date(at)));
  const caller = house.callerFor(editor);
  const { items } = await listOccurrences(caller, {
    from: dayOf(new Date(begins)),
    to: dayOf(new Date(now)),
    withBelow: true,
    limit: 20_000,
  });
  const fates = fatesOf(items, { company, random, now });
  const failed = await failSome({ shell, random, company }, fates.found);
  await recordChecks(house.clockwork(), { checks: fates.done.map((one) => checkOf(one, { company, random })) });
  for (const at of [begins + 46 * day, now - asked * day, now]) await settle(pastOf(house, new Date(at)));
  await explain(house, { editor, missed: fates.missed.filter(({ on }) => on < dayOf(new Date(now - asked * day))), random });
  while ((await foldInspections(house.clockwork(), {})).more);
  return { owed: items.length, failed };
}

async function make(house: House): Promise<void> {
  while ((await makeOccurrences(house.clockwork(), {})).more);
}

async function settle(house: House): Promise<void> {
  while ((await settleMisses(house.clockwork(), {})).more);
}

type Fates = { readonly done: readonly Occurrence[]; readonly missed: readonly Occurrence[]; readonly found: readonly Occurrence[] };

/** How often something is missed. */
const misses = { best: 1 / 80, usual: 1 / 24, worst: 0.35 } as const;

/** Most are done, some are missed, and in the last days a few find something. What is still open today stays open. */
function fatesOf(items: readonly Occurrence[], { company, random, now }: Telling & { readonly now: number }): Fates {
  const units = unitsById(company.units);
  const over = items.filter(({ missesAt }) => missesAt.getTime() < now);
  const missed = over.filter(({ unitId }) => random.chance(byTemper(units.get(unitId), misses)));
  const skipped = new Set(missed);
  const rest = over.filter((one) => !skipped.has(one));
  const recent = rest.filter(({ pointId, dueAt }) => pointId !== null && now - dueAt.getTime() < 9 * day);
  const found = recent.filter((_, at) => at % 11 === 3).slice(-6);
  return { missed, found, done: rest.filter((one) => !found.includes(one)) };
}

type Telling = { readonly company: Company; readonly random: Random };

const leading: readonly string[] = ['workshopHead', 'teamLeader', 'unitHead'];

/** Whoever leads there; officers go their own rounds in turns, and that of the exits on Mondays and Wednesdays. */
function doerOf({ unitId, plan, on }: Occurrence, { people }: Company): string {
  const here = people.filter(({ unit }) => unit.id === unitId);
  const officers = here.filter(({ post }) => post === 'safetyOfficer');
  const leaders = here.filter(({ post }) => leading.includes(post));
  const weekday = new Date(`${on}T00:00:00Z`).getUTCDay();
  const going = isOfficers(plan, weekday) ? [...officers, ...leaders] : [...leaders, ...here];
  const turn = plan === officersRound && weekday === 4 ? 1 : 0;
  return going[turn]?.id ?? '';
}

function isOfficers(plan: string, weekday: number): boolean {
  return plan === officersRound || (plan === exitsRound && weekday !== 5);
}

/** Done within the day; one in twenty after its time. */
function checkOf(one: Occurrence, { company, random }: Telling): PastCheck {
  const { id, opensAt, dueAt, missesAt } = one;
  const late = random.chance(0.05) && missesAt > dueAt;
  const minutes = late ? random.between(1, 50) : -random.between(60, 500);
  const doneAt = new Date(Math.max(opensAt.getTime() + 5 * 60_000, dueAt.getTime() + minutes * 60_000));
  const startedAt = new Date(doneAt.getTime() - random.between(3, 14) * 60_000);
  const readings = { 'SEW-06': random.between(5, 12) / 10, 'DOWN-10': random.between(5, 12) / 10 };
  return { id: newId(doneAt, random.bytes(16)), occurrenceId: id, personId: doerOf(one, company), startedAt, doneAt, readings };
}

const reasons = ['shortStaffed', 'forgotten', 'noProduction', 'equipmentDown'] as const;

async function explain(
  house: House,
  { editor, missed, random }: { readonly editor: Actor; readonly missed: readonly Occurrence[]; readonly random: Random },
): Promise<void> {
  const said = missed.map(({ id }) => ({ id, reason: random.pick(reasons) }));
  for (const reason of reasons) {
    const ids = said.filter((each) => each.reason === reason).map(({ id }) => id);
    for (let at = 0; at < ids.length; at += 200)
      await explainMisses(house.silent().callerFor(editor), { ids: ids.slice(at, at + 200), reason });
  }
}
