import { monthsLater, refuse } from '@changming/domain/kernel';
import {
  birthdayOf,
  type CertificateRules,
  lastsTooLong,
  recordCertificateInput,
  renewCertificateInput,
  reviewedTooLate,
  termsOf,
} from '@changming/domain/workforce';

import { command, type Writing } from '../context.ts';
import { certificateRulesFor } from './certificate-rules.ts';
import {
  type CertificateItem,
  heldCertificate,
  itemNamed,
  refuseStrangePhoto,
  sealedNo,
  type StoredCertificate,
  toldCertificate,
} from './certificate-store.ts';
import { heldAtWork, type StoredPerson } from './store.ts';

/** 登记证书. Days that are not given follow from the kind and the rules of the day of issue. */
export const recordCertificate = command({
  permission: 'workforce.edit',
  name: 'workforce.recordCertificate',
  input: recordCertificateInput,
  async run(work, { id = work.newId(), personId, item: code, no, photoId, ...wanted }) {
    const person = await heldAtWork(work, personId);
    const item = await itemNamed(work.tx, code);
    await refuseHeld(work, personId, code);
    if (item.kind === 'specialOperation') refuseMinor(work, person, wanted.issuedOn);
    const days = await issueDays(work, item, { ...wanted, unitId: person.unit_id });
    await refuseStrangePhoto(work, photoId);
    const row = { id, person_id: personId, item: code, ...days, ...sealedNo(work.secrets, no), photo_id: photoId };
    await insertCertificate(work, row);
    return work.trail({ subjectId: id, unitId: person.unit_id, before: null, after: toldCertificate(row) }, { id });
  },
});

/** 换证: a new issue in the place of the old one, which stays as it was. What has expired may be renewed as well: it holds from its new day. */
export const renewCertificate = command({
  permission: 'workforce.edit',
  name: 'workforce.renewCertificate',
  input: renewCertificateInput,
  async run(work, { id = work.newId(), certificateId, no, photoId, ...wanted }) {
    const before = await heldCertificate(work, certificateId);
    const item = await itemNamed(work.tx, before.item);
    const days = await issueDays(work, item, { ...wanted, unitId: before.unit_id });
    if (before.valid_until === null) return refuse('invalid', 'workforce.certificate_endless');
    if (days.valid_until !== null && days.valid_until <= before.valid_until)
      refuse('invalid', 'workforce.renewal_not_later', { on: before.valid_until });
    await refuseStrangePhoto(work, photoId);
    const { no_sealed, no_masked } = no === undefined ? before : sealedNo(work.secrets, no);
    const row = { id, person_id: before.person_id, item: before.item, ...days, no_sealed, no_masked, photo_id: photoId };
    await supersede(work, before);
    await insertCertificate(work, { ...row, renews_id: certificateId });
    return work.trail({ subjectId: id, unitId: before.unit_id, before: toldCertificate(before), after: toldCertificate(row) }, { id });
  },
});

async function supersede({ tx }: Writing, { id, version }: StoredCertificate): Promise<void> {
  await tx
    .updateTable('certificates')
    .set({ current: false, version: version + 1 })
    .where('id', '=', id)
    .execute();
}

async function refuseHeld({ tx }: Writing, personId: string, item: string): Promise<void> {
  const held = await tx
    .selectFrom('certificates')
    .select('id')
    .where('person_id', '=', personId)
    .where('item', '=', item)
    .where('current', '=', true)
    .where('revoked_on', 'is', null)
    .executeTakeFirst();
  if (held !== undefined) refuse('conflict', 'workforce.certificate_held');
}

const adult = 18 * 12;

/** 总局令第30号 art. 4: eighteen when it was issued, if the birthday is known. */
function refuseMinor({ secrets }: Writing, { identity_sealed }: StoredPerson, issuedOn: string): void {
  if (identity_sealed === null) return;
  if (monthsLater(birthdayOf(secrets.open(identity_sealed)), adult) > issuedOn) refuse('invalid', 'workforce.certificate_holder_young');
}

type Wanted = {
  readonly unitId: string;
  readonly issuedOn: string;
  readonly validUntil?: string | null | undefined;
  readonly reviewDueOn?: string | null | undefined;
  readonly longService: boolean;
};
type Days = Pick<StoredCertificate, 'issued_on' | 'valid_until' | 'review_due_on'>;

async function issueDays({ tx }: Writing, { kind }: CertificateItem, { unitId, issuedOn, longService, ...said }: Wanted): Promise<Days> {
  const rules = await certificateRulesFor(tx, { unitId, on: issuedOn });
  const own = termsOf(kind, issuedOn, rules, longService);
  const validUntil = said.validUntil === undefined ? own.validUntil : said.validUntil;
  const reviewDueOn = said.reviewDueOn === undefined ? own.reviewDueOn : said.reviewDueOn;
  refuseBadDays({ issuedOn, validUntil, reviewDueOn });
  refuseTooLong(kind, { issuedOn, validUntil }, rules);
  if (reviewedTooLate({ validUntil, reviewDueOn }, own))
    refuse('invalid', 'workforce.certificate_review_later', { on: own.reviewDueOn ?? '' });
  return { issued_on: issuedOn, valid_until: validUntil, review_due_on: reviewDueOn };
}

type Said = { readonly issuedOn: string; readonly validUntil: string | null; readonly reviewDueOn: string | null };

function refuseBadDays({ issuedOn, validUntil, reviewDueOn }: Said): void {
  const last = validUntil ?? '9999-12-31';
  const isBad = last < issuedOn || (reviewDueOn !== null && (reviewDueOn < issuedOn || reviewDueOn > last));
  if (isBad) refuse('invalid', 'workforce.certificate_ends_early');
}

function refuseTooLong(kind: CertificateItem['kind'], days: Pick<Said, 'issuedOn' | 'validUntil'>, rules: CertificateRules): void {
  if (lastsTooLong(kind, days, rules)) refuse('invalid', 'workforce.certificate_too_long', { years: rules.years[kind] ?? 0 });
}

type New = Days &
  Pick<StoredCertificate, 'id' | 'person_id' | 'item' | 'no_sealed' | 'no_masked' | 'photo_id'> &
  Partial<Pick<StoredCertificate, 'renews_id' | 'origin'>>;

/** Writes one issue; the id may be known already only for this very request. */
export async function insertCertificate({ tx, today }: Writing, row: New): Promise<void> {
  const written = await tx
    .insertInto('certificates')
    .values({ ...row, entered_on: today })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst();
  if (written.numInsertedOrUpdatedRows === 0n) refuse('conflict', 'workforce.id_taken');
}
