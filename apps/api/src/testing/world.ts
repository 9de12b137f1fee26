import { randomBytes, randomUUID } from 'node:crypto';

import { type Given, given, givenAccount } from '@changming/application/testing';
import { machinePermissions } from '@changming/application/access';
import type { House } from '@changming/application/context';
import { digest } from '@changming/application/secrets';
import type { Database } from '@changming/database';

import { type Credential, type Relation, type Role, relations, roles } from './oracle.ts';

type Unit = Given['mill'];
/** Where a record lies. An absent one lies nowhere: nothing is written, and its id is nobody's. */
export type Place = { readonly relation: Relation | 'group'; readonly unit: Unit; readonly absent: boolean };

export type Holder = {
  readonly role: Role;
  readonly accountId: string;
  readonly personId: string;
  readonly headers: Readonly<Record<Credential, Readonly<Record<string, string>>>>;
};

/** A group with a caller for every role at one factory and at the group itself, and a place for every relation to that factory. */
export type World = {
  readonly house: House;
  readonly owner: Database;
  readonly units: Given & { readonly sibling: Unit };
  readonly places: Readonly<Record<Relation, Place>>;
  readonly group: Place;
  readonly atUnit: readonly Holder[];
  readonly atGroup: readonly Holder[];
  /** Ids that no caller at the factory may ever be told: what lies beside it and above it, but for the units on the path to the root. */
  readonly hidden: Set<string>;
  /** Whether nothing that lies outside of the factory's branch is changed by anybody. */
  readonly isStillOutside: boolean;
};

export async function makeWorld(house: House, owner: Database, { isStillOutside = false } = {}): Promise<World> {
  const made = await given.group(owner);
  const sibling = await given.unit(owner, '东城二厂', 'factory', made.east);
  const units = { ...made, sibling };
  const at: Record<Relation, Unit> = {
    own: units.mill,
    child: units.workshop,
    parent: units.east,
    sibling,
    foreign: units.farMill,
    absent: units.farMill,
  };
  const places = Object.fromEntries(
    relations.map((relation) => [relation, { relation, unit: at[relation], absent: relation === 'absent' }]),
  ) as unknown as World['places'];
  const group: Place = { relation: 'group', unit: units.root, absent: false };
  const [atUnit, atGroup] = [await holdersAt(owner, units.mill, units.workshop), await holdersAt(owner, units.root, units.west)];
  const hidden = new Set([
    units.sibling.id,
    units.west.id,
    units.farMill.id,
    ...atGroup.flatMap((each) => [each.accountId, each.personId]),
  ]);
  return { house, owner, units, places, group, atUnit, atGroup, hidden, isStillOutside };
}

async function holdersAt(owner: Database, unit: Unit, below: Unit): Promise<Holder[]> {
  const holders: Holder[] = [];
  for (const role of roles) holders.push(await holder(owner, role, { unit, below }));
  return holders;
}

async function holder(owner: Database, role: Role, { unit, below }: { unit: Unit; below: Unit }): Promise<Holder> {
  const person = await given.person(owner, unit, { staff_no: `${role}-${unit.code}`.toUpperCase(), name: role });
  const account = await givenAccount(owner, { person, role, at: unit });
  const gone = await given.person(owner, unit, { staff_no: `GONE-${role}-${unit.code}`.toUpperCase() });
  const disabled = await givenAccount(owner, { person: gone, role, at: unit, over: { disabled_at: new Date('2026-01-19T00:00:00Z') } });
  const session = (accountId: string, over = {}) => cookie(owner, accountId, over);
  const token = (over = {}) => bearer(owner, account.id, over);
  return {
    role,
    accountId: account.id,
    personId: person.id,
    headers: {
      session: await session(account.id),
      token: await token(),
      narrow: await token({ scopes: ['notices.sweep'] }),
      elsewhere: await token({ unit_ids: [below.id] }),
      expired: await token({ expires_on: '2026-01-19' }),
      revoked: await session(account.id, { revoked_at: new Date('2026-01-20T01:00:00Z') }),
      disabled: await session(disabled.id),
      none: {},
    },
  };
}

/** A session of its own for requests that end the one they come with. */
export async function cookie(owner: Database, accountId: string, over: object = {}): Promise<Record<string, string>> {
  const secret = randomBytes(32).toString('base64url');
  const seen = new Date('2026-01-20T01:59:59Z');
  const times = { created_at: seen, seen_at: seen, expires_at: new Date('2026-01-27T00:00:00Z'), revoked_at: null };
  const row = {
    id: randomUUID(),
    account_id: accountId,
    secret_hash: digest(secret),
    ...times,
    device_id: null,
    from_ip: null,
    user_agent: null,
  };
  await owner
    .insertInto('sessions')
    .values({ ...row, ...over })
    .execute();
  return { cookie: `cm_session=${secret}` };
}

async function bearer(owner: Database, accountId: string, over: object): Promise<Record<string, string>> {
  const secret = `cm_${randomBytes(32).toString('base64url')}`;
  const made = {
    id: randomUUID(),
    account_id: accountId,
    name: 't',
    prefix: 'cm_',
    secret_hash: digest(secret),
    scopes: [...machinePermissions],
  };
  const times = {
    expires_on: '2026-06-30',
    created_at: new Date('2026-01-19T00:00:00Z'),
    created_by: null,
    used_at: null,
    revoked_at: null,
  };
  await owner
    .insertInto('tokens')
    .values({ ...made, ...times, unit_ids: [], ...over })
    .execute();
  return { authorization: `Bearer ${secret}` };
}
