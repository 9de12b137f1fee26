import { pastOf } from '@changming/application/access';
import type { Actor, Caller, House } from '@changming/application/context';
import {
  changeSpecialState,
  checkFire,
  checkPlace,
  dueKinds,
  explainSpots,
  listMissedSpots,
  oweSpotChecks,
  recordInspection,
  registerFire,
  registerSpecial,
  sweepEquipment,
} from '@changming/application/equipment';

import type { Shell } from '../../verb.ts';
import { eachOf } from '../in-order.ts';
import { type Random, randomFrom } from '../random.ts';
import type { Company } from './cast.ts';
import type { MadePerson } from './make-people.ts';
import type { MadePoint } from './make-points.ts';
import { dayOf } from './telling.ts';
import { byTemper } from './tempers.ts';

type Making = Company & { readonly shell: Shell; readonly random: Random; readonly editor: Actor };

const day = 86_400_000;
/** Days ago on which the ledgers were set up. */
const begun = 100;

type Machine = { readonly name: string; readonly category: 'boiler' | 'lift' | 'forklift' | 'simpleVessel'; readonly years: number };
const machines: readonly Machine[] = [
  { name: '载货电梯', category: 'lift', years: 1 },
  { name: '叉车', category: 'forklift', years: 2 },
  { name: '储气罐', category: 'simpleVessel', years: 3 },
  { name: '蒸汽锅炉', category: 'boiler', years: 1 },
];
/** Days until the next inspection is due, one machine after the other: some soon, some past, most far off. */
const ahead = [240, 400, 21, 500, -12, 130, 700, 6, 300, 90] as const;

const kinds = [
  { kind: 'powderPortable', model: 'MFZ/ABC4' },
  { kind: 'water', model: 'MSZ/3' },
  { kind: 'indoorHydrant', model: 'SN65' },
] as const;
/** Months ago in which a piece was made. */
const ages = [14, 26, 33, 8, 20, 30, 11, 35] as const;
/** But for these, which should have been serviced. */
const aged: Readonly<Record<number, number>> = { 4: 38, 6: 62, 22: 40 };
const allRight = { inPlace: 'right', pressure: 'right', seal: 'right', body: 'right', label: 'right', unblocked: 'right' } as const;

/** Machines and fire equipment of every workshop, with a season of look-overs: most made, some missed, a few that found something. */
export async function makeEquipment(making: Making): Promise<{ machines: number; pieces: number }> {
  const { shell, editor } = making;
  const now = shell.house.clock.now().getTime();
  const keepers = keepersOf(making);
  const then = pastOf(shell.house, new Date(now - begun * day)).callerFor(editor);
  const made = await makeMachines(making, then, keepers);
  const pieces = await makePieces(making, then, keepers);
  await lookOver(making, pieces, keepers);
  await explainMissed(making, keepers);
  await runPumps(making);
  await remind(shell.house, now);
  return { machines: made, pieces: pieces.length };
}

type Keepers = (unitId: string) => MadePerson | undefined;

function keepersOf({ people }: Company): Keepers {
  return (unitId) => people.find((person) => person.unit.id === unitId && person.post === 'workshopHead');
}

async function makeMachines({ shell, units }: Making, then: Caller, keepers: Keepers): Promise<number> {
  const workshops = units.filter(({ unit }) => unit.kind === 'workshop');
  const today = shell.house.clock.now().getTime();
  for (const [at, unit] of workshops.entries()) {
    const machine = machines[at % machines.length];
    if (machine !== undefined) await makeMachine(then, { at, machine, unitId: unit.id, keeperId: keepers(unit.id)?.id ?? null, today });
  }
  return workshops.length;
}

type Placing = {
  readonly at: number;
  readonly machine: Machine;
  readonly unitId: string;
  readonly keeperId: string | null;
  readonly today: number;
};

/** The seventh has failed its inspection, the fourth is out of use. */
async function makeMachine(then: Caller, { at, machine, unitId, keeperId, today }: Placing): Promise<void> {
  const named = { ownNo: `T-${String(at + 1).padStart(3, '0')}`, name: machine.name, category: machine.category };
  const registerNo = `99梯${machine.category === 'boiler' ? '锅' : '特'}${20_261 + at}(${15 + (at % 9)})`;
  const { id } = await registerSpecial(then, { unitId, ...named, registerNo, useFrom: '2021-06-18', keeperId });
  const nextDueOn = dayOf(new Date(today + (ahead[at % ahead.length] ?? 300) * day));
  const on = `${Number(nextDueOn.slice(0, 4)) - machine.years}${nextDueOn.slice(4)}`.replace('-02-29', '-02-28');
  const early = dayOf(new Date(today - (begun + 1) * day));
  const inspected = { on: on < early ? on : early, result: at === 6 ? 'failed' : 'passed', nextDueOn } as const;
  await recordInspection(then, { equipmentId: id, ...inspected, agency: '东岚省特种设备检验研究院' });
  if (at === 3) await changeSpecialState(then, { equipmentId: id, to: 'outOfUse', on: early, reason: '停产检修，已报停' });
}

type Piece = { readonly id: string; readonly point: MadePoint };

async function makePieces({ shell, points }: Making, then: Caller, keepers: Keepers): Promise<Piece[]> {
  const today = shell.house.clock.now().getTime();
  const pieces: Piece[] = [];
  for (const [at, point] of points.entries()) {
    const { kind, model } = kinds[at % kinds.length] ?? kinds[0];
    const madeOn = dayOf(new Date(today - (aged[at] ?? ages[at % ages.length] ?? 20) * 30.4 * day)).slice(0, 7);
    const keeperId = keepers(point.unit.id)?.id ?? null;
    const named = { no: `X-${String(at + 1).padStart(4, '0')}`, kind, model, madeOn, place: point.name };
    const { id } = await registerFire(then, { unitId: point.unit.id, ...named, pointId: point.id, keeperId });
    pieces.push({ id, point });
  }
  return pieces;
}

/** One look-over a month by the head of the workshop, who scans the plate; the running month is half done. What is owed was owed in its time. */
async function lookOver({ shell, random, editor }: Making, pieces: readonly Piece[], keepers: Keepers): Promise<void> {
  const { house } = shell;
  const now = house.clock.now().getTime();
  for (const [back, share] of [
    [95, 0.93],
    [70, 0.9],
    [38, 0.92],
    [2, 0.5],
  ] as const) {
    const past = pastOf(house, new Date(now - back * day));
    await oweAll(past);
    const chance = back > 90 ? randomFrom(back) : random;
    const done = pieces
      .filter(({ point }) => chance.chance(byTemper(point.unit, { best: 1, usual: share, worst: share * 0.55 })))
      .map((piece) => ({ ...piece, wrong: chance.chance(byTemper(piece.point.unit, { best: 0, usual: 0.04, worst: 0.25 })) }));
    await eachOf(done, 4, async ({ id, point, wrong }) => {
      const head = keepers(point.unit.id);
      const by = past.callerFor(head === undefined ? editor : { ...editor, personId: head.id });
      const items = wrong ? ({ ...allRight, pressure: 'wrong' } as const) : allRight;
      const check = { on: past.clock.today(), items, condition: wrong ? 'pressureLow' : 'intact', plate: point.code } as const;
      await checkFire(by, { equipmentId: id, ...check });
    });
  }
  await oweAll(house);
}

const missReasons = ['shortStaffed', 'forgotten', 'noAccess', 'away'] as const;

/** Why look-overs were missed, said a few days ago by the head of the workshop; of the last period nobody has said it yet. */
async function explainMissed({ shell: { house }, editor }: Making, keepers: Keepers): Promise<void> {
  const past = pastOf(house, new Date(house.clock.now().getTime() - 3 * day));
  const { items } = await listMissedSpots(past.callerFor(editor), { withBelow: true, limit: 200 });
  const chance = randomFrom(items.length);
  for (const { unitId, dueOn } of items.filter((each) => each.dueOn !== items[0]?.dueOn)) {
    const head = keepers(unitId);
    const by = past.callerFor(head === undefined ? editor : { ...editor, personId: head.id });
    await explainSpots(by, { unitId, dueOn, reason: chance.pick(missReasons) });
  }
}

async function oweAll(house: House): Promise<void> {
  let next: string | null = null;
  do next = (await oweSpotChecks(house.clockwork(), { after: next })).next;
  while (next !== null);
}

/** 消防泵 runs and passages of the last months. */
async function runPumps({ shell, units, editor }: Making): Promise<void> {
  const { house } = shell;
  const now = house.clock.now().getTime();
  const factories = units.filter(({ unit }) => unit.kind === 'factory');
  for (const unit of factories) {
    for (const back of [66, 35, 5]) {
      const past = pastOf(house, new Date(now - back * day));
      const where = { unitId: unit.id, on: past.clock.today(), passed: true };
      const readings = [
        { name: '出水压力', value: '0.62 MPa' },
        { name: '运行时间', value: '15 分钟' },
      ];
      await checkPlace(past.callerFor(editor), { ...where, kind: 'pumpRun', readings });
      await checkPlace(past.callerFor(editor), { ...where, kind: 'passage' });
    }
  }
}

/** Reminders that went out long ago are noted as told; the worker goes on with those of today. */
async function remind(house: House, now: number): Promise<void> {
  const before = pastOf(house, new Date(now - 11 * day)).clockwork();
  for (const rule of dueKinds) await sweepEquipment(before, { rule });
}
