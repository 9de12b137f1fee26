import { within } from '@changming/database';
import { grantsInput, mixesPowers, type NotGranted, refuseGrant, type Role } from '@changming/domain/access';
import { sql } from 'kysely';
import type { z } from 'zod';

import { command, type Writing } from '../context.ts';
import { unitInScope } from '../units/index.ts';
import { insertGrants, isHeld, type SameHeld, sameHeld } from './grant-store.ts';

type Wanted = z.output<typeof grantsInput>;
type Unit = { readonly id: string; readonly name: string };
type Account = {
  readonly id: string;
  readonly personId: string | null;
  readonly staffNo: string | null;
  readonly name: string | null;
  readonly disabledAt: Date | null;
  readonly unitId: string;
  readonly unit: string;
};
/** One of those asked for: whom that is, and where the grant would hold. */
type Asked = { readonly asked: string; readonly account: Account | undefined; readonly unit: Unit | null };

/**
 * 批量授权: one role for many, at one unit or each at the unit where the person is. Whoever may not get it is told with the reason, as
 * `giveGrant` would refuse it, and does not keep the others from theirs.
 */
export const giveGrants = command({
  permission: 'access.grant',
  name: 'access.giveGrants',
  input: grantsInput,
  async run(work, wanted) {
    refuseGrant(wanted, [], work.today);
    const asked = await allAsked(work, wanted);
    const [roles, same] = [await rolesHeld(work, asked), await sameHeld(work, wanted, idsOf(asked))];
    const verdicts = asked.map((each) => ({ ...each, code: verdictOn(work, each, { wanted, roles, same }) }));
    const given = verdicts.flatMap(({ account, unit, code }) =>
      code === null && account !== undefined && unit !== null ? [{ account, unit }] : [],
    );
    await insertGrants(work, wanted, { given: given.map(({ account, unit }) => ({ accountId: account.id, unitId: unit.id })), same });
    const { role, kinds, from, to } = wanted;
    return work.trail(
      given.map(({ account, unit }) => ({
        subjectId: account.id,
        unitId: unit.id,
        before: null,
        after: { role, kinds, from, to, unit: unit.name },
      })),
      {
        given: given.length,
        refused: verdicts.flatMap(({ asked: by, account, code }) =>
          code === null ? [] : [{ asked: by, name: account?.name ?? null, code }],
        ),
      },
    );
  },
});

/** Everybody asked for, each once; the accounts are locked. Outside of the scope an account is missing. */
async function allAsked(work: Writing, { accountIds, staffNos, unitId }: Wanted): Promise<Asked[]> {
  const unit = unitId === null ? null : await unitInScope(work.tx, work.scope, unitId);
  const numbers = [...new Set(staffNos.map((typed) => typed.toUpperCase()))];
  const accounts = await accountsOf(work, accountIds, numbers);
  const known = new Map(accounts.flatMap((account) => [account.id, account.staffNo ?? ''].map((key) => [key, account] as const)));
  const seen = new Set<string>();
  return [...accountIds, ...numbers].flatMap((asked) => {
    const account = known.get(asked);
    const key = account?.id ?? asked;
    if (seen.has(key)) return [];
    seen.add(key);
    return [{ asked, account, unit: unit ?? ownUnit(account) }];
  });
}

/** Where the person is. An account without a person belongs to the whole group, and nobody is given that for want of a unit. */
function ownUnit(account: Account | undefined): Unit | null {
  if (account === undefined || account.personId === null) return null;
  return { id: account.unitId, name: account.unit };
}

async function accountsOf({ tx, scope }: Writing, ids: readonly string[], numbers: readonly string[]): Promise<Account[]> {
  return tx
    .selectFrom('accounts as a')
    .innerJoin('units as u', 'u.id', 'a.unit_id')
    .leftJoin('persons as p', 'p.id', 'a.person_id')
    .select(['a.id', 'a.person_id as personId', 'p.staff_no as staffNo', 'a.disabled_at as disabledAt', 'a.unit_id as unitId'])
    .select(['u.name as unit', sql<string | null>`coalesce(p.name, a.login)`.as('name')])
    .where(sql<boolean>`(a.id = any(${ids}::uuid[]) or a.person_id in (select id from persons where staff_no = any(${numbers}::text[])))`)
    .where((eb) => within(eb.ref('a.unit_pos'), scope))
    .orderBy('a.id')
    .forUpdate('a')
    .execute();
}

type Roles = ReadonlyMap<string, readonly Role[]>;

/** By account, the roles held today or later, wherever their units lie. */
async function rolesHeld({ tx, today }: Writing, asked: readonly Asked[]): Promise<Roles> {
  const { rows } = await sql<{ id: string; roles: Role[] }>`
    select a.id, array_agg(g.role) as roles from unnest(${idsOf(asked)}::uuid[]) as a (id) cross join lateral house.grants_of(a.id) g
    where g.to_on is null or g.to_on >= ${today}::date group by a.id`.execute(tx);
  return new Map(rows.map(({ id, roles }) => [id, roles]));
}

function idsOf(asked: readonly Asked[]): string[] {
  return asked.flatMap(({ account }) => account?.id ?? []);
}

type Held = { readonly wanted: Wanted; readonly roles: Roles; readonly same: SameHeld };

function verdictOn(work: Writing, { account, unit }: Asked, { wanted, roles, same }: Held): NotGranted | null {
  if (account === undefined) return 'access.account_not_found';
  if (account.id === work.actor.accountId) return 'access.own_grant';
  if (account.disabledAt !== null) return 'access.account_disabled';
  if (unit === null) return 'access.person_not_found';
  if (mixesPowers(roles.get(account.id) ?? [], wanted.role)) return 'access.mixed_powers';
  return isHeld(work, same, { accountId: account.id, unitId: unit.id }) ? 'access.grant_exists' : null;
}
