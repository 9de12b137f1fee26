import { toPage, within } from '@changming/database';
import { type MissedSpotsFilter, mostEquipment, type SpotMissReason } from '@changming/domain/equipment';
import { refuse } from '@changming/domain/kernel';
import type { UnitRange } from '@changming/domain/units';
import { type RawBuilder, sql, type SqlBool } from 'kysely';

import { command, query } from '../context.ts';
import { rangesOf, unitPaths } from '../units/index.ts';
import { exportedMissedSpots } from './export-input.ts';

/** Why so many of them were missed, with the words of one who said so. */
type Given = { readonly reason: SpotMissReason; readonly count: number; readonly note: string | null };
type Missed = {
  readonly unitId: string;
  readonly unit: string;
  readonly from: string;
  readonly dueOn: string;
  readonly missed: number;
  readonly unexplained: number;
  readonly reasons: Given[];
};

type Days = Pick<MissedSpotsFilter, 'from' | 'to'>;

/** The same as the domain's `isMissedSpot`, of the look-over `d` and its piece `e`; owed by one of the days. */
function isMissed(today: string, { from, to }: Days): RawBuilder<SqlBool> {
  return sql`(d.checked_on is null and d.due_on < ${today}::date and (e.scrapped_on is null or e.scrapped_on > d.due_on)
    and d.due_on >= coalesce(${from ?? null}::date, '-infinity') and d.due_on <= coalesce(${to ?? null}::date, 'infinity'))`;
}

/** (unit, first day, last day, reason, how many, somebody's words) of what was missed in the ranges. */
function missedIn(ranges: readonly UnitRange[], today: string, days: Days): RawBuilder<unknown> {
  return sql`
    select d.unit_id, min(d.from_on) as from_on, d.due_on, r.reason, count(*)::integer as count, max(r.note) as note
    from fire_spot_duties d join fire_equipment e on e.id = d.equipment_id left join fire_spot_reasons r on r.duty_id = d.id
    where ${isMissed(today, days)} and ${within(sql.ref<number>('d.unit_pos'), ranges)} group by d.unit_id, d.due_on, r.reason`;
}

/** 消防点检漏检, by unit and period, the latest first, each with the reasons given; and how many there are in all. */
export const listMissedSpots = query({
  permission: 'equipment.read',
  async run(work, { after, limit, unexplained = false, from, to, ...branch }: MissedSpotsFilter) {
    const { tx, today } = work;
    const missed = missedIn(await rangesOf(work, branch), today, { from, to });
    const onward = after === undefined ? sql`true` : sql`(m.due_on, m.unit_id) < (${after[0]}::date, ${after[1]}::uuid)`;
    const { rows } = await sql<Missed>`
      select m.unit_id as "unitId", u.name as unit, min(m.from_on) as from, m.due_on as "dueOn", sum(m.count)::integer as missed,
        coalesce(sum(m.count) filter (where m.reason is null), 0)::integer as unexplained,
        coalesce(json_agg(json_build_object('reason', m.reason, 'count', m.count, 'note', m.note) order by m.count desc, m.reason)
          filter (where m.reason is not null), '[]') as reasons
      from (${missed}) as m join units u on u.id = m.unit_id where ${onward} group by m.unit_id, u.name, m.due_on
      having ${!unexplained} or bool_or(m.reason is null) order by m.due_on desc, m.unit_id desc limit ${limit + 1}`.execute(tx);
    const page = toPage(
      rows,
      limit,
      ({ dueOn, unitId }) => `${dueOn}~${unitId}`,
      (row) => row,
    );
    const { rows: sums } = await sql<{ missed: number; unexplained: number }>`
      select coalesce(sum(count), 0)::integer as missed, coalesce(sum(count) filter (where reason is null), 0)::integer as unexplained
      from (${missed}) as m`.execute(tx);
    return { ...page, ...(sums[0] ?? { missed: 0, unexplained: 0 }) };
  },
});

/** 导出漏检: piece by piece, whole or not at all; the trail says who took how much. */
export const exportMissedSpots = command({
  permission: 'equipment.export',
  name: 'equipment.exportMissedSpots',
  input: exportedMissedSpots,
  toldOnce: true,
  async run(work, { unexplained, from, to, ...branch }) {
    const { tx, today, trail, newId } = work;
    const ranges = await rangesOf(work, branch);
    const rows = await tx
      .selectFrom('fire_spot_duties as d')
      .innerJoin('fire_equipment as e', 'e.id', 'd.equipment_id')
      .leftJoin('points as p', 'p.id', 'e.point_id')
      .leftJoin('fire_spot_reasons as r', 'r.duty_id', 'd.id')
      .leftJoin('persons as by', 'by.id', 'r.by_id')
      .select(['d.unit_id as unitId', 'e.no', 'e.kind', 'e.place', 'p.name as point', 'd.from_on as from', 'd.due_on as dueOn'])
      .select(['r.reason', 'r.note', 'by.name as by', 'r.recorded_at as explainedAt'])
      .where(isMissed(today, { from, to }))
      .where((eb) => within(eb.ref('d.unit_pos'), ranges))
      .$if(unexplained === true, (each) => each.where('r.duty_id', 'is', null))
      .orderBy('d.due_on', 'desc')
      .orderBy('d.unit_id', 'desc')
      .orderBy('e.search_key')
      .limit(mostEquipment + 1)
      .execute();
    if (rows.length > mostEquipment) refuse('invalid', 'equipment.document_too_large', { count: rows.length, most: mostEquipment });
    const paths = await unitPaths(
      tx,
      rows.map(({ unitId }) => unitId),
    );
    const listed = rows.map((row) => ({ ...row, unit: paths.get(row.unitId) ?? '' }));
    const told = { list: 'missedSpots', rows: rows.length, ...branch, from, to, unexplained };
    return trail({ subjectId: newId(), unitId: branch.unitId ?? null, before: null, after: told }, { rows: listed, today });
  },
});
