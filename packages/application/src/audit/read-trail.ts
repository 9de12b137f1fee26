import { type Page, toPage, when, within } from '@changming/database';
import type { recordTrailFilter, trailFilter } from '@changming/domain/audit';
import { addDays, refuse, startOf } from '@changming/domain/kernel';
import { sql } from 'kysely';
import type { z } from 'zod';

import { query, type Reading } from '../context.ts';
import { idsIn, recordsTold } from './records-told.ts';
import { type Doers, doersCalled } from './search-doers.ts';

type Filter = Omit<z.output<typeof trailFilter>, 'limit' | 'who'>;

/** 审计查询: by person, act, record, unit and day; latest first. */
export const searchTrail = query({
  permission: 'audit.readTrail',
  async run(work, { limit, who, ...filter }: z.output<typeof trailFilter>) {
    const doers = who === undefined ? undefined : await doersCalled(work.tx, who);
    const rows = await told(work, filter)
      .$if(doers !== undefined, (all) => all.where(doneBy(doers)))
      .limit(limit + 1)
      .execute();
    const page = await named(
      work,
      toPage(rows, limit, cursorOf, (row) => row),
    );
    return { ...page, tooMany: doers?.tooMany ?? false };
  },
});

function doneBy({ persons, accounts }: Doers = { persons: [], accounts: [], tooMany: false }) {
  return sql<boolean>`(t.person_id = any(${persons}::uuid[]) or (t.person_id is null and t.account_id = any(${accounts}::uuid[])))`;
}

/** 单条记录的轨迹: everything that was done to one record that lies in the caller's branch; nothing of one that does not. */
export const readRecordTrail = query({
  permission: 'audit.readRecordTrail',
  async run(work, { subjectId, after, limit }: z.output<typeof recordTrailFilter> & { readonly subjectId: string }) {
    return ofOne(work, { subjectId, after, limit });
  },
});

type OfAccount = z.output<typeof recordTrailFilter> & { readonly accountId: string };

/** 一个账号的轨迹: who opened it, granted to it, signed in with it; for those who see accounts, who need not see other records. */
export const readAccountTrail = query({
  permission: 'access.readAccounts',
  async run(work, { accountId, after, limit }: OfAccount) {
    const account = await work.tx
      .selectFrom('accounts')
      .select('id')
      .where('id', '=', accountId)
      .where((eb) => within(eb.ref('unit_pos'), work.scope))
      .executeTakeFirst();
    if (account === undefined) refuse('missing', 'access.account_not_found', { id: accountId });
    return ofOne(work, { subjectId: accountId, after, limit });
  },
});

async function ofOne(work: Reading, { limit, ...of }: Pick<Filter, 'subjectId' | 'after'> & { readonly limit: number }) {
  const rows = await told(work, of)
    .limit(limit + 1)
    .execute();
  return named(
    work,
    toPage(rows, limit, cursorOf, (row) => row),
  );
}

type Shown = { readonly id: string; readonly subjectId: string; readonly before: unknown; readonly after: unknown };

/** Who did it may lie outside the reader's branch, and is named all the same; his ids are not told there. Records are named in the scope. */
async function named<Row extends Shown>(work: Reading, { items, next }: Page<Row>) {
  const doers = await doersOf(work, items);
  // Those that were acted upon come first: a long list in one row leaves none of them without its name.
  const records = await recordsTold(work, [items.map(({ subjectId }) => subjectId), items.map(({ before, after }) => [before, after])]);
  const pointed = ({ subjectId, before, after }: Row) => idsIn([subjectId, before, after]).flatMap((id) => records.get(id) ?? []);
  return { items: items.map((row) => ({ ...row, ...(doers.get(row.id) ?? nobody), records: pointed(row) })), next };
}

type Doer = { readonly person: string | null; readonly tried: string | null };

const nobody: Doer = { person: null, tried: null };

/** Whose login was tried in vain is told to those who read the whole trail, not to those who read what was done to a record. */
async function doersOf(work: Reading, rows: readonly { readonly id: string }[]): Promise<Map<string, Doer>> {
  const found = await sql<{ id: string; name: string | null; tried: string | null }>`
    select id, name, tried from house.doers_on_trail(${rows.map(({ id }) => id)}::uuid[])`.execute(work.tx);
  const security = work.scope.some(({ lo }) => work.may('audit.readTrail', lo));
  return new Map(found.rows.map(({ id, name, tried }) => [id, { person: name, tried: security ? tried : null }]));
}

function told({ tx, scope, whole }: Reading, filter: Filter) {
  return tx
    .selectFrom('trail as t')
    .leftJoin('units as u', 'u.id', 't.unit_id')
    .leftJoin('persons as p', (join) =>
      join.onRef('p.id', '=', 't.person_id').on((eb) => (whole ? eb.lit(true) : within(eb.ref('p.unit_pos'), scope))),
    )
    .select(['t.id', 't.verb', 't.subject_id as subjectId', 't.via', 't.from_ip as ip', 't.before', 't.after', 't.at'])
    .select(['t.unit_id as unitId', 'u.name as unit', 'p.id as personId'])
    .select((eb) =>
      (whole ? eb.ref('t.account_id') : eb.case().when('p.id', 'is not', null).then(eb.ref('t.account_id')).end()).as('accountId'),
    )
    .where((eb) =>
      eb.and([
        whole ? eb.lit(true) : within(eb.ref('u.lo').$castTo<number>(), scope),
        ...when(filter.personId, (is) => eb('t.person_id', '=', is)),
        ...when(filter.subjectId, (is) => eb('t.subject_id', '=', is)),
        ...when(filter.unitId, (is) => eb('t.unit_id', '=', is)),
        ...when(filter.verb, (is) => (is.includes('.') ? eb('t.verb', '=', is) : eb('t.verb', 'like', `${is}.%`))),
        ...when(filter.from, (day) => eb('t.at', '>=', startOf(day))),
        ...when(filter.to, (day) => eb('t.at', '<', startOf(addDays(day, 1)))),
        ...when(filter.after, ([at, id]) => sql<boolean>`(t.at, t.id) < (${at}::timestamptz, ${id}::uuid)`),
      ]),
    )
    .orderBy('t.at', 'desc')
    .orderBy('t.id', 'desc');
}

function cursorOf({ at, id }: { readonly at: Date; readonly id: string }): string {
  return `${at.toISOString()}~${id}`;
}
