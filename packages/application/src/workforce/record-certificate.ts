import { refuse } from '@changming/domain/kernel';
import { recordCertificateInput, renewCertificateInput } from '@changming/domain/workforce';

import { command, type Writing } from '../context.ts';
import { issuerOf, keepIssuer } from './certificate-issuer.ts';
import { refuseStrangePhoto } from './certificate-photo.ts';
import { heldCertificate, itemNamed, sealedNo, type StoredCertificate, toldCertificate } from './certificate-store.ts';
import { type Days, issueDays } from './issue-days.ts';
import { refuseHeld, refuseMinor } from './refuse-holder.ts';
import { heldAtWork } from './store.ts';

/** 登记证书. Days that are not given follow from the kind and the rules of the day of issue. */
export const recordCertificate = command({
  permission: 'workforce.edit',
  name: 'workforce.recordCertificate',
  input: recordCertificateInput,
  async run(work, { id = work.newId(), personId, item: code, no, issuer, photoId, ...wanted }) {
    const person = await heldAtWork(work, personId);
    const item = await itemNamed(work.tx, code);
    await refuseHeld(work, personId, code);
    if (item.kind === 'specialOperation') refuseMinor(work, person, wanted.issuedOn);
    const days = await issueDays(work, item, { ...wanted, unitId: person.unit_id });
    await refuseStrangePhoto(work, photoId, id);
    const row = { id, person_id: personId, item: code, ...days, ...sealedNo(work.secrets, no), photo_id: photoId };
    await insertCertificate(work, row);
    await keepIssuer(work.tx, id, issuer);
    const after = { ...toldCertificate(row), issuer };
    return work.trail({ subjectId: id, unitId: person.unit_id, before: null, after }, { id });
  },
});

/** 换证: a new issue in the place of the old one, which stays as it was. What has expired may be renewed as well: it holds from its new day. */
export const renewCertificate = command({
  permission: 'workforce.edit',
  name: 'workforce.renewCertificate',
  input: renewCertificateInput,
  async run(work, { id = work.newId(), certificateId, no, issuer, photoId, ...wanted }) {
    const before = await heldCertificate(work, certificateId);
    const item = await itemNamed(work.tx, before.item);
    const days = await issueDays(work, item, { ...wanted, unitId: before.unit_id });
    if (before.valid_until === null) return refuse('invalid', 'workforce.certificate_endless');
    if (days.valid_until !== null && days.valid_until <= before.valid_until)
      refuse('invalid', 'workforce.renewal_not_later', { on: before.valid_until });
    await refuseStrangePhoto(work, photoId, id);
    const { no_sealed, no_masked } = no === undefined ? before : sealedNo(work.secrets, no);
    const row = { id, person_id: before.person_id, item: before.item, ...days, no_sealed, no_masked, photo_id: photoId };
    await supersede(work, before);
    await insertCertificate(work, { ...row, renews_id: certificateId });
    await keepIssuer(work.tx, id, issuer === undefined ? await issuerOf(work.tx, certificateId) : issuer);
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
