import { when, within } from '@changming/database';
import type { owedFilter, TrainingCause, TrainingLevel } from '@changming/domain/training';
import { type RawBuilder, sql } from 'kysely';
import type { z } from 'zod';

import { query, type Reading } from '../context.ts';
import { rangesOf } from '../units/index.ts';

type Filter = z.output<typeof owedFilter>;

type Owing = {
  readonly personId: string;
  readonly name: string;
  readonly staffNo: string | null;
  readonly unitId: string;
  readonly unit: string;
  readonly cause: TrainingCause;
  readonly causeOn: string;
  readonly dueOn: string;
  readonly levels: readonly {
    readonly level: TrainingLevel;
    readonly metOn: string | null;
    readonly hoursOwed: number;
    readonly hours: number;
  }[];
  readonly passedOn: string | null;
};

/** 尚不能上岗: whoever joined, moved or came back, level by level; `open` shows those who have not passed everything. */
export const listOwed = query({
  permission: 'training.read',
  async run(work: Reading, { after, limit, ...filter }: Filter) {
    const ranges = await rangesOf(work, { unitId: filter.unitId, withBelow: filter.withBelow });
    const { rows } = await sql<Owing>`
      select o.person_id as "personId", p.name, p.staff_no as "staffNo", p.unit_id as "unitId", u.name as unit, o.cause, o.cause_on as "causeOn",
        min(o.due_on) as "dueOn",
        jsonb_agg(jsonb_build_object('level', o.level, 'metOn', o.met_on, 'hoursOwed', o.hours_owed, 'hours', ${hoursAt})
          order by array_position(array['company', 'workshop', 'team'], o.level)) as levels,
        case when bool_and(o.met_on is not null) then max(o.met_on) end as "passedOn"
      from training_owed o join persons p on p.id = o.person_id join units u on u.id = p.unit_id
      where o.void_on is null and ${within(sql.ref('o.unit_pos'), ranges)}
        and ${narrowed(filter)} and ${after === undefined ? sql`true` : sql`(o.cause_on, o.person_id) < (${after[0]}::date, ${after[1]}::uuid)`}
      group by o.person_id, p.name, p.staff_no, p.unit_id, u.name, o.cause, o.cause_on
      having not ${filter.open} or bool_or(o.met_on is null)
      order by o.cause_on desc, o.person_id desc limit ${limit + 1}`.execute(work.tx);
    const items = rows.slice(0, limit);
    const last = items.at(-1);
    return { items, next: rows.length > limit && last !== undefined ? `${last.causeOn}~${last.personId}` : null };
  },
});

function narrowed({ cause, from, to }: Pick<Filter, 'cause' | 'from' | 'to'>): RawBuilder<unknown> {
  const conditions = [
    ...when(cause, (all) => sql`o.cause = any(${[...all]}::text[])`),
    ...when(from, (day) => sql`o.cause_on >= ${day}::date`),
    ...when(to, (day) => sql`o.cause_on <= ${day}::date`),
  ];
  return conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `);
}

/** Class hours that count for the level so far. */
const hoursAt = sql`coalesce((
  select sum(c.class_hours) from training_counting c
  where c.person_id = o.person_id and c.level = o.level
    and c.category = any(case o.cause when 'joined' then array['threeLevel'] else array['transfer', 'return', 'threeLevel'] end)
    and c.on_day >= case o.cause when 'joined' then o.cause_on - 30 else o.cause_on end), 0)`;

type Counts = {
  readonly owing: number;
  readonly overdue: number;
  readonly toClose: number;
  readonly assigned: number;
  readonly dedicated: number;
};

/** For the first page: people who may not work yet, of them those who should, sessions that are to be closed, assigned ones to be held. */
export const countTraining = query({
  permission: 'training.read',
  async run({ tx, scope, today, now }) {
    const { rows } = await sql<Counts>`
      select
        (select count(distinct o.person_id) from training_owed o
          where o.met_on is null and o.void_on is null and ${within(sql.ref('o.unit_pos'), scope)}) as owing,
        (select count(distinct o.person_id) from training_owed o
          where o.met_on is null and o.void_on is null and o.due_on < ${today}::date and ${within(sql.ref('o.unit_pos'), scope)}) as overdue,
        (select count(*) from training_sessions s
          where s.state = 'planned' and s.ends_at < ${now} and ${within(sql.ref('s.unit_pos'), scope)}) as "toClose",
        (select count(*) from training_sessions s
          where s.state = 'planned' and s.due_on is not null and s.starts_at is null and ${within(sql.ref('s.unit_pos'), scope)}) as assigned,
        (select count(*) from training_dedicated o
          where o.met_on is null and o.void_on is null and ${within(sql.ref('o.unit_pos'), scope)}) as dedicated`.execute(tx);
    return rows[0] ?? { owing: 0, overdue: 0, toClose: 0, assigned: 0, dedicated: 0 };
  },
});
