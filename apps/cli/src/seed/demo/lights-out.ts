import { pastOf } from '@changming/application/access';
import { type Actor, type Caller, type House, uuidV7 as newId } from '@changming/application/context';
import {
  chaseLightsOut,
  createPlan,
  foldInspections,
  listChecklists,
  listOccurrences,
  makeOccurrences,
  type PastCheck,
  recordChecks,
  settleMisses,
} from '@changming/application/inspections';

import type { Shell } from '../../verb.ts';
import type { Random } from '../random.ts';
import type { Company } from './cast.ts';
import { dayOf } from './telling.ts';
import { byTemper, unitsById } from './tempers.ts';

type Making = Company & { readonly shell: Shell; readonly random: Random; readonly editor: Actor };
type Occurrence = Awaited<ReturnType<typeof listOccurrences>>['items'][number];

const minute = 60_000;
const day = 86_400_000;
const days = 91;

/** When shifts end, and the quarter of an hour before and half an hour after in which the last person confirms. */
const dayShift = [{ shift: 'day', from: '17:45', until: '18:30' }] as const;
const twoShifts = [
  { shift: 'early', from: '15:45', until: '16:30' },
  { shift: 'middle', from: '23:45', until: '00:30' },
] as const;
const onTwoShifts = ['染整车间', '织造车间', '充绒车间', '开松车间'];

/** 班后断电断气 of every workshop and 除尘清扫 of the dusty ones: three months, with evenings on which nobody confirmed. */
export async function makeLightsOut({ shell, random, editor, ...company }: Making): Promise<number> {
  const { house } = shell;
  const now = house.clock.now().getTime();
  const begins = new Date(now - days * day);
  await makePlans(pastOf(house, begins).callerFor(editor), company, dayOf(begins));
  for (const at of [now - 45 * day, now]) await made(pastOf(house, new Date(at)));
  const kind = ['lightsOut', 'dust'] as const;
  const asked = { kind: [...kind], from: dayOf(begins), to: dayOf(new Date(now)), withBelow: true, limit: 20_000 };
  const { items } = await listOccurrences(house.callerFor(editor), asked);
  const ended = items.filter(({ missesAt }) => missesAt.getTime() < now);
  const fates = fatesOf(ended, company.units, random);
  const checks = fates.done.map((one) => checkOf(one, { company, random, begins: begins.getTime(), late: fates.late.has(one.id) }));
  await recordChecks(house.clockwork(), { checks });
  await chased(house, ended, now);
  while ((await settleMisses(house.clockwork(), {})).more);
  while ((await foldInspections(house.clockwork(), {})).more);
  return items.length;
}

type Fates = { readonly done: readonly Occurrence[]; readonly late: ReadonlySet<string> };

/** How often nobody confirmed. */
const darkness = { best: 1 / 90, usual: 1 / 30, worst: 0.28 } as const;

/** Some were not confirmed and one in twenty-five was late; of the last evening one in nine is dark and one late, so that the board shows all. */
function fatesOf(ended: readonly Occurrence[], units: Company['units'], random: Random): Fates {
  const unitOf = unitsById(units);
  const last = ended
    .map(({ on }) => on)
    .toSorted()
    .at(-1);
  const lastEvening = ended.filter(({ on }) => on === last);
  const nth = (one: Occurrence) => lastEvening.indexOf(one) % 9;
  const dark = ended.filter((one) => (one.on === last ? nth(one) === 4 : random.chance(byTemper(unitOf.get(one.unitId), darkness))));
  const late = ended.filter((one) => (one.on === last ? nth(one) === 7 : random.chance(1 / 25)));
  const unlit = new Set(dark);
  return { done: ended.filter((one) => !unlit.has(one)), late: new Set(late.map(({ id }) => id)) };
}

async function made(house: House): Promise<void> {
  while ((await makeOccurrences(house.clockwork(), {})).more);
}

/** Of the last evening whoever did not confirm has been told within the hour, shift by shift, and the unit above after a while. */
async function chased(house: House, ended: readonly Occurrence[], now: number): Promise<void> {
  const over = ended.filter(({ missesAt }) => missesAt.getTime() < now - 40 * minute);
  const last = over
    .map(({ on }) => on)
    .toSorted()
    .at(-1);
  const ends = new Set(over.flatMap(({ on, missesAt }) => (on === last ? [missesAt.getTime()] : [])));
  for (const at of [...ends].toSorted((one, other) => one - other).flatMap((end) => [end + 2 * minute, end + 30 * minute])) {
    const then = pastOf(house, new Date(at)).silent();
    while ((await settleMisses(then.clockwork(), {})).more);
    await chaseLightsOut(then.clockwork(), {});
  }
}

async function makePlans(caller: Caller, { units, points }: Pick<Company, 'units' | 'points'>, from: string): Promise<void> {
  const { items: lists } = await listChecklists(caller, { kind: ['lightsOut', 'dust'] });
  const idOf = (kind: string) => lists.find((each) => each.kind === kind)?.id ?? '';
  for (const unit of units.filter((each) => each.unit.kind === 'workshop')) {
    const board = points.find((point) => point.unit.id === unit.id && point.name === '配电室');
    if (board === undefined) continue;
    const shifts = onTwoShifts.includes(unit.unit.name) ? twoShifts : dayShift;
    const said = {
      unitId: unit.id,
      from,
      restDays: 'skip' as const,
      points: { of: 'listed' as const, pointIds: [board.id] },
      cadence: { every: 'shift' as const, shifts: [...shifts] },
      doer: { by: 'post' as const, post: 'workshopHead' as const },
    };
    await createPlan(caller, { ...said, checklistId: idOf('lightsOut'), name: '班后断电断气' });
    if (unit.unit.flags?.includes('hasCombustibleDust') === true)
      await createPlan(caller, { ...said, checklistId: idOf('dust'), name: '每班除尘清扫' });
  }
}

type Telling = { readonly company: Company; readonly random: Random; readonly begins: number; readonly late: boolean };

/** Confirmed around the end of the shift. The meter counts on. */
function checkOf({ id, unitId, kind, opensAt, dueAt }: Occurrence, { company, random, begins, late }: Telling): PastCheck {
  const head = company.people.find(({ unit, post }) => unit.id === unitId && post === 'workshopHead');
  const doneAt = late
    ? new Date(dueAt.getTime() + random.between(5, 100) * minute)
    : new Date(opensAt.getTime() + random.between(6, 40) * minute);
  const startedAt = new Date(doneAt.getTime() - random.between(2, 5) * minute);
  const kWh = 20_000 + Math.round(((doneAt.getTime() - begins) / day) * 310);
  const readings = kind === 'lightsOut' ? { 'OFF-10': kWh } : null;
  return { id: newId(doneAt, random.bytes(16)), occurrenceId: id, personId: head?.id ?? '', startedAt, doneAt, readings };
}
