import { randomUUID } from 'node:crypto';

import type { AccountRow, Database, PersonRow } from '@changming/database';
import { isAdministrator, kindsOf, type Role } from '@changming/domain/access';
import { hash } from '@node-rs/argon2';
import type { Insertable, Selectable } from 'kysely';

import type { Caller, House } from '../context.ts';
import { given } from './given.ts';
import { holding } from './holding.ts';

type Place = { readonly id: string; readonly lo: number; readonly hi: number };
type Wanted = {
  readonly person?: Selectable<PersonRow>;
  readonly role?: Role;
  readonly at?: Place;
  readonly password?: string;
  readonly over?: Partial<Insertable<AccountRow>>;
};

export const givenPassword = 'Lamp-2026';
/** A hash says what it cost and is compared at that cost. The product never makes so cheap a one; what arranges hundreds of accounts may. */
const cheap = { memoryCost: 64, timeCost: 1, parallelism: 1 } as const;
let hashed: Promise<string> | null = null;

/**
 * An account as the owner arranges it: of a person or of nobody, with the grants that a role offers at a place. An administrator's is a
 * demo account unless told otherwise, so that a test needs no authenticator.
 */
export async function givenAccount(
  owner: Database,
  { person, role, at, password, over = {} }: Wanted,
): Promise<{ id: string; role: Role | null }> {
  hashed ??= hash(givenPassword, cheap);
  const password_hash = password === undefined ? await hashed : await hash(password, cheap);
  const id = randomUUID();
  const times = { password_changed_at: new Date('2026-01-19T00:00:00Z'), created_at: new Date('2026-01-19T00:00:00Z') };
  await given.arranged(owner, async (tx) => {
    const is_demo = role !== undefined && isAdministrator(role);
    const row = { id, person_id: person?.id ?? null, password_hash, must_change_password: false, is_demo, ...times, ...over };
    await tx.insertInto('accounts').values(row).execute();
  });
  if (role !== undefined && at !== undefined) await givenGrant(owner, id, { role, at });
  return { id, role: role ?? null };
}

export async function givenGrant(
  owner: Database,
  accountId: string,
  { role, at, to = null }: { role: Role; at: Place; to?: string | null },
): Promise<void> {
  const rows = kindsOf(role).map((kind) => ({ id: randomUUID(), account_id: accountId, role, kind, unit_id: at.id }));
  const held = { from_on: '2026-01-01', to_on: to, granted_at: new Date('2026-01-01T00:00:00Z') };
  await given.arranged(owner, async (tx) => {
    for (const row of rows)
      await tx
        .insertInto('grants')
        .values({ ...row, ...held })
        .execute();
  });
}

/** The holder of an account calling with its role, as `identify` would have found him. */
export function calling(house: House, { id, role }: { readonly id: string; readonly role: Role | null }, at: Place): Caller {
  const actor = role === null ? { personId: null, grants: [] } : holding(role, at);
  return house.callerFor({ ...actor, accountId: id }, { via: 'session', ip: '127.0.0.1' });
}
