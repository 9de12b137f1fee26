import { type CertifiedPostRow, within } from '@changming/database';
import { refuse } from '@changming/domain/kernel';
import { assignCertifiedInput, endCertifiedInput, overlap, type Term } from '@changming/domain/workforce';
import type { Selectable } from 'kysely';

import { type Changed, command, type Writing } from '../context.ts';
import { unitInScope } from '../units/index.ts';
import { itemNamed } from './certificate-store.ts';
import { refuseImplausibleDay } from './days-of-life.ts';
import { passGates } from './gates.ts';
import { heldAtWork } from './store.ts';

type Stored = Selectable<CertifiedPostRow>;

/** 安排持证岗位: the person works at that unit on what needs a certificate of the item, which the gate checks like everything else. */
export const assignCertified = command({
  permission: 'workforce.edit',
  name: 'workforce.assignCertified',
  input: assignCertifiedInput,
  async run(work, { id = work.newId(), override, ...wanted }) {
    const { name } = await heldAtWork(work, wanted.personId);
    const unit = await unitInScope(work.tx, work.scope, wanted.unitId);
    if (unit.closed_on !== null) refuse('conflict', 'workforce.unit_closed', { name: unit.name });
    if (!(await itemNamed(work.tx, wanted.item)).certified) refuse('invalid', 'workforce.item_not_certified', { item: wanted.item });
    refuseImplausibleDay(wanted.from, work.today);
    if (wanted.to !== null && wanted.to <= wanted.from) refuse('invalid', 'workforce.ends_before_start', { from: wanted.from });
    await refuseTwice(work, wanted);
    const at = { ...wanted, name, post: 'staff', certifiedPost: wanted.item } as const;
    const { changed } = await passGates(work, at, override);
    return work.trail([await insertCertified(work, { ...wanted, id }), ...changed], { id });
  },
});

type Wanted = Term & { readonly personId: string; readonly unitId: string; readonly item: string };

/** The person is held, so that two who assign at once do not both find nobody. */
async function refuseTwice({ tx }: Writing, { personId, unitId, item, ...term }: Wanted): Promise<void> {
  const rows = await tx
    .selectFrom('certified_posts')
    .select(['from_on as from', 'to_on as to'])
    .where('person_id', '=', personId)
    .where('unit_id', '=', unitId)
    .where('item', '=', item)
    .execute();
  if (rows.some((other) => overlap(term, other))) refuse('conflict', 'workforce.certified_post_twice');
}

async function insertCertified(
  { tx }: Writing,
  { id, personId, unitId, item, from, to }: Wanted & { readonly id: string },
): Promise<Changed> {
  const written = await tx
    .insertInto('certified_posts')
    .values({ id, person_id: personId, unit_id: unitId, item, from_on: from, to_on: to })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst();
  if (written.numInsertedOrUpdatedRows === 0n) refuse('conflict', 'workforce.id_taken');
  return { subjectId: id, unitId, before: null, after: { personId, item, from, to } };
}

/** 解除持证岗位: `on` is the first day on which the person does not do that work any more. */
export const endCertified = command({
  permission: 'workforce.edit',
  name: 'workforce.endCertified',
  input: endCertifiedInput,
  async run(work, { certifiedPostId, on = work.today, reason }) {
    const before = await heldCertified(work, certifiedPostId);
    if (before.to_on !== null && before.to_on <= on) refuse('conflict', 'workforce.certified_post_ended', { on: before.to_on });
    if (on < before.from_on) refuse('invalid', 'workforce.ends_before_start', { from: before.from_on });
    return work.trail(await endOn(work, before, on, reason), { id: certifiedPostId });
  },
});

async function heldCertified({ tx, scope }: Writing, id: string): Promise<Stored> {
  const row = await tx
    .selectFrom('certified_posts')
    .selectAll()
    .where('id', '=', id)
    .where((eb) => within(eb.ref('unit_pos'), scope))
    .forUpdate()
    .executeTakeFirst();
  return row ?? refuse('missing', 'workforce.certified_post_not_found', { id });
}

async function endOn({ tx }: Writing, { id, unit_id, to_on, version }: Stored, on: string, reason: string): Promise<Changed> {
  await tx
    .updateTable('certified_posts')
    .set({ to_on: on, version: version + 1 })
    .where('id', '=', id)
    .execute();
  return { subjectId: id, unitId: unit_id, before: { to: to_on }, after: { to: on, reason } };
}

/** Who leaves does certified work no more: every certified post of the scope ends with the others. */
export async function endCertifiedOf(work: Writing, personId: string, on: string, reason: string): Promise<Changed[]> {
  const open = await work.tx
    .selectFrom('certified_posts')
    .selectAll()
    .where('person_id', '=', personId)
    .where((eb) => within(eb.ref('unit_pos'), work.scope))
    .where((eb) => eb.or([eb('to_on', 'is', null), eb('to_on', '>', on)]))
    .orderBy('id')
    .forUpdate()
    .execute();
  const changes: Changed[] = [];
  for (const post of open) changes.push(await endOn(work, post, on < post.from_on ? post.from_on : on, reason));
  return changes;
}
