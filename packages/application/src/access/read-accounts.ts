import { toPage, type Tx, when, within } from '@changming/database';
import { type accountFilter, lockedUntil, type PasswordProfile, passwordProfiles, type Role } from '@changming/domain/access';
import { refuse } from '@changming/domain/kernel';
import type { UnitRange } from '@changming/domain/units';
import { sql } from 'kysely';
import type { z } from 'zod';

import { query, type Reading } from '../context.ts';
import { unitInScope } from '../units/index.ts';
import { accountsWith } from './search-accounts.ts';
import { passwordProfileOf } from './settings.ts';

type Filter = z.output<typeof accountFilter>;

/** 账号: in the order of the tree. Found by name, 工号, login or pinyin initials; narrowed to a unit, with everything below it unless `withBelow` says no. */
export const listAccounts = query({
  permission: 'access.readAccounts',
  async run({ tx, scope, now, today }: Reading, { q, state, role, unitId, below, withBelow = below, after, limit }: Filter) {
    const unit = unitId === undefined ? undefined : await unitInScope(tx, scope, unitId);
    const profile = await passwordProfileOf(tx);
    const found = q === undefined ? undefined : await accountsWith(tx, scope, q);
    const rows = await accountsIn(tx, scope, today)
      .where((eb) =>
        eb.and([
          ...when(unit, ({ lo, hi }) => eb.between('a.unit_pos', lo, withBelow === false ? lo : hi)),
          ...when(after, ([position, id]) => eb(eb.refTuple('a.unit_pos', 'a.id'), '>', eb.tuple(position, id))),
          ...when(found, ({ ids }) => sql<boolean>`a.id = any(${ids}::uuid[])`),
          ...when(state, (is) => inState(is, now, profile)),
          ...when(role, (held) => holdingRole(held, today)),
        ]),
      )
      .orderBy('a.unit_pos')
      .orderBy('a.id')
      .limit(limit + 1)
      .execute();
    const page = toPage(
      rows,
      limit,
      (row) => `${row.unitPos}~${row.id}`,
      (row) => told(row, profile),
    );
    return { ...page, tooMany: found?.tooMany ?? false };
  },
});

/** One account as the list tells it. */
export const readAccount = query({
  permission: 'access.readAccounts',
  async run({ tx, scope, today }: Reading, { accountId }: { accountId: string }) {
    const row = await accountsIn(tx, scope, today).where('a.id', '=', accountId).executeTakeFirst();
    return told(row ?? refuse('missing', 'access.account_not_found', { id: accountId }), await passwordProfileOf(tx));
  },
});

function accountsIn(tx: Tx, scope: readonly UnitRange[], today: string) {
  return tx
    .selectFrom('accounts as a')
    .innerJoin('units as u', 'u.id', 'a.unit_id')
    .leftJoin('persons as p', 'p.id', 'a.person_id')
    .select(['a.id', 'a.login', 'a.person_id as personId', 'p.name', 'p.staff_no as staffNo', 'a.unit_id as unitId', 'u.name as unit'])
    .select([
      'a.unit_pos as unitPos',
      'a.created_at as createdAt',
      'a.disabled_at as disabledAt',
      'a.must_change_password as mustChangePassword',
    ])
    .select(['a.failures', 'a.last_failed_at as lastFailedAt', 'a.is_demo as isDemo'])
    .select([sql<boolean>`a.totp_sealed is not null`.as('totpEnabled'), sql<boolean>`a.pin_hash is not null`.as('pinSet')])
    .select(sql<Date | null>`(select max(s.seen_at) from sessions s where s.account_id = a.id)`.as('seenAt'))
    .select(
      sql<Role[]>`(select coalesce(array_agg(distinct g.role order by g.role), '{}') from grants g
        where g.account_id = a.id and g.ended_at is null and g.from_on <= ${today} and (g.to_on is null or g.to_on >= ${today}))`.as(
        'roles',
      ),
    )
    .where((eb) => within(eb.ref('a.unit_pos'), scope));
}

function holdingRole(role: Role, today: string) {
  return sql<boolean>`exists (select from grants g where g.account_id = a.id and g.role = ${role} and g.ended_at is null
    and g.from_on <= ${today} and (g.to_on is null or g.to_on >= ${today}))`;
}

/** Locked is reckoned from the failures, not stored: the newest failure that can still lock is as old as the longest lock. */
function inState(state: NonNullable<Filter['state']>, now: Date, profile: PasswordProfile) {
  if (state === 'disabled') return sql<boolean>`a.disabled_at is not null`;
  if (state === 'active') return sql<boolean>`a.disabled_at is null`;
  if (state === 'neverSignedIn') return sql<boolean>`not exists (select from sessions s where s.account_id = a.id)`;
  const { failures, lockMinutes } = passwordProfiles[profile];
  return sql<boolean>`(a.failures > 0 and a.failures % ${failures} = 0 and a.last_failed_at + make_interval(mins => ${lockMinutes}
    * (2 ^ least(4, a.failures / ${failures} - 1))::int) > ${now})`;
}

type Row = Awaited<ReturnType<ReturnType<typeof accountsIn>['execute']>>[number];

function told(stored: Row, profile: PasswordProfile) {
  const { failures, lastFailedAt, unitPos: _, ...row } = stored;
  return { ...row, lockedUntil: lockedUntil(failures, lastFailedAt, profile) };
}
