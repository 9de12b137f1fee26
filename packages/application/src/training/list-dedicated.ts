import { when, within } from '@changming/database';
import type { changeFilter, ChangeKind, dedicatedFilter, DedicatedCause } from '@changming/domain/training';
import { type RawBuilder, sql } from 'kysely';
import type { z } from 'zod';

import { query, type Reading } from '../context.ts';
import { rangesOf } from '../units/index.ts';

type Filter = z.output<typeof dedicatedFilter>;

export type Dedicated = {
  readonly id: string;
  readonly personId: string;
  readonly name: string;
  readonly staffNo: string | null;
  readonly unitId: string;
  readonly unit: string;
  readonly cause: DedicatedCause;
  readonly aboutId: string;
  /** The change, the dusty unit, or the item of the certificate; null where the caller may not see it. */
  readonly about: string | null;
  readonly causeOn: string;
  readonly dueOn: string;
  readonly hoursOwed: number;
  readonly hours: number;
  readonly metOn: string | null;
};

const columns = (until: string) => sql`
  o.id, o.person_id as "personId", p.name, p.staff_no as "staffNo", o.unit_id as "unitId", u.name as unit, o.cause, o.about_id as "aboutId",
  case o.cause when 'fourNew' then (select g.title from training_changes g where g.id = o.about_id)
    when 'dust' then (select d.name from units d where d.id = o.about_id)
    else (select i.name from certificates k join certificate_items i on i.code = k.item where k.id = o.about_id) end as about,
  o.cause_on as "causeOn", o.due_on as "dueOn", o.hours_owed as "hoursOwed", o.met_on as "metOn",
  (select m.done from house.training_dedicated_met(o.person_id, o.cause, o.about_id, o.cause_on, o.hours_owed, ${until}::date) m) as hours`;

/** 专项应训: 四新、粉尘岗位、复审前学时 of the branch, the latest due first; `open` shows what is not met yet. */
export const listDedicated = query({
  permission: 'training.read',
  async run(work: Reading, { after, limit, ...filter }: Filter) {
    const ranges = await rangesOf(work, { unitId: filter.unitId, withBelow: filter.withBelow });
    const { rows } = await sql<Dedicated>`
      select ${columns(work.today)}
      from training_dedicated o join persons p on p.id = o.person_id join units u on u.id = o.unit_id
      where o.void_on is null and ${within(sql.ref('o.unit_pos'), ranges)} and ${narrowed(filter)}
        and ${after === undefined ? sql`true` : sql`(o.due_on, o.id) < (${after[0]}::date, ${after[1]}::uuid)`}
      order by o.due_on desc, o.id desc limit ${limit + 1}`.execute(work.tx);
    const items = rows.slice(0, limit);
    const last = items.at(-1);
    return { items, next: rows.length > limit && last !== undefined ? `${last.dueOn}~${last.id}` : null };
  },
});

function narrowed({ cause, aboutId, open }: Pick<Filter, 'cause' | 'aboutId' | 'open'>): RawBuilder<unknown> {
  const conditions = [
    sql`true`,
    ...(open ? [sql`o.met_on is null`] : []),
    ...when(cause, (all) => sql`o.cause = any(${[...all]}::text[])`),
    ...when(aboutId, (about) => sql`o.about_id = ${about}::uuid`),
  ];
  return sql.join(conditions, sql` and `);
}

/** 专项应训 of one person, whoever may see him asks. */
export async function dedicatedOf({ tx, today }: Pick<Reading, 'tx' | 'today'>, personId: string | null): Promise<Dedicated[]> {
  const { rows } = await sql<Dedicated>`
    select ${columns(today)}
    from training_dedicated o join persons p on p.id = o.person_id join units u on u.id = o.unit_id
    where o.person_id = ${personId}::uuid and o.void_on is null order by o.due_on desc, o.id desc limit 100`.execute(tx);
  return rows;
}

type Change = {
  readonly id: string;
  readonly unitId: string;
  readonly unit: string;
  readonly kind: ChangeKind;
  readonly title: string;
  readonly note: string | null;
  readonly fromOn: string;
  readonly classHours: number;
  readonly sessionId: string | null;
  readonly people: number;
  readonly met: number;
  readonly withdrawnOn: string | null;
  readonly withdrawnReason: string | null;
};

/** 四新台账: what is new in the branch, how many owe the training for it and how many have it. */
export const listChanges = query({
  permission: 'training.read',
  async run(work: Reading, { after, limit, unitId, withBelow, withdrawn }: z.output<typeof changeFilter>) {
    const ranges = await rangesOf(work, { unitId, withBelow });
    const { rows } = await sql<Change>`
      select c.id, c.unit_id as "unitId", u.name as unit, c.kind, c.title, c.note, c.from_on as "fromOn", c.class_hours as "classHours",
        (select s.id from training_sessions s where s.about_id = c.id and s.state <> 'cancelled' order by s.id limit 1) as "sessionId",
        n.people, n.met, c.withdrawn_on as "withdrawnOn", c.withdrawn_reason as "withdrawnReason"
      from training_changes c join units u on u.id = c.unit_id
      cross join lateral (
        select count(*) as people, count(o.met_on) as met from training_dedicated o where o.about_id = c.id and o.void_on is null) n
      where ${within(sql.ref('c.unit_pos'), ranges)} and ${withdrawn ? sql`true` : sql`c.withdrawn_on is null`}
        and ${after === undefined ? sql`true` : sql`(c.from_on, c.id) < (${after[0]}::date, ${after[1]}::uuid)`}
      order by c.from_on desc, c.id desc limit ${limit + 1}`.execute(work.tx);
    const items = rows.slice(0, limit);
    const last = items.at(-1);
    return { items, next: rows.length > limit && last !== undefined ? `${last.fromOn}~${last.id}` : null };
  },
});
