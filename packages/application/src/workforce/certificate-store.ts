import { type CertificateItemRow, type CertificateRow, type Tx, within } from '@changming/database';
import { refuse } from '@changming/domain/kernel';
import type { UnitRange } from '@changming/domain/units';
import { type Certificate, maskCertificate } from '@changming/domain/workforce';
import type { Selectable } from 'kysely';

import type { Writing } from '../context.ts';

export type StoredCertificate = Selectable<CertificateRow>;
export type CertificateItem = Selectable<CertificateItemRow>;

export async function itemNamed(tx: Tx, code: string): Promise<CertificateItem> {
  const row = await tx.selectFrom('certificate_items').selectAll().where('code', '=', code).executeTakeFirst();
  return row ?? refuse('invalid', 'workforce.certificate_item_unknown', { item: code });
}

/** The certificate, if its holder lies in the scope; outside of it it is missing. */
export async function certificateInScope(tx: Tx, scope: readonly UnitRange[], id: string): Promise<StoredCertificate> {
  const row = await tx
    .selectFrom('certificates')
    .selectAll()
    .where('id', '=', id)
    .where((eb) => within(eb.ref('unit_pos'), scope))
    .executeTakeFirst();
  return row ?? refuse('missing', 'workforce.certificate_not_found', { id });
}

/** The same, held until this transaction ends. */
export async function lockedCertificate({ tx, scope }: Writing, id: string): Promise<StoredCertificate> {
  await certificateInScope(tx, scope, id);
  await tx.selectFrom('certificates').select('id').where('id', '=', id).forUpdate().execute();
  return certificateInScope(tx, scope, id);
}

/** The same, refused once it was renewed or revoked. */
export async function heldCertificate(work: Writing, id: string): Promise<StoredCertificate> {
  const row = await lockedCertificate(work, id);
  if (!row.current || row.revoked_on !== null) refuse('conflict', 'workforce.certificate_superseded');
  return row;
}

/** The row as the rules see it. */
export function asCertificate({
  issued_on,
  valid_until,
  review_due_on,
  review_done_on,
  revoked_on,
}: Pick<StoredCertificate, 'issued_on' | 'valid_until' | 'review_due_on' | 'review_done_on' | 'revoked_on'>): Certificate {
  return {
    issuedOn: issued_on,
    validUntil: valid_until,
    reviewDueOn: review_due_on,
    reviewDoneOn: review_done_on,
    revokedOn: revoked_on,
  };
}

/** A number is sealed like an identity number, for it often is one. */
export function sealedNo(secrets: Writing['secrets'], no: string | null): Pick<StoredCertificate, 'no_sealed' | 'no_masked'> {
  return no === null ? { no_sealed: null, no_masked: null } : { no_sealed: secrets.seal(no), no_masked: maskCertificate(no) };
}

/** A certificate as the trail tells it: never its number. */
export function toldCertificate(row: Pick<StoredCertificate, 'person_id' | 'item' | 'issued_on' | 'valid_until' | 'review_due_on'>) {
  const { person_id, item, issued_on, valid_until, review_due_on } = row;
  return { personId: person_id, item, issuedOn: issued_on, validUntil: valid_until, reviewDueOn: review_due_on };
}
