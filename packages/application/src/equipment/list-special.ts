import { type Tables, toPage, when, within } from '@changming/database';
import { mostEquipment, type SpecialFilter } from '@changming/domain/equipment';
import { refuse } from '@changming/domain/kernel';
import type { ExpressionBuilder } from 'kysely';

import { command, query, type Reading } from '../context.ts';
import { rangesOf, unitPaths } from '../units/index.ts';
import { exportedSpecial } from './export-input.ts';
import { soonDays } from './rules.ts';
import { specialStanding } from './standings.ts';
import { carriesKey } from './store.ts';

const shown = [
  'e.id',
  'e.unit_id as unitId',
  'u.name as unit',
  'e.own_no as ownNo',
  'e.name',
  'e.category',
  'e.model',
  'e.registration',
  'e.register_no as registerNo',
  'e.use_from as useFrom',
  'e.state',
  'e.state_since as stateSince',
  'e.inspected_on as inspectedOn',
  'e.inspection_result as inspectionResult',
  'e.next_due_on as nextDueOn',
  'e.point_id as pointId',
  'p.name as point',
  'e.keeper_id as keeperId',
  'k.name as keeper',
  'e.keeper_words as keeperWords',
  'e.remark',
  'e.version',
  'e.search_key as searchKey',
] as const;

type Asked = Omit<SpecialFilter, 'limit' | 'after'>;

/** The machines that a filter picks, with how each stands today. */
async function picked(work: Reading, filter: Asked) {
  const { tx, today } = work;
  const [ranges, soon] = [await rangesOf(work, filter), await soonDays(tx, today)];
  const standing = specialStanding(today, soon);
  return tx
    .selectFrom('special_equipment as e')
    .innerJoin('units as u', 'u.id', 'e.unit_id')
    .leftJoin('points as p', 'p.id', 'e.point_id')
    .leftJoin('persons as k', 'k.id', 'e.keeper_id')
    .select([...shown, standing.as('standing')])
    .where((eb) => within(eb.ref('e.unit_pos'), ranges))
    .where((eb) => eb.and(conditions(eb as never, filter)))
    .$if(filter.standing !== undefined, (each) => each.where(standing, 'in', filter.standing ?? []))
    .orderBy('e.search_key')
    .orderBy('e.id');
}

type Seen = ExpressionBuilder<Tables & { e: Tables['special_equipment'] }, 'e'>;

function conditions(eb: Seen, { category, state, q }: Asked) {
  return [
    ...when(category, (is) => eb('e.category', 'in', is)),
    ...when(state, (is) => eb('e.state', 'in', is)),
    ...when(q, (typed) => carriesKey('e.search_key', typed)),
  ];
}

/** 特种设备台账 of the caller's branches or of one unit, by number and name. */
export const listSpecial = query({
  permission: 'equipment.read',
  async run(work, { after, limit, ...filter }: SpecialFilter) {
    const rows = await (await picked(work, filter))
      .$if(after !== undefined, (each) =>
        each.where((eb) => eb(eb.refTuple('e.search_key', 'e.id'), '>', eb.tuple(after?.[0] ?? '', after?.[1] ?? ''))),
      )
      .limit(limit + 1)
      .execute();
    return toPage(
      rows,
      limit,
      ({ searchKey, id }) => `${searchKey}~${id}`,
      ({ searchKey: _searchKey, ...row }) => row,
    );
  },
});

/** 导出特种设备台账: everything that the filter picks, whole or not at all; the trail says who took how much. */
export const exportSpecial = command({
  permission: 'equipment.export',
  name: 'equipment.exportSpecial',
  input: exportedSpecial,
  toldOnce: true,
  async run(work, filter) {
    const { today, trail, newId } = work;
    const rows = await (await picked(work, filter)).limit(mostEquipment + 1).execute();
    if (rows.length > mostEquipment) refuse('invalid', 'equipment.document_too_large', { count: rows.length, most: mostEquipment });
    const operators = await operatorsOf(
      work,
      rows.map(({ id }) => id),
    );
    const paths = await unitPaths(
      work.tx,
      rows.map(({ unitId }) => unitId),
    );
    const told = { list: 'special', rows: rows.length, ...filter };
    return trail(
      { subjectId: newId(), unitId: filter.unitId ?? null, before: null, after: told },
      { rows: rows.map((row) => ({ ...row, unit: paths.get(row.unitId) ?? row.unit, operators: operators.get(row.id) ?? [] })), today },
    );
  },
});

async function operatorsOf({ tx }: Pick<Reading, 'tx'>, ids: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .selectFrom('special_operators as o')
    .innerJoin('persons as p', 'p.id', 'o.person_id')
    .select(['o.equipment_id', 'p.name'])
    .where('o.equipment_id', 'in', ids)
    .where('o.to_on', 'is', null)
    .orderBy('p.name')
    .execute();
  return new Map([...Map.groupBy(rows, ({ equipment_id }) => equipment_id)].map(([id, all]) => [id, all.map(({ name }) => name)]));
}
