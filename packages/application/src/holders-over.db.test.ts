import { scopeSetting } from '@changming/database';
import { openDatabase } from '@changming/database/open';
import { sql } from 'kysely';
import { expect } from 'vitest';

import { type Given, given, givenAccount, test } from './testing/index.ts';

test('who holds a role over a place is told by the grants within sight alone, wherever the account lives', async ({
  database: { owner, url, role },
}) => {
  const units = await given.group(owner);
  const { root, mill, workshop, farMill } = units;
  const person = (where: Given['mill'], name: string) => given.person(owner, where, { name });
  const [near, guest, above] = [await person(mill, '李强'), await person(farMill, '郑西'), await person(root, '钱进')];
  await givenAccount(owner, { person: near, role: 'safetyOfficer', at: mill });
  await givenAccount(owner, { person: guest, role: 'safetyOfficer', at: workshop });
  await givenAccount(owner, { person: above, role: 'safetyOfficer', at: root });
  const left = await person(workshop, '王芳');
  await givenAccount(owner, { person: left, role: 'safetyOfficer', at: workshop, over: { disabled_at: new Date() } });
  const runtime = openDatabase({ url, role, max: 1 });
  const holders = (scope: Given['mill'] | null) =>
    runtime.transaction().execute(async (tx) => {
      if (scope !== null) await sql`select set_config('app.read_scope', ${scopeSetting([scope])}, true)`.execute(tx);
      const { rows } = await sql<{ id: string }>`
        select distinct person_id as id from house.holders_over('{safetyOfficer}'::text[], ${[workshop.lo]}::bigint[])`.execute(tx);
      return rows.map(({ id }) => id).toSorted();
    });

  expect(await holders(root)).toEqual([near.id, guest.id, above.id].toSorted());
  expect(await holders(mill)).toEqual([near.id, guest.id].toSorted());
  expect(await holders(workshop)).toEqual([guest.id]);
  expect([await holders(farMill), await holders(null)]).toEqual([[], []]);
  await runtime.destroy();
});
