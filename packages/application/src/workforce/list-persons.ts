import { type Tables, toPage, when, within } from '@changming/database';
import type { PersonFilter, Post } from '@changming/domain/workforce';
import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely';

import { query, type Reading } from '../context.ts';
import { rangesOf } from '../units/index.ts';
import { personsWith } from './search-persons.ts';
import { personInScope } from './store.ts';

const shown = [
  'p.id',
  'p.staff_no as staffNo',
  'p.name',
  'p.sex',
  'p.title',
  'p.engagement',
  'p.unit_id as unitId',
  'p.hired_on as hiredOn',
  'p.left_on as leftOn',
  'p.identity_masked as identity',
  'p.phone_masked as phone',
  'p.version',
] as const;

type Office = { readonly post: Post; readonly deputy: boolean; readonly unit: string };

function persons({ tx, scope, today }: Pick<Reading, 'tx' | 'scope' | 'today'>) {
  const offices = sql<Office[]>`coalesce((
    select jsonb_agg(jsonb_build_object('post', a.post, 'deputy', a.deputy, 'unit', o.name) order by a.deputy, a.from_on, a.id)
    from appointments a join units o on o.id = a.unit_id
    where a.person_id = p.id and ${inOffice(today)} and ${within(sql.ref<number>('a.unit_pos'), scope)}), '[]')`;
  return tx
    .selectFrom('persons as p')
    .innerJoin('units as u', 'u.id', 'p.unit_id')
    .select([...shown, 'u.name as unit'])
    .select(offices.as('posts'));
}

/** Whether the appointment `a` holds on the day. */
function inOffice(on: string) {
  return sql<SqlBool>`a.from_on <= ${on}::date and (a.to_on is null or a.to_on > ${on}::date)`;
}

/**
 * 人员 of the caller's branches or of one unit, with or without the units below it, by name. Numbers are masked. `tooMany` when more were
 * found by what was typed than a list shows.
 */
export const listPersons = query({
  permission: 'workforce.read',
  async run(work, filter: PersonFilter) {
    const branch = await rangesOf(work, { unitId: filter.unitId });
    const found = filter.q === undefined ? undefined : await personsWith(work.tx, branch, filter.q);
    const rows = await persons(work)
      .where((eb) => within(eb.ref('p.unit_pos'), branch))
      .where((eb) => eb.and([...conditions(eb as never, filter, work), ...when(found, ({ ids }) => isOneOf(ids))]))
      .orderBy('p.name')
      .orderBy('p.id')
      .limit(filter.limit + 1)
      .execute();
    const page = toPage(
      rows,
      filter.limit,
      ({ name, id }) => `${name}~${id}`,
      (row) => row,
    );
    return { ...page, tooMany: found?.tooMany ?? false };
  },
});

function isOneOf(ids: readonly string[]) {
  return sql<SqlBool>`p.id = any(${ids}::uuid[])`;
}

type Seen = ExpressionBuilder<Tables & { p: Tables['persons'] }, 'p'>;

function conditions(
  eb: Seen,
  { unitId, withBelow, post, left, after }: PersonFilter,
  { today, scope }: Pick<Reading, 'today' | 'scope'>,
): Expression<SqlBool>[] {
  return [
    eb('p.left_on', left === true ? 'is not' : 'is', null),
    ...(unitId !== undefined && !withBelow ? [eb('p.unit_id', '=', unitId)] : []),
    ...(post === undefined
      ? []
      : [
          sql<SqlBool>`exists (select from appointments a where a.person_id = p.id and a.post = ${post} and ${inOffice(today)}
            and ${within(sql.ref<number>('a.unit_pos'), scope)})`,
        ]),
    ...(after === undefined ? [] : [eb(eb.refTuple('p.name', 'p.id'), '>', eb.tuple(after[0], after[1]))]),
  ];
}

/** One person, with every appointment and absence that the caller may see, latest first. */
export const readPerson = query({
  permission: 'workforce.read',
  async run(work, { personId }: { personId: string }) {
    const { tx, scope } = work;
    await personInScope(tx, scope, personId);
    const person = await persons(work).where('p.id', '=', personId).executeTakeFirstOrThrow();
    const appointments = await tx
      .selectFrom('appointments as a')
      .innerJoin('units as u', 'u.id', 'a.unit_id')
      .leftJoin('points as k', (join) => join.onRef('k.id', '=', 'a.point_id').on((eb) => within(eb.ref('k.unit_pos'), scope)))
      .select([
        'a.id',
        'a.post',
        'a.deputy',
        'a.unit_id as unitId',
        'u.name as unit',
        'a.point_id as pointId',
        'k.name as point',
        'k.code as pointCode',
        'a.from_on as from',
        'a.to_on as to',
      ])
      .where('a.person_id', '=', personId)
      .where((eb) => within(eb.ref('a.unit_pos'), scope))
      .orderBy('a.from_on', 'desc')
      .orderBy('a.id')
      .limit(200)
      .execute();
    const absences = await tx
      .selectFrom('absences')
      .select(['id', 'from_at as from', 'until_at as until', 'reason'])
      .where('person_id', '=', personId)
      .orderBy('from_at', 'desc')
      .limit(100)
      .execute();
    return { ...person, appointments, absences };
  },
});
