import { grantInput, inForce, refuseGrant } from '@changming/domain/access';
import { refuse } from '@changming/domain/kernel';
import type { z } from 'zod';

import { command, type Writing } from '../context.ts';
import { unitInScope } from '../units/index.ts';
import { accountInScope, grantsOf } from './account-in-scope.ts';

type Wanted = z.output<typeof grantInput>;

/**
 * 授权: a role in some of its kinds at a unit with everything below it, from today or later. It holds from the holder's next request on.
 * Nobody grants to himself, and no hand gets two of the three powers, now or later.
 */
export const giveGrant = command({
  permission: 'access.grant',
  name: 'access.giveGrant',
  input: grantInput,
  async run(work, wanted) {
    const account = await accountInScope(work, wanted.accountId);
    if (wanted.accountId === work.actor.accountId) refuse('forbidden', 'access.own_grant');
    const unit = await unitInScope(work.tx, work.scope, wanted.unitId);
    refuseGrant(wanted, await grantsOf(work.tx, wanted.accountId), work.today);
    if (account.disabled_at !== null) refuse('conflict', 'access.account_disabled');
    const ids: string[] = [];
    for (const kind of new Set(wanted.kinds)) ids.push(await insertGrant(work, wanted, kind));
    const { accountId: _, unitId, ...after } = wanted;
    return work.trail({ subjectId: wanted.accountId, unitId, before: null, after: { ...after, unit: unit.name } }, { ids });
  },
});

async function insertGrant(work: Writing, wanted: Wanted, kind: Wanted['kinds'][number]): Promise<string> {
  const { accountId: account_id, role, unitId: unit_id, from: from_on, to: to_on } = wanted;
  await makeRoom(work, { account_id, role, kind, unit_id });
  const id = work.newId();
  const row = {
    id,
    account_id,
    role,
    kind,
    unit_id,
    from_on,
    to_on,
    granted_by: work.actor.accountId,
    granted_at: work.now,
    ended_at: null,
  };
  await work.tx.insertInto('grants').values(row).execute();
  return id;
}

type Same = {
  readonly account_id: string;
  readonly role: Wanted['role'];
  readonly kind: Wanted['kinds'][number];
  readonly unit_id: string;
};

/** One grant of a kind at a unit: one whose days are over is closed, one in force or to come is in the way. */
async function makeRoom({ tx, today, now }: Writing, same: Same): Promise<void> {
  const present = await tx
    .selectFrom('grants')
    .select(['id', 'from_on as from', 'to_on as to'])
    .where((eb) => eb.and(same))
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  if (present === undefined) return;
  if (inForce(present, today) || present.from > today) refuse('conflict', 'access.grant_exists');
  await tx.updateTable('grants').set({ ended_at: now }).where('id', '=', present.id).execute();
}
