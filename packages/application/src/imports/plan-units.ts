import type { Tx } from '@changming/database';
import {
  type Answers,
  barredRows,
  type CodeElsewhere,
  type ImportProblem,
  type KnownUnit,
  type ProfiledUnit,
  planUnits,
  rowKey,
  type Sheet,
  type Source,
  unitCodesIn,
  type UnitPermission,
  type UnitRights,
  type UnitsPlan,
} from '@changming/domain/imports';

import type { Reading } from '../context.ts';
import { codeHolders } from '../units/index.ts';
import { knownUnits } from './known.ts';
import type { Of } from './plan.ts';
import type { Batch } from './store.ts';

/** What was withheld of which rows. */
type Withheld = ReadonlySet<string>;
const nothing: Withheld = new Set();

/**
 * Judges 组织机构 against the tree of today, by the rights of whoever asks: a file may do no more than the page. What is `withheld` is left
 * out whatever those are. Nothing is written.
 */
export async function planOfUnits(reading: Reading, asked: Of, withheld = nothing): Promise<UnitsPlan> {
  const { sheets, answers, underId } = asked;
  const { units, places } = await profiledUnits(reading);
  const rights = rightsOf(reading, { places, withheld });
  return planUnits(sheets, units, {
    answers,
    underId,
    rights,
    codesElsewhere: await codesElsewhere(reading.tx, { sheets, answers, units }),
  });
}

/**
 * What people saw left out for want of a permission: who holds it brings it in only after he has confirmed it, row by row. Answers confirm
 * where they are given before the file is judged, so that people see what comes in.
 */
export async function withheldFrom({ tx }: Pick<Reading, 'tx'>, batch: Batch, answers?: Answers): Promise<Withheld> {
  const rows = await tx
    .selectFrom('import_rows')
    .select(['sheet', 'row', 'detail'])
    .where('batch_id', '=', batch.id)
    .where('verdict', '=', 'wrong')
    .execute();
  const confirmed = new Set(answers?.rows.flatMap((said) => withheldBy(said, said.about)));
  const withheld = rows.flatMap(({ detail, ...row }) => (detail.problems ?? []).flatMap(({ code }) => withheldBy(row, code)));
  return new Set(withheld.filter((each) => !confirmed.has(each)));
}

/** Without what only confirms in another's place, of whoever lacks the permission as well. */
export function withoutConfirming({ may }: Pick<Reading, 'may'>, { unit_pos: lo }: Batch, answers: Answers): Answers {
  const permissionOf = (code: ImportProblem | undefined) => (code === undefined ? undefined : barredRows[code]);
  const isHis = (permission: UnitPermission | undefined) => permission === undefined || may(permission, lo);
  return { ...answers, rows: answers.rows.filter(({ about }) => isHis(permissionOf(about))) };
}

function withheldBy(row: Source, code: ImportProblem | undefined): readonly string[] {
  const permission = code === undefined ? undefined : barredRows[code];
  return permission === undefined ? [] : [withheldAs(row, permission)];
}

function withheldAs(row: Source, permission: UnitPermission): string {
  return `${rowKey(row)} ${permission}`;
}

type Places = ReadonlyMap<string, number>;

/** What the page would let him do at a unit, if the file may speak of that unit at all. */
function rightsOf({ may }: Reading, { places, withheld }: { places: Places; withheld: Withheld }): UnitRights {
  return (permission, unitId, row) => {
    const lo = places.get(unitId);
    return lo !== undefined && may('imports.run', lo) && may(permission, lo) && !withheld.has(withheldAs(row, permission));
  };
}

/** The units that are known, with where they lie and what their profiles say. */
async function profiledUnits({ tx }: Reading): Promise<{ readonly units: readonly ProfiledUnit[]; readonly places: Places }> {
  const rows = await tx
    .selectFrom('units as u')
    .leftJoin('unit_cities as c', 'c.id', 'u.id')
    .select(['u.id', 'u.lo', 'u.headcount', 'u.province', 'c.city', 'u.industry', 'u.flags'])
    .where('u.closed_on', 'is', null)
    .execute();
  const profiles = new Map(rows.map(({ id, lo: _lo, ...profile }) => [id, profile]));
  const units = (await knownUnits({ tx })).map((unit) => ({ ...unit, profile: profiles.get(unit.id) }));
  return { units, places: new Map(rows.map(({ id, lo }) => [id, lo])) };
}

type Told = { readonly sheets: readonly Sheet[]; readonly answers: Answers; readonly units: readonly KnownUnit[] };

/** Codes of the file that units have which are out of sight or closed. */
async function codesElsewhere(tx: Tx, { sheets, answers, units }: Told): Promise<readonly CodeElsewhere[]> {
  return codeHolders(tx, unitCodesIn(sheets, answers), new Set(units.map(({ id }) => id)));
}
