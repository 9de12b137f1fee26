import { createHash, randomBytes } from 'node:crypto';

import {
  type Closure,
  defaultLookBack,
  type Draw,
  drawMonth,
  type HazardLevel,
  type LookBack,
  type LookBackRules,
  publish,
} from '@changming/domain/hazards';
import { addDays, monthOf, periodNamed } from '@changming/domain/kernel';
import { z } from 'zod';

import type { Tx } from '@changming/database';
import { command, type Writing } from '../context.ts';
import { hazardRuleBook } from './hazard-rules.ts';

export const hash = (text: string) => createHash('sha256').update(text).digest('hex');

/** How many months ahead a commitment stands: a worker that was down over a month's end has still committed before it began. */
const monthsAhead = 2;

/** 公布抽查承诺: the hash of the seed of each coming month, before it begins. The seed itself lies sealed until the draw. */
export const commitToDraws = command({
  permission: 'hazards.drawLookBacks',
  name: 'hazards.commitToDraws',
  input: z.strictObject({}),
  async run(work) {
    const published: string[] = [];
    for (const month of comingMonths(work.today)) if (await commitTo(work, month)) published.push(month);
    return work.trail([], { published });
  },
});

function comingMonths(today: string): string[] {
  const months: string[] = [];
  let month = monthOf(today);
  for (let ahead = 0; ahead < monthsAhead; ahead += 1) {
    const until = periodNamed(month)?.until ?? today;
    month = monthOf(until);
    months.push(month);
  }
  return months;
}

async function commitTo({ tx, now, today, secrets }: Writing, month: string): Promise<boolean> {
  const seed = randomBytes(32).toString('hex');
  const { commitment, publishedOn } = publish({ month, seed, on: today }, hash);
  const written = await tx
    .insertInto('hazard_draws')
    .values({ month, commitment, published_on: publishedOn, published_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (written.numInsertedOrUpdatedRows === 0n) return false;
  await tx
    .insertInto('hazard_draw_seeds')
    .values({ month, sealed: secrets.seal(seed) })
    .execute();
  return true;
}

/** 月度抽查: every month that is over and not yet drawn, by the seed that was committed before it began. */
export const drawLookBacks = command({
  permission: 'hazards.drawLookBacks',
  input: z.strictObject({}),
  async run(work) {
    const { tx, today } = work;
    const open = await tx
      .selectFrom('hazard_draws')
      .select(['month', 'commitment', 'published_on as publishedOn'])
      .where('drawn_on', 'is', null)
      .where('month', '<', monthOf(today))
      .orderBy('month')
      .forUpdate()
      .execute();
    const drawn: { month: string; lookBacks: number }[] = [];
    for (const each of open) drawn.push(await drawOne(work, { ...each, seed: null, drawnOn: null }));
    return work.trail([], { drawn });
  },
});

async function drawOne(work: Writing, draw: Draw): Promise<{ month: string; lookBacks: number }> {
  const { tx, secrets, today } = work;
  const { month } = draw;
  const { sealed } = await tx.selectFrom('hazard_draw_seeds').select('sealed').where('month', '=', month).executeTakeFirstOrThrow();
  const closures = await closuresOf(tx, month);
  const rulesOf = await rulesOfMonth(tx, month, closures);
  const { draw: done, lookBacks, strata } = drawMonth(draw, { closures, seed: secrets.open(sealed), on: today, rulesOf }, hash);
  await owe(work, closures, lookBacks);
  await tx
    .updateTable('hazard_draws')
    .set({ seed: done.seed, drawn_on: done.drawnOn, strata: JSON.stringify(strata) })
    .where('month', '=', month)
    .execute();
  return { month, lookBacks: lookBacks.length };
}

/** What binds each unit's month: the rules in force on its last day. */
async function rulesOfMonth(tx: Tx, month: string, closures: readonly Closure[]): Promise<(unitId: string) => LookBackRules> {
  const on = addDays(periodNamed(month)?.until ?? month, -1);
  const book = await hazardRuleBook(tx);
  const rules = new Map<string, LookBackRules>();
  for (const unitId of new Set(closures.map((closure) => closure.unitId))) rules.set(unitId, (await book({ unitId, on })).lookBack);
  return (unitId) => rules.get(unitId) ?? defaultLookBack;
}

/** The closings of a month. None can be added any more: a hazard closes on the day it is accepted. */
export async function closuresOf(tx: Tx, month: string): Promise<Closure[]> {
  const { from, until } = periodNamed(month) ?? { from: month, until: month };
  return closuresBetween(tx, from, addDays(until, -1));
}

export async function closuresBetween(tx: Tx, from: string, to: string): Promise<Closure[]> {
  const rows = await tx
    .selectFrom('hazard_closings')
    .select(['hazard_id as hazardId', 'round', 'unit_id as unitId', 'level', 'source', 'origin', 'closed_on as closedOn'])
    .where('closed_on', '>=', from)
    .where('closed_on', '<=', to)
    .execute();
  return rows.map((row) => ({ ...row, level: row.level satisfies HazardLevel }));
}

async function owe({ tx, newId, today }: Writing, closures: readonly Closure[], lookBacks: readonly LookBack[]): Promise<void> {
  const unitOf = new Map(closures.map(({ hazardId, round, unitId }) => [`${hazardId}|${round}`, unitId]));
  for (const { hazardId, round, reason, fromOn, toOn } of lookBacks) {
    const unit_id = unitOf.get(`${hazardId}|${round}`);
    if (unit_id === undefined) throw new Error(`drawn without a closing: ${hazardId}`);
    /** A draw that comes late still leaves a fortnight to look. */
    const latest = toOn < addDays(today, 14) ? addDays(today, 14) : toOn;
    await tx
      .insertInto('hazard_look_backs')
      .values({ id: newId(), hazard_id: hazardId, round, unit_id, reason, from_on: fromOn, to_on: latest })
      .onConflict((conflict) => conflict.columns(['hazard_id', 'round']).doNothing())
      .execute();
  }
}
