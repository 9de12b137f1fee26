import { asksLess, endQuotaInput, type LeadCode, leadCodes, type Quota, setQuotaInput } from '@changming/domain/responsibilities';
import { refuse } from '@changming/domain/kernel';
import { sql } from 'kysely';

import { command, query, type Reading, type Writing } from '../context.ts';
import { unitInScope } from '../units/index.ts';

type Setting = Quota & {
  readonly id: string | null;
  readonly code: LeadCode;
  readonly unitId: string | null;
  readonly unit: string | null;
};

/** What is asked of the leaders of a unit today: of each lead the quota of the nearest unit upwards, else what comes with the product. */
export async function quotasAt(tx: Reading['tx'], unit: { readonly lo: number }, today: string): Promise<Setting[]> {
  const { rows } = await sql<Setting>`
    select d.code, q.id, q.unit_id as "unitId", q.name as unit, coalesce(q.period, d.period) as period, coalesce(q.times, d.times) as times
    from duties d left join lateral (
      select q.id, q.unit_id, u.name, q.period, q.times from lead_quotas q join units u on u.id = q.unit_id
      where q.code = d.code and ${unit.lo} between u.lo and u.hi and q.from_on <= ${today}::date and (q.to_on is null or q.to_on > ${today}::date)
      order by u.lo desc limit 1) as q on true
    where d.kind = 'lead' and d.unit_id is null and d.to_on is null
    order by array_position(${[...leadCodes]}::text[], d.code)`.execute(tx);
  return rows;
}

export const listQuotas = query({
  permission: 'responsibilities.read',
  async run({ tx, scope, today, may }, { unitId }: { readonly unitId: string }) {
    const unit = await unitInScope(tx, scope, unitId);
    return { items: await quotasAt(tx, unit, today), maySet: may('responsibilities.setQuota', unit.lo) };
  },
});

/** 设定五带头次数: for the leaders of a branch from the next period on; below, more may be asked, never less. */
export const setQuota = command({
  permission: 'responsibilities.setQuota',
  input: setQuotaInput,
  async run(work, { id = work.newId(), unitId, code, period, times }) {
    const { tx, scope, today, actor, trail } = work;
    const unit = await unitInScope(tx, scope, unitId);
    const above = unit.parent_id === null ? null : await aboveOf(work, { parentId: unit.parent_id, code });
    if (above !== null && asksLess({ period, times }, above))
      refuse('conflict', 'responsibilities.laxer_than_above', { period: above.period, times: above.times });
    const before = await tx
      .updateTable('lead_quotas')
      .set((eb) => ({ to_on: sql<string>`greatest(from_on, ${today}::date)`, version: eb('version', '+', 1) }))
      .where('unit_id', '=', unitId)
      .where('code', '=', code)
      .where('to_on', 'is', null)
      .where('id', '<>', id)
      .returning(['period', 'times'])
      .executeTakeFirst();
    const written = await tx
      .insertInto('lead_quotas')
      .values({ id, unit_id: unitId, code, period, times, from_on: today, to_on: null, set_by_id: actor.personId })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .executeTakeFirst();
    if (written.numInsertedOrUpdatedRows === 0n) await refuseTaken(work, { id, unitId, code });
    return trail({ subjectId: id, unitId, before: before ?? null, after: { code, period, times } }, { id });
  },
});

/** The same id again is the same quota; one that stands for another unit or lead is taken. */
async function refuseTaken(
  { tx }: Writing,
  { id, unitId, code }: { readonly id: string; readonly unitId: string; readonly code: LeadCode },
) {
  const same = tx.selectFrom('lead_quotas').select('id').where('id', '=', id).where('unit_id', '=', unitId).where('code', '=', code);
  if ((await same.executeTakeFirst()) === undefined) refuse('conflict', 'responsibilities.id_taken');
}

async function aboveOf({ tx, today }: Reading, { parentId, code }: { readonly parentId: string; readonly code: LeadCode }) {
  const parent = await tx.selectFrom('units').select('lo').where('id', '=', parentId).executeTakeFirst();
  if (parent === undefined) return null;
  return (await quotasAt(tx, parent, today)).find((each) => each.code === code) ?? null;
}

/** From the next period on what is asked from above holds again. */
export const endQuota = command({
  permission: 'responsibilities.setQuota',
  name: 'responsibilities.endQuota',
  input: endQuotaInput,
  async run({ tx, scope, today, trail }, { quotaId }) {
    const found = await tx.selectFrom('lead_quotas').selectAll().where('id', '=', quotaId).where('to_on', 'is', null).executeTakeFirst();
    if (found === undefined || !scope.some(({ lo, hi }) => lo <= found.unit_pos && found.unit_pos <= hi))
      refuse('missing', 'responsibilities.quota_not_found');
    const toOn = today < found.from_on ? found.from_on : today;
    await tx
      .updateTable('lead_quotas')
      .set({ to_on: toOn, version: found.version + 1 })
      .where('id', '=', quotaId)
      .execute();
    return trail({ subjectId: quotaId, unitId: found.unit_id, before: { times: found.times }, after: { toOn } }, { id: quotaId });
  },
});
