import { toPage, within } from '@changming/database';
import { type DueFilter, type DueKind, dueKinds } from '@changming/domain/equipment';
import { addDays } from '@changming/domain/kernel';
import type { UnitRange } from '@changming/domain/units';
import { type RawBuilder, sql } from 'kysely';

import { query, type Reading } from '../context.ts';
import { rangesOf } from '../units/index.ts';
import { soonDays } from './rules.ts';
import { stillToDo } from './spot-met.ts';

/** One thing that is owed by a day. Look-overs are counted by unit and day; `subjectId` is then the unit's. */
type Due = {
  readonly key: string;
  readonly kind: DueKind;
  readonly subjectId: string;
  readonly unitId: string;
  readonly unit: string;
  readonly no: string | null;
  readonly name: string | null;
  readonly dueOn: string;
  readonly count: number;
};

/** (kind, subject, unit, number, name, day, how many) of whatever is owed; what is out of use or scrapped owes nothing. */
const sources: Readonly<Record<DueKind, (ranges: readonly UnitRange[]) => RawBuilder<unknown>>> = {
  inspection: (ranges) => sql`
    select 'inspection' as kind, e.id as subject_id, e.unit_id, e.own_no as no, e.name, e.next_due_on as due_on, 1 as count
    from special_equipment e where e.state = 'inUse' and e.next_due_on is not null and ${within(sql.ref<number>('e.unit_pos'), ranges)}`,
  service: (ranges) => sql`
    select 'service', e.id, e.unit_id, e.no, coalesce(e.name, e.kind), e.service_due_on, 1
    from fire_equipment e where e.condition <> 'scrapped' and e.service_due_on is not null
      and ${within(sql.ref<number>('e.unit_pos'), ranges)}`,
  scrap: (ranges) => sql`
    select 'scrap', e.id, e.unit_id, e.no, coalesce(e.name, e.kind), e.scrap_due_on, 1
    from fire_equipment e where e.condition <> 'scrapped' and e.scrap_due_on is not null
      and ${within(sql.ref<number>('e.unit_pos'), ranges)}`,
  spotCheck: (ranges) => sql`
    select 'spotCheck', d.unit_id, d.unit_id, null, null, d.due_on, count(*)::integer
    from fire_spot_duties d join fire_equipment e on e.id = d.equipment_id and e.condition <> 'scrapped'
    where ${stillToDo} and ${within(sql.ref<number>('d.unit_pos'), ranges)} group by d.unit_id, d.due_on`,
  certificate: (ranges) => sql`
    select 'certificate', e.id, e.unit_id, e.own_no, p.name || ' · ' || e.name, o.valid_to, 1
    from special_operators o join special_equipment e on e.id = o.equipment_id and e.state <> 'scrapped'
      join persons p on p.id = o.person_id
    where o.to_on is null and o.valid_to is not null and ${within(sql.ref<number>('e.unit_pos'), ranges)}`,
};

/** 到期清单: what is owed up to a day, the earliest first, what is overdue included. */
export const listDue = query({
  permission: 'equipment.read',
  async run(work, { after, limit, ...filter }: DueFilter) {
    const { tx, today } = work;
    const until = filter.overdue === true ? addDays(today, -1) : (filter.until ?? addDays(today, await soonDays(tx, today)));
    const owed = await owedBy(work, filter);
    const { rows } = await sql<Due>`
      select * from (
        select o.kind || ':' || o.subject_id as key, o.kind, o.subject_id as "subjectId", o.unit_id as "unitId", u.name as unit, o.no, o.name,
          o.due_on as "dueOn", o.count
        from (${owed}) as o (kind, subject_id, unit_id, no, name, due_on, count) join units u on u.id = o.unit_id where o.due_on <= ${until}::date) as due
      where ${after === undefined ? sql`true` : sql`("dueOn", key) > (${after[0]}::date, ${after[1]})`}
      order by "dueOn", key limit ${limit + 1}`.execute(tx);
    const page = toPage(
      rows,
      limit,
      ({ dueOn, key }) => `${dueOn}~${key}`,
      (row) => row,
    );
    return { ...page, today };
  },
});

/** How many of each kind are overdue, and how many fall due soon: what the home page shows. */
export const countDue = query({
  permission: 'equipment.read',
  async run(work, filter: Pick<DueFilter, 'unitId' | 'withBelow'>) {
    const { tx, today } = work;
    const soon = addDays(today, await soonDays(tx, today));
    const { rows } = await sql<{ kind: DueKind; overdue: number; soon: number }>`
      select kind, coalesce(sum(count) filter (where due_on < ${today}::date), 0)::integer as overdue,
        coalesce(sum(count) filter (where due_on >= ${today}::date), 0)::integer as soon
      from (${await owedBy(work, filter)}) as o (kind, subject_id, unit_id, no, name, due_on, count) where due_on <= ${soon}::date group by kind`.execute(
      tx,
    );
    const found = new Map(rows.map((row) => [row.kind, row]));
    return { today, counts: dueKinds.map((kind) => found.get(kind) ?? { kind, overdue: 0, soon: 0 }) };
  },
});

async function owedBy(work: Reading, filter: Pick<DueFilter, 'unitId' | 'withBelow' | 'kind'>): Promise<RawBuilder<unknown>> {
  const ranges = await rangesOf(work, filter);
  return sql.join(
    (filter.kind ?? dueKinds).map((kind) => sources[kind](ranges)),
    sql` union all `,
  );
}
