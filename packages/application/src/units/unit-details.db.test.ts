import { sql } from 'kysely';
import { expect } from 'vitest';

import { as, type Given, given, test } from '../testing/index.ts';
import { editProfile, readUnit } from './index.ts';

const profile = { headcount: 120, province: null, industry: null, flags: [] };
let units: Given;

test('address and remark are part of the profile, told in the trail and kept as they were known', async ({
  house,
  database: { owner },
}) => {
  units = await given.group(owner);
  const { mill, east } = units;
  const officer = as(house, 'safetyOfficer', east);
  const edit = async (told: object) => {
    const { version, shortNames } = await readUnit(officer, { unitId: mill.id });
    await editProfile(officer, { unitId: mill.id, version, shortNames, profile: { ...profile, ...told } });
    return (await readUnit(officer, { unitId: mill.id })).profile;
  };

  expect(await edit({ address: '东城路 8 号', remark: '年底搬迁' })).toMatchObject({ address: '东城路 8 号', remark: '年底搬迁' });
  expect(await edit({}), 'left out, they stay').toMatchObject({ address: '东城路 8 号', remark: '年底搬迁' });
  expect(await edit({ address: '南环路 1 号', remark: null })).toMatchObject({ address: '南环路 1 号', remark: null });

  const trail = await owner.selectFrom('trail').select(['before', 'after']).where('subject_id', '=', mill.id).orderBy('seq').execute();
  expect(trail.at(-1)).toMatchObject({
    before: { profile: { address: '东城路 8 号', remark: '年底搬迁' } },
    after: { profile: { address: '南环路 1 号', remark: null } },
  });
  const { rows } = await sql`select address, known_to < 'infinity' as past from unit_details_history where id = ${mill.id}`.execute(owner);
  expect(rows).toContainEqual({ address: '南环路 1 号', past: false });
});

test('they are out of reach of whoever does not see the unit', async ({ house, database: { owner, role } }) => {
  const { mill, west } = units;
  const officer = as(house, 'safetyOfficer', west);
  const change = { unitId: mill.id, version: 1, shortNames: [], profile: { ...profile, address: '别处' } };
  await expect(editProfile(officer, change)).rejects.toMatchObject({ kind: 'missing' });

  const seen = await owner.transaction().execute(async (tx) => {
    await sql`set local role ${sql.id(role)}`.execute(tx);
    const scope = `{[${west.lo},${west.hi}]}`;
    await sql`select set_config('app.read_scope', ${scope}, true), set_config('app.write_scope', ${scope}, true)`.execute(tx);
    const { rows } = await sql<{ id: string }>`
      select id from unit_details union all select id from unit_details_history`.execute(tx);
    return rows;
  });
  expect(seen).toEqual([]);
});
