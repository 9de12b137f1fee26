import { type Tables, toPage, when, within } from '@changming/database';
import { type FireFilter, mostEquipment } from '@changming/domain/equipment';
import { refuse } from '@changming/domain/kernel';
import { type ExpressionBuilder, sql, type SqlBool } from 'kysely';

import { command, query, type Reading } from '../context.ts';
import { rangesOf, unitPaths } from '../units/index.ts';
import { exportedFire } from './export-input.ts';
import { soonDays } from './rules.ts';
import { fireStanding } from './standings.ts';
import { carriesKey } from './store.ts';

const shown = [
  'e.id',
  'e.unit_id as unitId',
  'u.name as unit',
  'e.no',
  'e.kind',
  'e.name',
  'e.model',
  'e.place',
  'e.point_id as pointId',
  'p.name as point',
  'e.made_on as madeOn',
  'e.serviced_on as servicedOn',
  'e.scrap_stated_on as scrapStatedOn',
  'e.service_due_on as serviceDueOn',
  'e.scrap_due_on as scrapDueOn',
  'e.condition',
  'e.condition_on as conditionOn',
  'e.keeper_id as keeperId',
  'k.name as keeper',
  'e.keeper_words as keeperWords',
  'e.remark',
  'e.version',
  'e.search_key as searchKey',
] as const;

type Asked = Omit<FireFilter, 'limit' | 'after'>;

async function picked(work: Reading, filter: Asked) {
  const { tx, today } = work;
  const [ranges, soon] = [await rangesOf(work, filter), await soonDays(tx, today)];
  const standing = fireStanding(today, soon);
  return tx
    .selectFrom('fire_equipment as e')
    .innerJoin('units as u', 'u.id', 'e.unit_id')
    .leftJoin('points as p', 'p.id', 'e.point_id')
    .leftJoin('persons as k', 'k.id', 'e.keeper_id')
    .leftJoin('fire_spot_duties as d', (join) =>
      join.onRef('d.equipment_id', '=', 'e.id').on('d.from_on', '<=', today).on('d.due_on', '>=', today),
    )
    .select([...shown, standing.as('standing'), 'd.due_on as checkDueOn', 'd.checked_on as checkedOn'])
    .where((eb) => within(eb.ref('e.unit_pos'), ranges))
    .where((eb) => eb.and(conditions(eb as never, filter)))
    .$if(filter.standing !== undefined, (each) => each.where(standing, 'in', filter.standing ?? []))
    .orderBy('e.search_key')
    .orderBy('e.id');
}

type Seen = ExpressionBuilder<Tables & { e: Tables['fire_equipment'] }, 'e'>;

function conditions(eb: Seen, { kind, condition, unchecked, missedOn, pointId, q }: Asked) {
  return [
    ...when(kind, (is) => eb('e.kind', 'in', is)),
    ...when(condition, (is) => eb('e.condition', 'in', is)),
    ...when(pointId, (is) => eb('e.point_id', '=', is)),
    ...(unchecked === true ? [sql<SqlBool>`d.id is not null and d.checked_on is null`] : []),
    ...when(missedOn, (on) => missedBy(on)),
    ...when(q, (typed) => carriesKey('e.search_key', typed)),
  ];
}

/** Nobody looked it over in the period that ended on that day. */
function missedBy(on: string) {
  return sql<SqlBool>`exists (select from fire_spot_duties m where m.equipment_id = e.id and m.due_on = ${on}::date and m.checked_on is null
    and (e.scrapped_on is null or e.scrapped_on > m.due_on))`;
}

/** 消防器材台账 of the caller's branches or of one unit, by number. */
export const listFire = query({
  permission: 'equipment.read',
  async run(work, { after, limit, ...filter }: FireFilter) {
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

/** 导出消防器材台账: everything that the filter picks, whole or not at all; the trail says who took how much. */
export const exportFire = command({
  permission: 'equipment.export',
  name: 'equipment.exportFire',
  input: exportedFire,
  toldOnce: true,
  async run(work, filter) {
    const { today, trail, newId } = work;
    const rows = await (await picked(work, filter)).limit(mostEquipment + 1).execute();
    if (rows.length > mostEquipment) refuse('invalid', 'equipment.document_too_large', { count: rows.length, most: mostEquipment });
    const paths = await unitPaths(
      work.tx,
      rows.map(({ unitId }) => unitId),
    );
    const listed = rows.map((row) => ({ ...row, unit: paths.get(row.unitId) ?? row.unit }));
    const told = { list: 'fire', rows: rows.length, ...filter };
    return trail({ subjectId: newId(), unitId: filter.unitId ?? null, before: null, after: told }, { rows: listed, today });
  },
});
