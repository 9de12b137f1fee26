import { type Tx, within } from '@changming/database';
import {
  type Appointing,
  type KnownKeeper,
  planPoints,
  plateCodesIn,
  type PointsPlan,
  type RegisteredPoint,
  rowKey,
  type Sheet,
} from '@changming/domain/imports';
import { sql } from 'kysely';

import type { Reading } from '../context.ts';
import { keeperIdOn } from '../points/index.ts';
import { standingAgainstEach } from '../workforce/index.ts';
import { officesOf } from './days-of-points.ts';
import { knownUnits } from './known.ts';
import type { Of } from './plan.ts';

/**
 * Judges 点位台账 against what the product knows today; where it names keepers whom the gates keep out, it is judged once more with what they
 * have against them. Nothing is written.
 */
export async function planOfPoints(reading: Reading, asked: Of): Promise<PointsPlan> {
  const { tx, today } = reading;
  const { sheets, answers, underId, fileHash, opening } = asked;
  const units = await knownUnits(reading);
  const known = { persons: await knownKeepers(reading), existing: await registered(reading) };
  const taken = { takenCodes: await takenIn(tx, sheets), branch: await unitsOf(reading) };
  const options = { today, answers, underId, fileHash, opening, ...known, ...taken };
  const plan = planPoints(sheets, units, options);
  const barred = await barredIn(reading, asked, plan.appointing);
  return barred.size === 0 ? plan : planPoints(sheets, units, { ...options, barred });
}

/** How much the gates have against whom a row makes a keeper, for those whom they keep out. */
async function barredIn(reading: Reading, asked: Of, appointing: readonly Appointing[]): Promise<ReadonlyMap<string, number>> {
  const standing = await standingAgainstEach(reading.tx, await officesOf(reading, asked, appointing), reading.today);
  return new Map(
    appointing.flatMap(({ source }, at) => {
      const count = standing[at]?.length ?? 0;
      return count === 0 ? [] : [[rowKey(source), count] as const];
    }),
  );
}

async function knownKeepers({ tx, scope }: Reading): Promise<KnownKeeper[]> {
  return tx
    .selectFrom('persons')
    .select(['id', 'name', 'staff_no as staffNo', 'unit_id as unitId', 'left_on as leftOn'])
    .where((eb) => within(eb.ref('unit_pos'), scope))
    .orderBy('id')
    .execute();
}

const cameIn = sql<string[]>`array(
  select concat_ws('!', b.file_hash, r.sheet, r.row) from import_records r join import_batches b on b.id = r.batch_id
  where r.record_id = p.id)`;

/** Every point of the scope, the closed ones too, with whoever keeps it today. */
async function registered({ tx, scope, today }: Reading): Promise<RegisteredPoint[]> {
  return tx
    .selectFrom('points as p')
    .leftJoin('point_details as d', 'd.id', 'p.id')
    .select(['p.id', 'p.code', 'p.unit_id as unitId', 'p.name', 'p.kind', 'p.closed_on as closedOn'])
    .select(['d.own_no as ownNo', 'd.place', 'd.remark', keeperIdOn(today).as('keeperId')])
    .select([sql<boolean>`exists (select from key_positions k where k.point_id = p.id and k.to_on is null)`.as('key'), cameIn.as('rows')])
    .where((eb) => within(eb.ref('p.unit_pos'), scope))
    .orderBy('p.id')
    .execute();
}

/** The codes of the file that somebody has, wherever the point lies. */
async function takenIn(tx: Tx, sheets: readonly Sheet[]): Promise<ReadonlySet<string>> {
  const codes = plateCodesIn(sheets);
  if (codes.length === 0) return new Set();
  const { rows } = await sql<{ code: string }>`select code from house.plates_taken(${[...codes]}::text[]) as code`.execute(tx);
  return new Set(rows.map(({ code }) => code));
}

/** The units of the scope itself: those above it are known by name and belong to others. */
async function unitsOf({ tx, scope }: Reading): Promise<ReadonlySet<string>> {
  const rows = await tx
    .selectFrom('units')
    .select('id')
    .where('closed_on', 'is', null)
    .where((eb) => within(eb.ref('lo'), scope))
    .execute();
  return new Set(rows.map(({ id }) => id));
}
