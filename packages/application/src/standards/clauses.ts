import { toPage, type Tx, when } from '@changming/database';
import { keyOf, refuse } from '@changming/domain/kernel';
import { type clausesFilter, keepClauseInput } from '@changming/domain/standards';
import { sql } from 'kysely';
import type { z } from 'zod';

import { type Changed, command, query } from '../context.ts';
import { refuseUnlessHeadquarters } from './store.ts';

const columns = ['id', 'code', 'kind', 'title', 'text', 'source', 'article', 'certainty', 'from_on as from', 'to_on as to'] as const;

/** The clauses in force on a day, by code; each word of `q` stands in code, title, text, source or article: `消防法第28条`, `GB 50974 水泵`. */
export const listClauses = query({
  permission: 'standards.read',
  async run({ tx, today }, { q, on = today, after, limit }: z.output<typeof clausesFilter>) {
    const rows = await tx
      .selectFrom('clauses')
      .select(columns)
      .where((eb) =>
        eb.and([
          eb('from_on', '<=', on),
          eb.or([eb('to_on', 'is', null), eb('to_on', '>', on)]),
          ...wordsOf(q).map((like) => sql<boolean>`lower(concat_ws(' ', code, title, text, source, article)) like ${like}`),
          ...when(after, ([code, from]) => eb(eb.refTuple('code', 'from_on'), '>', eb.tuple(code, from))),
        ]),
      )
      .orderBy('code')
      .orderBy('from_on')
      .limit(limit + 1)
      .execute();
    return toPage(
      rows,
      limit,
      (row) => `${row.code}~${row.from}`,
      (row) => row,
    );
  },
});

function wordsOf(q: string | undefined): string[] {
  const apart = (q ?? '').replace(/第([\d.]+)[条章项]/gu, ' $1 ');
  const words = apart.split(/\s+/u).filter((word) => word !== '');
  return words.map((word) => `%${keyOf(word).replace(/[\\%_]/g, '\\$&')}%`);
}

/** Every version of one clause, latest first. */
export const readClause = query({
  permission: 'standards.read',
  async run({ tx }, { code }: { code: string }) {
    const versions = await tx.selectFrom('clauses').select(columns).where('code', '=', code).orderBy('from_on', 'desc').execute();
    return versions.length > 0 ? versions : refuse('missing', 'standards.clause_not_found', { code });
  },
});

/** Enters a clause, or its next version: the former one ends on the day the new one begins. */
export const keepClause = command({
  permission: 'standards.edit',
  name: 'standards.keepClause',
  input: keepClauseInput,
  async run({ tx, whole, newId, trail }, { from, to, ...clause }) {
    refuseUnlessHeadquarters({ whole });
    const ended = await endFormer(tx, clause.code, from);
    const id = newId();
    await tx
      .insertInto('clauses')
      .values({ id, ...clause, certainty: 'read', from_on: from, to_on: to })
      .execute();
    return trail([...ended, { subjectId: id, before: null, after: { ...clause, from, to } }], { id });
  },
});

async function endFormer(tx: Tx, code: string, from: string): Promise<Changed[]> {
  const former = await tx.selectFrom('clauses').select(['id', 'from_on', 'to_on']).where('code', '=', code).forUpdate().execute();
  const later = former.find((each) => each.from_on >= from);
  if (later !== undefined) refuse('conflict', 'standards.before_last_version', { last: later.from_on });
  const open = former.filter(({ to_on: to }) => to === null || to > from);
  for (const { id } of open) await tx.updateTable('clauses').set({ to_on: from }).where('id', '=', id).execute();
  return open.map(({ id, to_on: to }) => ({ subjectId: id, before: { to }, after: { to: from } }));
}
