import { addDays, refuse } from '@changming/domain/kernel';
import { type Around, correctCertificateInput, doneObjection, orderObjection, restates, type Stated } from '@changming/domain/workforce';
import type { z } from 'zod';

import { command, type Writing } from '../context.ts';
import { keepIssuer, issuerOf } from './certificate-issuer.ts';
import { certificateRulesFor } from './certificate-rules.ts';
import { itemNamed, lockedCertificate, sealedNo, type StoredCertificate, toldCertificate } from './certificate-store.ts';
import { issueDays } from './issue-days.ts';
import { refuseHeld, refuseMinor } from './refuse-holder.ts';
import { personInScope } from './store.ts';

type Wanted = z.output<typeof correctCertificateInput>;

/**
 * 更正证书: what was entered wrongly, said as it is, with the reason. The same rules hold as when it is entered; what it was taken for
 * until now stays in the history and the trail, so that what was decided by it can still be understood. Refused with `request.stale`
 * unless `version` is the present one.
 */
export const correctCertificate = command({
  permission: 'workforce.edit',
  name: 'workforce.correctCertificate',
  input: correctCertificateInput,
  async run(work, wanted) {
    const before = await lockedCertificate(work, wanted.certificateId);
    if (before.revoked_on !== null) refuse('conflict', 'workforce.correction_of_revoked');
    if (before.version !== wanted.version) refuse('conflict', 'request.stale');
    const { item, issuedOn: issued_on, validUntil: valid_until, reviewDueOn: review_due_on, reviewDoneOn: review_done_on } = wanted;
    const row = { item, issued_on, valid_until, review_due_on, review_done_on, ...numberOf(work, before, wanted.no) };
    if (restates(statedOf(before), statedOf(row))) await refuseBadStatement(work, before, wanted);
    const told = {
      before: { ...toldOf(before), issuer: await issuerOf(work.tx, before.id) },
      after: { ...toldOf({ ...before, ...row }), issuer: wanted.issuer, numberChanged: isAnotherNumber(work, before, wanted.no) || null },
    };
    if (isSame(told)) refuse('invalid', 'workforce.correction_empty');
    await work.tx
      .updateTable('certificates')
      .set({ ...row, version: before.version + 1 })
      .where('id', '=', before.id)
      .execute();
    await keepIssuer(work.tx, before.id, wanted.issuer);
    const after = { ...told.after, reason: wanted.reason };
    const answer = { id: before.id, version: before.version + 1 };
    return work.trail({ subjectId: before.id, unitId: before.unit_id, before: told.before, after }, answer);
  },
});

type Numbers = Pick<StoredCertificate, 'no_sealed' | 'no_masked'>;

function numberOf({ secrets }: Writing, { no_sealed, no_masked }: StoredCertificate, no: Wanted['no']): Numbers {
  return no === undefined ? { no_sealed, no_masked } : sealedNo(secrets, no);
}

/** Two numbers may look alike where they are masked. */
function isAnotherNumber({ secrets }: Writing, { no_sealed }: StoredCertificate, no: Wanted['no']): boolean {
  return no !== undefined && no !== (no_sealed === null ? null : secrets.open(no_sealed));
}

type Row = Pick<StoredCertificate, 'item' | 'issued_on' | 'valid_until' | 'review_due_on' | 'review_done_on'>;

function statedOf({ item, issued_on, valid_until, review_due_on, review_done_on }: Row): Stated {
  return { item, issuedOn: issued_on, validUntil: valid_until, reviewDueOn: review_due_on, reviewDoneOn: review_done_on };
}

function toldOf(row: StoredCertificate) {
  return { ...toldCertificate(row), reviewDoneOn: row.review_done_on, no: row.no_masked };
}

function isSame({ before, after }: { readonly before: Record<string, unknown>; readonly after: Record<string, unknown> }): boolean {
  return Object.entries(after).every(([field, value]) => (before[field] ?? null) === value);
}

/** What is asked of a certificate when it is entered, and of its place in the row of its issues. */
async function refuseBadStatement(work: Writing, before: StoredCertificate, wanted: Wanted): Promise<void> {
  const item = await itemNamed(work.tx, wanted.item);
  const { issuedOn, validUntil, reviewDueOn, longService } = wanted;
  await issueDays(work, item, { unitId: before.unit_id, issuedOn, validUntil, reviewDueOn, longService });
  const objection = orderObjection(statedOf(before), wanted, await around(work, before));
  if (objection !== null) refuse('invalid', objection.code, objection.facts);
  await refuseBadReview(work, before, wanted);
  if (wanted.item !== before.item && before.current) await refuseHeld(work, before.person_id, wanted.item);
  if (item.kind === 'specialOperation') refuseMinor(work, await personInScope(work.tx, work.scope, before.person_id), issuedOn);
}

async function refuseBadReview({ tx, today }: Writing, { unit_id }: StoredCertificate, wanted: Wanted): Promise<void> {
  const { reviewDoneOn, reviewDueOn } = wanted;
  const rules = await certificateRulesFor(tx, { unitId: unit_id, on: reviewDoneOn ?? today });
  const objection = doneObjection(wanted, today, rules);
  const due = reviewDueOn ?? reviewDoneOn ?? today;
  const from = addDays(due, -rules.applyDays);
  const on = objection === 'workforce.future_date' ? (reviewDoneOn ?? today) : due;
  if (objection !== null) refuse('invalid', objection, { on, from, days: rules.applyDays });
}

async function around({ tx }: Writing, { id, renews_id }: StoredCertificate): Promise<Around> {
  const untilOf = (column: 'id' | 'renews_id', value: string) =>
    tx.selectFrom('certificates').select('valid_until as validUntil').where(column, '=', value).executeTakeFirst();
  const earlier = renews_id === null ? undefined : await untilOf('id', renews_id);
  return { earlier: earlier ?? null, later: (await untilOf('renews_id', id)) ?? null };
}
