import { type Database, inTransaction, lastOf, scopeSetting } from '@changming/database';
import { openDatabase } from '@changming/database/open';
import { CompiledQuery } from 'kysely';

import type { Statement } from './statements.ts';

type Scope = { readonly lo: number; readonly hi: number };
/** A row of either statement; the total stands on those of the first. */
type Told = { readonly id: string; readonly total: number };

/** A list as two statements: the ids of the page, each with the total, and then everything that the page shows of them, unless left out. */
export type List = { readonly page: Statement; readonly rows?: Statement };

/** A list in the product's own transaction: opened with its settings in one message with the first statement, committed with the last. */
export function reader(url: string, role?: string) {
  const db = openDatabase({ url, max: 1, ...(role === undefined ? {} : { role }) });
  return { read: (scope: Scope, list: List) => read(db, scope, list), close: () => db.destroy() };
}

async function read(db: Database, scope: Scope, { page, rows }: List) {
  const settings = {
    'app.read_scope': scopeSetting([scope]),
    'app.write_scope': '{}',
    'app.at': new Date().toISOString(),
    'app.person': '',
    'app.whole': '',
    'app.clock': '',
  };
  return inTransaction(db, { mode: 'read only', settings }, async (tx) => {
    const listed = rows === undefined ? await lastOf(tx, prepared(page)) : (await tx.executeQuery(prepared(page))).rows;
    const ids = listed.map(({ id }) => id);
    if (rows === undefined || ids.length === 0) return { ids, total: listed[0]?.total ?? 0, rows: [] };
    const told = await lastOf(tx, prepared({ ...rows, values: rows.values.map(() => ids) }));
    return { ids, total: listed[0]?.total ?? 0, rows: told };
  });
}

function prepared({ text, values, name }: Statement): CompiledQuery<Told> {
  return { ...(CompiledQuery.raw(text, values) as CompiledQuery<Told>), ...(name === undefined ? {} : { name }) };
}

/** Two answers hold the same hazards in the same order, with the same total. */
export function same(one: Answer, other: Answer): void {
  const told = ({ ids, total, rows }: Answer) => JSON.stringify([ids, total, rows.toSorted((a, b) => a.id.localeCompare(b.id))]);
  if (told(one) !== told(other)) throw new Error(`the lists differ: ${told(one)} ${told(other)}`);
}

type Answer = Awaited<ReturnType<typeof read>>;
