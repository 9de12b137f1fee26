import { sql } from 'kysely';
import { expect } from 'vitest';

import { openDatabase } from './open.ts';
import { test } from './testing/index.ts';

test('what acts with the owner’s rights is open to nobody who was not given it', async ({ database: { owner } }) => {
  const { rows } = await sql<{ name: string }>`
    select proname as name from pg_proc
    where pronamespace = 'house'::regnamespace and prosecdef and has_function_privilege('public', oid, 'execute')`.execute(owner);

  expect(rows).toEqual([]);
});

test('the runtime role hangs no trigger of the house on a table of its own', async ({ database: { url, role } }) => {
  const runtime = openDatabase({ url, role, max: 1 });
  await sql`create temp table own (id uuid, text text, place text, grams text[])`.execute(runtime);
  const hung = sql`create trigger own before insert on own for each row execute function house.keep_hazard_grams()`.execute(runtime);

  await expect(hung).rejects.toThrow('permission denied');
  await runtime.destroy();
});
