import { hazardFilter } from '@changming/domain/hazards';
import { sql } from 'kysely';
import { describe, expect } from 'vitest';

import type { Caller, House } from '../context.ts';
import { listHazards, saveView } from '../hazards/index.ts';
import { as, given, type Given, givenAccount, givenGrant, givenPassword, houseAt, test } from '../testing/index.ts';
import { moveUnit } from '../units/index.ts';
import { identify, presume, signIn } from './index.ts';

let units: Given;
const everything = hazardFilter.parse({});

async function givenHazardIn(owner: Parameters<typeof given.group>[0], unitId: string): Promise<void> {
  await given.arranged(owner, (tx) =>
    sql`
      insert into hazards (id, unit_id, stage, category, key_area, kind, source, found_on, found_at, claimed_at, reported_at)
      values (gen_random_uuid(), ${unitId}, 'reported', 'other', 'other', 'site', 'selfCheck', '2026-01-05', now(), now(), now())`.execute(
      tx,
    ),
  );
}

/** The secret of a session that was seen a moment ago. */
async function givenSession(house: House, login: string): Promise<string> {
  const { secret } = await signIn(house.stranger(), { login, password: givenPassword, ip: '127.0.0.1', userAgent: null });
  await identify(house, { by: 'session', secret });
  return secret;
}

/** Whoever is presumed to hold the session. */
function presumedCaller(house: House, secret: string): Caller {
  const known = presume(house, { by: 'session', secret });
  if (known === null) throw new Error('nobody is presumed');
  return house.callerFor(known.actor, { via: 'session', ip: null }, known.presumed);
}

/** How many hazards the session's holder sees on the presumption; null where there is none. */
async function seenBy(house: House, secret: string): Promise<number | null> {
  if (presume(house, { by: 'session', secret }) === null) return null;
  return (await listHazards(presumedCaller(house, secret), everything)).items.length;
}

describe('who is presumed to call', () => {
  test('sees what a session seen a moment ago opens', async ({ house, database: { owner } }) => {
    units = await given.group(owner);
    for (const [login, at] of [
      ['PR1', units.mill],
      ['PR2', units.mill],
      ['PR3', units.mill],
    ] as const)
      await givenAccount(owner, { person: await given.person(owner, at, { staff_no: login, name: login }), role: 'safetyOfficer', at });
    await givenHazardIn(owner, units.workshop.id);
    await givenHazardIn(owner, units.farMill.id);
    const secret = await givenSession(house, 'PR1');

    expect(await seenBy(house, secret)).toBe(1);
    expect(await seenBy(house, 'x'.repeat(43))).toBeNull();
    expect(presume(houseAt({ url: '', role: '' }), { by: 'session', secret })).toBeNull();
  });

  test('is refused at once when the session was ended or the account disabled', async ({ house, database: { owner } }) => {
    const [ended, disabled] = [await givenSession(house, 'PR1'), await givenSession(house, 'PR2')];
    await given.arranged(owner, (tx) =>
      sql`update sessions set revoked_at = now() where secret_hash = sha256(convert_to(${ended}, 'utf8'))`.execute(tx),
    );
    await given.arranged(owner, (tx) =>
      sql`update accounts set disabled_at = now() where id = (select account_id from sessions where secret_hash = sha256(convert_to(${disabled}, 'utf8')))`.execute(
        tx,
      ),
    );

    await expect(seenBy(house, ended)).rejects.toMatchObject({ code: 'access.not_signed_in' });
    await expect(seenBy(house, disabled)).rejects.toMatchObject({ code: 'access.not_signed_in' });
  });

  test('is found out anew while the holder owes a new password, who may have given one meanwhile', async ({
    house,
    database: { owner },
  }) => {
    const secret = await givenSession(house, 'PR3');
    const mustChange = (must: boolean) =>
      given.arranged(owner, (tx) =>
        sql`update accounts set must_change_password = ${must} where id = (
          select account_id from sessions where secret_hash = sha256(convert_to(${secret}, 'utf8')))`.execute(tx),
      );
    await mustChange(true);
    await identify(house, { by: 'session', secret });
    await mustChange(false);

    expect(presume(house, { by: 'session', secret })).toBeNull();
  });

  test('has the grants of this very moment: one more, one less, and those of a branch that was moved', async ({
    house,
    database: { owner },
  }) => {
    const secret = await givenSession(house, 'PR3');
    const { account_id } = await owner
      .selectFrom('sessions as s')
      .innerJoin('accounts as a', 'a.id', 's.account_id')
      .innerJoin('persons as p', 'p.id', 'a.person_id')
      .select('s.account_id')
      .where('p.staff_no', '=', 'PR3')
      .executeTakeFirstOrThrow();

    await givenGrant(owner, account_id, { role: 'safetyOfficer', at: units.farMill });
    expect(await seenBy(house, secret)).toBe(2);
    await given.arranged(owner, (tx) =>
      sql`update grants set ended_at = now() where account_id = ${account_id} and unit_id = ${units.mill.id}`.execute(tx),
    );
    expect(await seenBy(house, secret)).toBe(1);
    await moveUnit(as(house, 'hqSafety', units.root), {
      unitId: units.farMill.id,
      parentId: units.east.id,
      on: '2026-01-15',
      reason: '划转',
    });
    expect(await seenBy(house, secret)).toBe(1);
    await given.arranged(owner, (tx) => sql`update grants set ended_at = now() where account_id = ${account_id}`.execute(tx));
    await expect(seenBy(house, secret)).rejects.toMatchObject({ code: 'access.not_permitted' });
    await givenGrant(owner, account_id, { role: 'safetyOfficer', at: units.root });
    expect(await seenBy(house, secret)).toBe(2);
    await given.arranged(owner, (tx) => sql`update accounts set must_change_password = true where id = ${account_id}`.execute(tx));
    await expect(seenBy(house, secret)).rejects.toMatchObject({ code: 'access.must_change_password' });
  });

  test('changes something only as long as that holds: what was written on it is rolled back otherwise', async ({
    house,
    database: { owner },
  }) => {
    const person = await given.person(owner, units.mill, { staff_no: 'PR4', name: 'PR4' });
    const { id: accountId } = await givenAccount(owner, { person, role: 'safetyOfficer', at: units.mill });
    const secret = await givenSession(house, 'PR4');
    const saveAs = (name: string) => saveView(presumedCaller(house, secret), { name, filter: {} });
    const names = async () => (await owner.selectFrom('hazard_views').select('name').orderBy('name').execute()).map((view) => view.name);

    await saveAs('1 有效');
    await given.arranged(owner, (tx) => sql`update grants set ended_at = now() where account_id = ${accountId}`.execute(tx));
    await expect(saveAs('2 没有授权')).rejects.toMatchObject({ code: 'access.not_permitted' });
    await givenGrant(owner, accountId, { role: 'safetyOfficer', at: units.root });
    await saveAs('3 另有授权');
    const presumed = presumedCaller(house, secret);
    await given.arranged(owner, (tx) =>
      sql`update sessions set revoked_at = now() where secret_hash = sha256(convert_to(${secret}, 'utf8'))`.execute(tx),
    );
    await expect(saveView(presumed, { name: '4 已退出', filter: {} })).rejects.toMatchObject({ code: 'access.not_signed_in' });

    expect(await names()).toEqual(['1 有效', '3 另有授权']);
  });

  test('is never acted on at a door', async ({ house, database: { owner } }) => {
    const person = await given.person(owner, units.mill, { staff_no: 'PR5', name: 'PR5' });
    await givenAccount(owner, { person, role: 'safetyOfficer', at: units.mill });
    const caller = presumedCaller(house, await givenSession(house, 'PR5'));

    await expect(signIn(caller, { login: 'PR5', password: givenPassword, ip: '127.0.0.1', userAgent: null })).rejects.toThrow(
      'does not act on a presumption',
    );
  });
});
