import { toPage, when, within } from '@changming/database';
import { keyOf } from '@changming/domain/kernel';
import type { hoursFilter, TrainingCategory, TrainingLevel } from '@changming/domain/training';
import { sql, type SqlBool } from 'kysely';
import type { z } from 'zod';

import { query, type Reading } from '../context.ts';
import { rangesOf, unitInScope } from '../units/index.ts';
import { personInScope } from '../workforce/index.ts';
import { dedicatedOf } from './list-dedicated.ts';

type Filter = z.output<typeof hoursFilter>;

/** People of the branch with their class hours of a year against what it owes. */
export async function hoursRows(work: Reading, filter: Omit<Filter, 'after' | 'limit'>) {
  const ranges = await rangesOf(work, { unitId: filter.unitId, withBelow: filter.withBelow });
  const year = filter.year ?? Number(work.today.slice(0, 4));
  return work.tx
    .selectFrom('training_standings as s')
    .innerJoin('persons as p', 'p.id', 's.person_id')
    .innerJoin('units as u', 'u.id', 's.unit_id')
    .select([
      's.person_id as personId',
      'p.name',
      'p.staff_no as staffNo',
      'p.title',
      's.unit_id as unitId',
      'u.name as unit',
      's.role',
      's.span',
    ])
    .select(['s.year', 's.hours_owed as hoursOwed', 's.months', 's.hours', 's.met', 'p.hired_on as hiredOn'])
    .where('s.year', '=', year)
    .where((eb) => within(eb.ref('s.unit_pos'), ranges))
    .where((eb) =>
      eb.and([
        ...when(filter.role, (all) => eb('s.role', 'in', all)),
        ...when(filter.met, (met) => eb('s.met', '=', met)),
        ...when(filter.word, (word) => sql<SqlBool>`p.search_key like ${`%${keyOf(word).replace(/[%_\\]/g, '\\$&')}%`}`),
      ]),
    )
    .orderBy('p.name')
    .orderBy('s.person_id');
}

/** 学时台账. */
export const listHours = query({
  permission: 'training.read',
  async run(work, { after, limit, ...filter }: Filter) {
    const rows = await (await hoursRows(work, filter))
      .$if(after !== undefined, (each) =>
        each.where(sql<SqlBool>`(p.name, s.person_id) > (${after?.[0] ?? ''}, ${after?.[1] ?? ''}::uuid)`),
      )
      .limit(limit + 1)
      .execute();
    return toPage(
      rows,
      limit,
      (row) => `${row.name}~${row.personId}`,
      (row) => row,
    );
  },
});

type UnitHours = { readonly unitId: string; readonly unit: string; readonly people: number; readonly met: number; readonly owing: number };

/** By the units below one, or below each of the caller's own: people, those who have met their hours, those who may not work yet. */
export const sumHours = query({
  permission: 'training.read',
  async run(
    { tx, scope, today },
    { unitId, year = Number(today.slice(0, 4)) }: { unitId?: string | undefined; year?: number | undefined },
  ) {
    const unit = unitId === undefined ? undefined : await unitInScope(tx, scope, unitId);
    const { rows } = await sql<UnitHours>`
      select u.id as "unitId", u.name as unit,
        (select count(*) from training_standings s where s.unit_pos between u.lo and u.hi and s.year = ${year}) as people,
        (select count(*) from training_standings s where s.unit_pos between u.lo and u.hi and s.year = ${year} and s.met) as met,
        (select count(distinct o.person_id) from training_owed o
          where o.unit_pos between u.lo and u.hi and o.met_on is null and o.void_on is null) as owing
      from units u
      where u.closed_on is null and ${within(sql.ref('u.lo'), scope)}
        and ${unit === undefined ? sql`not exists (select from units above where above.id = u.parent_id and ${within(sql.ref('above.lo'), scope)})` : sql`(u.parent_id = ${unit.id} or u.id = ${unit.id})`}
      order by u.lo limit 300`.execute(tx);
    return { year, items: rows };
  },
});

type Credit = {
  readonly id: string;
  readonly sessionId: string;
  readonly title: string | null;
  readonly category: TrainingCategory;
  readonly level: TrainingLevel | null;
  readonly on: string;
  readonly attended: boolean;
  readonly classHours: number;
  readonly result: 'passed' | 'failed' | null;
  readonly score: number | null;
  readonly reason: string | null;
};

/** 一人一档: everything that training knows of a person, in whichever unit it was held. */
export const readPersonTraining = query({
  permission: 'training.read',
  async run({ tx, scope, today }, { personId }: { personId: string }) {
    const person = await personInScope(tx, scope, personId);
    const unit = await tx.selectFrom('units').select('name').where('id', '=', person.unit_id).executeTakeFirstOrThrow();
    const { rows: credits } = await sql<Credit>`
      select c.id, c.session_id as "sessionId", s.title, c.category, c.level, c.on_day as on, c.attended, c.class_hours as "classHours",
        c.result, c.score, c.reason
      from training_counting c left join training_sessions s on s.id = c.session_id
      where c.person_id = ${personId} order by c.on_day desc, c.id desc limit 500`.execute(tx);
    const owed = await tx
      .selectFrom('training_owed')
      .select(['cause', 'cause_on as causeOn', 'level', 'hours_owed as hoursOwed', 'due_on as dueOn', 'met_on as metOn'])
      .where('person_id', '=', personId)
      .where('void_on', 'is', null)
      .orderBy('cause_on', 'desc')
      .orderBy(sql`array_position(array['company', 'workshop', 'team'], level)`)
      .execute();
    const standings = await tx
      .selectFrom('training_standings')
      .select(['year', 'role', 'span', 'hours_owed as hoursOwed', 'months', 'hours', 'met'])
      .where('person_id', '=', personId)
      .orderBy('year', 'desc')
      .execute();
    const { id, name, staff_no: staffNo, unit_id: unitId, title, hired_on: hiredOn } = person;
    const dedicated = await dedicatedOf({ tx, today }, personId);
    return { id, name, staffNo, unitId, unit: unit.name, title, hiredOn, credits, owed, dedicated, standings };
  },
});
