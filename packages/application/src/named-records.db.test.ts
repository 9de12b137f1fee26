import { globSync, readFileSync } from 'node:fs';

import type { Database } from '@changming/database';
import { recordKinds } from '@changming/domain/audit';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';

import { contexts, namings } from './named-records.ts';
import { test } from './testing/index.ts';

const said = Object.entries(contexts).map(([context, { records, nameless }]) => {
  return { context, tables: [...Object.values(records).map(({ table }) => table), ...nameless] };
});

/** Tables whose rows the trail can point to: those with an id of their own that the product may read. */
async function tablesWithIds(owner: Database, role: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select t.relname as name from pg_class t
      join pg_index i on i.indrelid = t.oid and i.indisprimary
      join pg_attribute a on a.attrelid = t.oid and a.attnum = any(i.indkey) and a.attname = 'id' and a.atttypid = 'uuid'::regtype
    where t.relnamespace = 'public'::regnamespace and t.relkind in ('r', 'p') and not t.relispartition
      and has_table_privilege(${role}, t.oid, 'select')`.execute(owner);
  return rows.map(({ name }) => name);
}

describe('the trail', () => {
  test('can call by name, or knows to be nameless, the rows of every table that have an id', async ({ database: { owner, role } }) => {
    const known = new Set<string>(said.flatMap(({ tables }) => tables));

    const unknown = (await tablesWithIds(owner, role)).filter((table) => !known.has(table));

    expect(unknown.map((table) => `${table}: say in the named-records.ts of its context what its rows are called`)).toEqual([]);
  });

  test('asks what every kind is called in one statement, as the product itself', async ({ database: { owner, role } }) => {
    const kinds = recordKinds.map((kind) => sql`select * from (${namings[kind].rows}) as r (id, name, name_en, no, pos) where false`);

    const found = owner.transaction().execute(async (tx) => {
      await sql`set local role ${sql.id(role)}`.execute(tx);
      return sql`${sql.join(
        kinds.map((kind) => sql`select id::text, name, name_en, no, pos from (${kind}) as each`),
        sql` union all `,
      )}`.execute(tx);
    });

    expect((await found).rows).toEqual([]);
  });
});

describe('a context', () => {
  it.each(said)('speaks of tables of its own alone: $context', ({ context, tables }) => {
    const files = globSync([`${context}.ts`, `${context}/*.ts`], { cwd: schema }).map((file) =>
      readFileSync(new URL(file, schema), 'utf8'),
    );

    expect(tables.filter((table) => !files.some((file) => new RegExp(`\\b${table}: `, 'u').test(file)))).toEqual([]);
  });

  it('says once what a table is called, and of each kind what it is', () => {
    const tables = said.flatMap((each) => each.tables);

    expect(tables.filter((table, at) => tables.indexOf(table) !== at)).toEqual([]);
    expect(Object.keys(namings).toSorted()).toEqual([...recordKinds].toSorted());
    expect(said.map(({ context }) => context).toSorted()).toEqual(
      globSync('*/named-records.ts', { cwd: import.meta.dirname })
        .map(folderOf)
        .toSorted(),
    );
  });
});

const schema = new URL('../../database/src/schema/', import.meta.url);

function folderOf(path: string): string {
  return path.slice(0, path.indexOf('/'));
}
