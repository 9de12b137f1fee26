import type { Tx } from '@changming/database';
import {
  type Answers,
  type CodeElsewhere,
  type KnownUnit,
  type ProfiledUnit,
  planUnits,
  type Sheet,
  unitCodesIn,
  type UnitRights,
  type UnitsPlan,
} from '@changming/domain/imports';

import type { Reading } from '../context.ts';
import { codeHolders } from '../units/index.ts';
import { knownUnits } from './known.ts';
import { knownLeaders } from './leaders.ts';
import type { Of } from './plan.ts';
import { mayConfirm, type Withheld, withheldAs } from './withheld-rows.ts';

const nothing: Withheld = new Set();

/**
 * Judges 组织机构 against the tree of today, by the rights of whoever asks: a file may do no more than the page. What is `withheld` is left
 * out whatever those are. Nothing is written.
 */
export async function planOfUnits(reading: Reading, asked: Of, withheld = nothing): Promise<UnitsPlan> {
  const { sheets, answers, underId, effectiveOn } = asked;
  const { units, places } = await profiledUnits(reading);
  const rights = rightsOf(reading, { places, withheld });
  return planUnits(sheets, units, {
    answers,
    underId,
    rights,
    days: { effectiveOn, today: reading.today },
    leaders: await knownLeaders(reading, { sheets, answers, places }),
    codesElsewhere: await codesElsewhere(reading.tx, { sheets, answers, units }),
  });
}

type Places = ReadonlyMap<string, number>;

/** What the page would let him do at a unit, if the file may speak of that unit at all. */
function rightsOf({ may }: Reading, { places, withheld }: { places: Places; withheld: Withheld }): UnitRights {
  return (permission, unitId, row) => {
    return mayConfirm(may, permission, places.get(unitId)) && !withheld.has(withheldAs(row, permission));
  };
}

/** The units that are known, with where they lie and what their profiles say. */
async function profiledUnits({ tx }: Reading): Promise<{ readonly units: readonly ProfiledUnit[]; readonly places: Places }> {
  const rows = await tx
    .selectFrom('units as u')
    .leftJoin('unit_cities as c', 'c.id', 'u.id')
    .leftJoin('unit_details as d', 'd.id', 'u.id')
    .leftJoin('unit_spans as s', (join) => join.onRef('s.unit_id', '=', 'u.id').on('s.to_on', 'is', null))
    .select(['u.id', 'u.lo', 's.from_on as changedOn', 'u.headcount', 'u.province', 'c.city', 'u.industry', 'u.flags'])
    .select(['d.address', 'd.remark'])
    .where('u.closed_on', 'is', null)
    .execute();
  const profiles = new Map(rows.map(({ id, lo: _lo, changedOn, ...profile }) => [id, { changedOn, profile }]));
  const units = (await knownUnits({ tx })).map((unit) => ({ ...unit, ...profiles.get(unit.id) }));
  return { units, places: new Map(rows.map(({ id, lo }) => [id, lo])) };
}

type Told = { readonly sheets: readonly Sheet[]; readonly answers: Answers; readonly units: readonly KnownUnit[] };

/** Codes of the file that units have which are out of sight or closed. */
async function codesElsewhere(tx: Tx, { sheets, answers, units }: Told): Promise<readonly CodeElsewhere[]> {
  return codeHolders(tx, unitCodesIn(sheets, answers), new Set(units.map(({ id }) => id)));
}
