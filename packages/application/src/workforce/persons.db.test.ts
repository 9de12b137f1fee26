import type { Database } from '@changming/database';
import { sql } from 'kysely';
import { describe, expect } from 'vitest';

import { as, given, houseAt, test, testSecrets } from '../testing/index.ts';
import { appoint, createPerson, editPerson, findByIdentity, listPersons, pickByStaffNo, readPerson, rejoin, unmask } from './index.ts';

/** The number of the annex to GB 11643, and one made after it; nobody's. */
const [identityNumber, other] = ['11010519491231002X', '440524198801010011'];
const bornIn1880 = '440524188001010014';
const bornIn1881 = '440524188101010011';
const phone = '13900001111';
const reason = '核对特种作业证';

async function unitsOf(owner: Database) {
  const rows = await owner.selectFrom('units').selectAll().execute();
  const named = (name: string) => rows.find((row) => row.name === name) ?? rows[0];
  const [root, west, mill, workshop] = ['岚枝集团', '西岭羽绒', '东城一厂', '缝制一车间'].map(named);
  if (root === undefined || west === undefined || mill === undefined || workshop === undefined) throw new Error('no group');
  return { root, west, mill, workshop };
}

describe('a person', () => {
  test('is found by name, initials and 工号, with masked numbers only', async ({ house, database: { owner } }) => {
    const { mill, workshop } = await given.group(owner);
    const officer = as(house, 'safetyOfficer', mill);

    const { id } = await createPerson(officer, { name: '欧阳雪', staffNo: 'gh-001', unitId: workshop.id, identityNumber, phone });

    const masked = { id, staffNo: 'GH-001', identity: '110***********002X', phone: '139****1111', sex: 'female', unit: '缝制一车间' };
    for (const q of ['欧阳', 'OYX', 'gh-0'])
      expect(await listPersons(officer, { q, withBelow: true, limit: 50 }), q).toMatchObject({ items: [masked], next: null });
    expect((await listPersons(officer, { unitId: mill.id, withBelow: false, limit: 50 })).items).toEqual([]);
    expect(await readPerson(officer, { personId: id })).toMatchObject({ ...masked, appointments: [], absences: [] });
  });

  test('made twice with one id is one person', async ({ house, database: { owner } }) => {
    const { mill } = await unitsOf(owner);
    const wanted = { id: '0198c0de-0000-7000-8000-00000000000a', name: '两次', unitId: mill.id };

    const first = await createPerson(as(house, 'safetyOfficer', mill), wanted);

    expect(await createPerson(as(house, 'safetyOfficer', mill), wanted)).toEqual(first);
  });

  test('is changed from the present version only, and keeps numbers that are not given', async ({ house, database: { owner } }) => {
    const { mill } = await unitsOf(owner);
    const officer = as(house, 'safetyOfficer', mill);
    const { id: personId } = await createPerson(officer, { name: '李强', unitId: mill.id, phone: '13900002222' });
    const rest = { staffNo: 'GH-002', sex: null, unitId: mill.id, title: '电工', engagement: null, hiredOn: null } as const;

    await editPerson(officer, { personId, version: 1, name: '李刚', ...rest });

    expect(await readPerson(officer, { personId })).toMatchObject({ name: '李刚', title: '电工', phone: '139****2222', version: 2 });
    await expect(editPerson(officer, { personId, version: 1, name: '旧', ...rest })).rejects.toMatchObject({ code: 'request.stale' });
    const both = [1, 2].map((n) => editPerson(officer, { personId, version: 2, name: `同时${n}`, ...rest }));
    expect((await Promise.allSettled(both)).map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });

  test('is one in the whole group; a taken number does not say whose it is', async ({ house, database: { owner } }) => {
    const { root, west, mill } = await unitsOf(owner);
    const stranger = as(house, 'safetyOfficer', west);
    const twice = createPerson(stranger, { name: '某人', unitId: west.id, identityNumber });

    await expect(twice).rejects.toMatchObject({ code: 'workforce.identity_taken', facts: {} });
    await expect(createPerson(stranger, { name: '某人', unitId: west.id, staffNo: 'GH-001' })).rejects.toMatchObject({
      code: 'workforce.staff_no_taken',
    });
    const { id: personId } = await createPerson(stranger, { name: '某人', unitId: west.id });
    const rest = { staffNo: null, sex: null, unitId: west.id, title: null, engagement: null, hiredOn: null } as const;
    await expect(editPerson(stranger, { personId, version: 1, name: '某人', ...rest, identityNumber })).rejects.toMatchObject({
      code: 'workforce.identity_taken',
    });
    expect(await findByIdentity(stranger, { identityNumber })).toEqual({ taken: true, person: null });
    expect(await findByIdentity(as(house, 'hqSafety', root), { identityNumber })).toMatchObject({ person: { name: '欧阳雪' } });
    expect(await findByIdentity(as(house, 'safetyOfficer', mill), { identityNumber: other })).toEqual({ taken: false, person: null });
  });

  test('registered by two at once goes in once', async ({ house, database: { owner } }) => {
    const { mill } = await unitsOf(owner);
    const officer = as(house, 'safetyOfficer', mill);

    const both = await Promise.allSettled(
      [1, 2].map((n) => createPerson(officer, { name: `抢${n}`, unitId: mill.id, identityNumber: other })),
    );

    expect(both.map((each) => (each.status === 'fulfilled' ? 'in' : (each.reason as { code: string }).code)).toSorted()).toEqual([
      'in',
      'workforce.identity_taken',
    ]);
  });

  test('was not hired in 9999, nor born in 1880', async ({ house, database: { owner } }) => {
    const { mill } = await unitsOf(owner);
    const officer = as(house, 'safetyOfficer', mill);
    const wanted = { name: '早生', unitId: mill.id };
    const rest = { staffNo: null, sex: null, unitId: mill.id, title: null, engagement: null } as const;

    for (const hiredOn of ['9999-12-31', '1939-12-31'])
      await expect(createPerson(officer, { ...wanted, hiredOn })).rejects.toMatchObject({ code: 'workforce.implausible_day' });
    const bornThen = createPerson(officer, { ...wanted, identityNumber: bornIn1880 });
    await expect(bornThen).rejects.toMatchObject({ code: 'workforce.implausible_birthday', facts: { on: '1880-01-01' } });

    const { id: personId } = await createPerson(officer, { ...wanted, hiredOn: '2027-01-20' });
    const edited = editPerson(officer, { personId, version: 1, name: '早生', ...rest, hiredOn: '9999-12-31' });
    await expect(edited).rejects.toMatchObject({ code: 'workforce.implausible_day' });
    const appointed = appoint(officer, { personId, unitId: mill.id, post: 'safetyOfficer', from: '9999-12-31' });
    await expect(appointed).rejects.toMatchObject({ code: 'workforce.implausible_day' });
  });

  test('whose day of birth was taken once may be edited with the number that stands there', async ({ house, database: { owner } }) => {
    const { mill } = await unitsOf(owner);
    const officer = as(house, 'safetyOfficer', mill);
    const { id: personId } = await createPerson(officer, { name: '旧档', unitId: mill.id });
    const identity_index = testSecrets.index('identity', bornIn1880);
    await given.arranged(owner, async (tx) => {
      await tx.updateTable('persons').set({ identity_index }).where('id', '=', personId).execute();
    });
    const rest = { staffNo: null, sex: null, unitId: mill.id, engagement: null, hiredOn: null } as const;

    await editPerson(officer, { personId, version: 1, name: '旧档', title: '技师', ...rest, identityNumber: bornIn1880 });
    expect(await readPerson(officer, { personId })).toMatchObject({ title: '技师', version: 2 });
    const changed = editPerson(officer, { personId, version: 2, name: '旧档', title: null, ...rest, identityNumber: bornIn1881 });
    await expect(changed).rejects.toMatchObject({ code: 'workforce.implausible_birthday', facts: { on: '1881-01-01' } });
  });

  test('whose number says otherwise is no man', async ({ house, database: { owner } }) => {
    const { mill } = await unitsOf(owner);
    const attempt = createPerson(as(house, 'safetyOfficer', mill), {
      name: '张',
      unitId: mill.id,
      sex: 'male',
      identityNumber: '110105194912310062',
    });

    await expect(attempt).rejects.toMatchObject({ kind: 'invalid', code: 'workforce.sex_contradicts' });
  });

  test('is missing from outside its branch, and not for those without the permission', async ({ house, database: { owner } }) => {
    const { west, mill, workshop } = await unitsOf(owner);
    const { id: personId } = await owner.selectFrom('persons').select('id').where('staff_no', '=', 'GH-001').executeTakeFirstOrThrow();
    const rest = { staffNo: null, sex: null, unitId: west.id, title: null, engagement: null, hiredOn: null } as const;

    for (const attempt of [
      () => readPerson(as(house, 'safetyOfficer', west), { personId }),
      () => editPerson(as(house, 'safetyOfficer', west), { personId, version: 1, name: '某', ...rest }),
      () => rejoin(as(house, 'safetyOfficer', west), { personId, unitId: west.id, on: '2026-01-01', reason }),
      () => unmask(as(house, 'unitHead', west), { personId, field: 'phone', reason }),
      () => createPerson(as(house, 'safetyOfficer', west), { name: '某', unitId: mill.id }),
      () => createPerson(as(house, 'safetyOfficer', west), { id: personId, name: '某', unitId: west.id }),
    ])
      await expect(attempt()).rejects.toMatchObject({ kind: expect.stringMatching(/missing|conflict/) });
    expect((await listPersons(as(house, 'safetyOfficer', west), { withBelow: true, limit: 50 })).items.map(({ name }) => name)).toEqual([
      '某人',
    ]);
    for (const role of ['worker', 'teamLeader'] as const) {
      const caller = as(house, role, workshop, personId);
      await expect(readPerson(caller, { personId }), role).rejects.toMatchObject({ kind: 'forbidden' });
      await expect(createPerson(caller, { name: '某', unitId: workshop.id }), role).rejects.toMatchObject({ kind: 'forbidden' });
      await expect(unmask(caller, { personId, field: 'phone', reason }), role).rejects.toMatchObject({ kind: 'forbidden' });
    }
    await expect(unmask(as(house, 'safetyOfficer', mill), { personId, field: 'phone', reason })).rejects.toMatchObject({
      kind: 'forbidden',
    });
  });

  test('shows a full number for a reason, and the trail tells who asked but not the number', async ({ house, database: { owner } }) => {
    const { mill } = await unitsOf(owner);
    const person = await owner.selectFrom('persons').selectAll().where('staff_no', '=', 'GH-001').executeTakeFirstOrThrow();
    const head = as(house, 'unitHead', mill);

    expect(await unmask(head, { personId: person.id, field: 'identity', reason })).toEqual({ number: identityNumber });
    expect(await unmask(head, { personId: person.id, field: 'phone', reason })).toEqual({ number: phone });

    const trail = await owner
      .selectFrom('trail')
      .selectAll()
      .where('verb', '=', 'workforce.unmask')
      .orderBy(sql`after->>'field'`)
      .execute();
    expect(trail.map(({ after, subject_id, person_id }) => ({ after, subject_id, person_id }))).toEqual([
      { after: { field: 'identity', reason }, subject_id: person.id, person_id: head.actor.personId },
      { after: { field: 'phone', reason }, subject_id: person.id, person_id: head.actor.personId },
    ]);
    await expect(unmask(head, { personId: person.id, field: 'phone', reason: '  ' })).rejects.toMatchObject({ name: 'InvalidInput' });
  });

  test('picked by pasted numbers is found, missing or outside, and nothing is said of those outside', async ({
    house,
    database: { owner },
  }) => {
    const { root, west } = await unitsOf(owner);
    await createPerson(as(house, 'hqSafety', root), { name: '西人', staffNo: 'W-1', unitId: west.id });

    const picked = await pickByStaffNo(as(house, 'safetyOfficer', west), { staffNos: ['GH-404', ' w-1 ', 'W-1', 'GH-001', '', '???'] });

    expect(picked).toEqual({
      found: [expect.objectContaining({ staffNo: 'W-1', name: '西人', unit: '西岭羽绒' })],
      missing: ['GH-404', '???'],
      outside: ['GH-001'],
    });
    const many = Array.from({ length: 1001 }, (_, n) => `N${n}`);
    await expect(pickByStaffNo(as(house, 'safetyOfficer', west), { staffNos: many })).rejects.toMatchObject({ name: 'ZodError' });
  });

  test('lies on one page only, whatever the size of the pages', async ({ house, database: { owner } }) => {
    const { root } = await unitsOf(owner);
    const hq = as(house, 'hqSafety', root);
    for (const name of ['王芳', '王芳', '王芳', '阿力']) await createPerson(hq, { name, unitId: root.id });
    const all = await listPersons(hq, { withBelow: true, limit: 200 });

    const paged = [];
    let after: [string, string] | undefined;
    for (let n = 0; n < 20; n += 1) {
      const page = await listPersons(hq, { withBelow: true, limit: 2, ...(after && { after }) });
      paged.push(...page.items);
      if (page.next === null) break;
      after = page.next.split('~') as [string, string];
    }

    expect(paged).toEqual(all.items);
    expect(paged.length).toBeGreaterThan(8);
  });
});

describe('a personal number', () => {
  test('lies in clear in no column of any table, and in no error', async ({ house, database }) => {
    const { owner } = database;
    const { root, mill, west } = await unitsOf(owner);
    const hq = as(house, 'hqSafety', root);
    const canary = { identityNumber: '110105194912310062', phone: '13987654321' };
    const { id: personId } = await createPerson(hq, { name: '金丝雀', unitId: mill.id, phone: '13987650000' });
    const rest = { staffNo: null, sex: null, unitId: mill.id, title: null, engagement: null, hiredOn: null } as const;
    await editPerson(hq, { personId, version: 1, name: '金丝雀', ...rest, ...canary });
    const twice = { name: '两个', unitId: west.id, ...canary };
    const once = { key: 'canary', asked: JSON.stringify(canary) };
    const errors = await Promise.allSettled([
      createPerson(hq, twice),
      createPerson(as(house, 'safetyOfficer', mill), twice),
      createPerson(as(house, 'worker', mill), twice),
      editPerson(hq, { personId, version: 1, name: '金丝雀', ...rest, ...canary }),
      createPerson(hq, { ...twice, identityNumber: '110105194912310063' }),
      unmask({ ...hq, once }, { personId, field: 'identity', reason }),
    ]);

    const told = errors.map((each) => (each.status === 'rejected' ? `${String(each.reason)} ${JSON.stringify(each.reason)}` : ''));
    expect(told.filter((text) => text !== '')).toHaveLength(5);
    expect(told.join(' ')).not.toMatch(/1949123100|13987654321/);
    expect(await numbersIn(owner, [canary.identityNumber, canary.phone, '13987650000', identityNumber, phone])).toEqual([]);
    expect(await numbersIn(owner, ['金丝雀'])).toContain('persons');
  });
});

/** Casts every column of every table to text, history, trail, keys and jobs included, and names the tables where one of these stands. */
async function numbersIn(owner: Database, numbers: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select format('%I.%I', table_schema, table_name) as name from information_schema.tables
    where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`.execute(owner);
  const found = [];
  for (const { name } of rows) {
    const { rows: hits } = await sql`select 1 from ${sql.raw(name)} as t where t::text ~ ${numbers.join('|')} limit 1`.execute(owner);
    if (hits.length > 0) found.push(name.replace(/^public\./, ''));
  }
  expect(rows.length).toBeGreaterThan(20);
  return found;
}

describe('somebody who left', () => {
  test('rejoins from a later day', async ({ database }) => {
    const { owner } = database;
    const { mill, workshop } = await unitsOf(owner);
    const left = await given.person(owner, mill, { name: '返聘', left_on: '2026-01-10' });
    const house = houseAt(database);
    const officer = as(house, 'safetyOfficer', mill);

    await expect(rejoin(officer, { personId: left.id, unitId: workshop.id, on: '2026-01-09', reason })).rejects.toMatchObject({
      code: 'workforce.before_hired',
    });
    await rejoin(officer, { personId: left.id, unitId: workshop.id, on: '2026-01-15', reason });

    expect(await readPerson(officer, { personId: left.id })).toMatchObject({ leftOn: null, hiredOn: '2026-01-15', unit: '缝制一车间' });
    await expect(rejoin(officer, { personId: left.id, unitId: workshop.id, on: '2026-01-15', reason })).rejects.toMatchObject({
      code: 'workforce.not_left',
    });
    await house.close();
  });
});
