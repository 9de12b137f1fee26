import { type Tables, toPage, when, within } from '@changming/database';
import { type ActionConditions, type ActionsFilter, openStates } from '@changming/domain/actions';
import { keyOf } from '@changming/domain/kernel';
import { type ExpressionBuilder, sql, type SqlBool } from 'kysely';

import { query, type Reading } from '../context.ts';
import { rangesOf } from '../units/index.ts';
import { namesOnActions, placesOfActions } from './names.ts';

const shown = [
  'a.id',
  'a.number',
  'a.unit_id as unitId',
  'a.origin',
  'a.subject_id as subjectId',
  'a.kind',
  'a.title',
  'a.owner_id as ownerId',
  'a.verifier_id as verifierId',
  'a.due_on as dueOn',
  'a.extended_from_on as extendedFromOn',
  'a.state',
  'a.submitted_on as submittedOn',
  'a.done_on as doneOn',
  'a.returns',
  'a.effect_due_on as effectDueOn',
  'a.effect',
  'a.opened_on as openedOn',
] as const;

type Asked = Omit<ActionsFilter, 'limit'>;

/** The actions that a filter picks, in the caller's branches or in one unit, the earliest deadline first. */
export async function picked(work: Reading, filter: Asked) {
  const ranges = await rangesOf(work, filter);
  return rowsIn(work)
    .where((eb) => within(eb.ref('a.unit_pos'), ranges))
    .where((eb) => eb.and(conditions(eb as never, filter, work.today)));
}

function rowsIn({ tx }: Pick<Reading, 'tx'>) {
  return tx.selectFrom('actions as a').select(shown).orderBy('a.due_on').orderBy('a.id');
}

type Seen = ExpressionBuilder<Tables & { a: Tables['actions'] }, 'a'>;

function conditions(eb: Seen, { state, origin, kind, subjectId, ownerId, overdue, q, after }: Asked, today: string) {
  return [
    ...when(state, (is) => eb('a.state', 'in', is)),
    ...when(origin, (is) => eb('a.origin', 'in', is)),
    ...when(kind, (is) => eb('a.kind', 'in', is)),
    ...when(subjectId, (is) => eb('a.subject_id', '=', is)),
    ...when(ownerId, (is) => eb('a.owner_id', '=', is)),
    ...when(after, ([day, id]) => eb(eb.refTuple('a.due_on', 'a.id'), '>', eb.tuple(day, id))),
    ...(overdue === true ? [eb('a.state', 'in', ['assigned', 'returned']), eb('a.due_on', '<', today)] : []),
    ...when(
      q,
      (typed) =>
        sql<SqlBool>`regexp_replace(lower(a.title || ' ' || a.number), '\\s', '', 'g') like ${`%${keyOf(typed).replace(/[\\%_]/g, '\\$&')}%`}`,
    ),
  ];
}

type Listed = { readonly id: string; readonly ownerId: string; readonly verifierId: string | null };

/** The same with the names that stand on them. */
export async function withNames<Row extends Listed>({ tx }: Reading, rows: readonly Row[]) {
  const ids = rows.map(({ id }) => id);
  const names = await namesOnActions(tx, ids);
  const places = await placesOfActions(tx, ids);
  const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? null));
  return rows.map((row) => ({
    ...row,
    unit: places.get(row.id) ?? '',
    owner: nameOf(row.ownerId),
    verifier: nameOf(row.verifierId),
  }));
}

/** 整改措施台账 of the caller's branches or of one unit, the earliest deadline first. */
export const listActions = query({
  permission: 'actions.read',
  async run(work, { limit, ...filter }: ActionsFilter) {
    const rows = await (await picked(work, filter)).limit(limit + 1).execute();
    const page = toPage(
      rows,
      limit,
      ({ dueOn, id }) => `${dueOn}~${id}`,
      (row) => row,
    );
    return { items: await withNames(work, page.items), next: page.next, today: work.today };
  },
});

/** How many are open, overdue, and wait to be verified: what the home page shows. */
export const countActions = query({
  permission: 'actions.read',
  async run(work, filter: Pick<ActionConditions, 'unitId' | 'withBelow'>) {
    const ranges = await rangesOf(work, filter);
    return work.tx
      .selectFrom('actions as a')
      .select((eb) => [
        eb.fn.countAll<number>().as('open'),
        eb.fn.countAll<number>().filterWhere('a.state', '=', 'submitted').as('toVerify'),
        eb.fn
          .countAll<number>()
          .filterWhere(eb.and([eb('a.state', '<>', 'submitted'), eb('a.due_on', '<', work.today)]))
          .as('overdue'),
      ])
      .where('a.state', 'in', [...openStates])
      .where((eb) => within(eb.ref('a.unit_pos'), ranges))
      .executeTakeFirstOrThrow();
  },
});

/** 我的整改措施: to do, and to verify where the caller is named, wherever they lie. Without a person nothing is one's own. */
export const listOwnActions = query({
  permission: 'actions.follow',
  async run(work) {
    const { actor, today } = work;
    const me = actor.personId;
    if (me === null) return { today, items: [] };
    const rows = await rowsIn(work)
      .where((eb) =>
        eb.or([
          eb.and([eb('a.owner_id', '=', me), eb('a.state', 'in', ['assigned', 'returned', 'submitted'])]),
          eb.and([eb('a.verifier_id', '=', me), eb('a.state', '=', 'submitted')]),
        ]),
      )
      .limit(200)
      .execute();
    const items = await withNames(work, rows);
    return { today, items: items.map((row) => ({ ...row, mine: row.ownerId === me })) };
  },
});
