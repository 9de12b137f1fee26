import { addDays, refuse } from '@changming/domain/kernel';
import { reviewCertificateInput, reviewObjection, revokeCertificateInput } from '@changming/domain/workforce';

import { command } from '../context.ts';
import { certificateRulesFor } from './certificate-rules.ts';
import { refuseStrangePhoto } from './certificate-photo.ts';
import { asCertificate, heldCertificate } from './certificate-store.ts';

/** 复审. It counts by the day it was done; entered late it still counts, done late it does not (总局令第30号 art. 26). */
export const reviewCertificate = command({
  permission: 'workforce.edit',
  name: 'workforce.reviewCertificate',
  input: reviewCertificateInput,
  async run(work, { certificateId, doneOn, photoId }) {
    const before = await heldCertificate(work, certificateId);
    if (doneOn > work.today) refuse('invalid', 'workforce.future_date', { on: doneOn });
    const rules = await certificateRulesFor(work.tx, { unitId: before.unit_id, on: doneOn });
    const objection = reviewObjection(asCertificate(before), doneOn, rules);
    const due = before.review_due_on ?? doneOn;
    if (objection !== null) refuse('conflict', objection, { on: due, from: addDays(due, -rules.applyDays), days: rules.applyDays });
    await refuseStrangePhoto(work, photoId, certificateId);
    await work.tx
      .updateTable('certificates')
      .set({ review_done_on: doneOn, version: before.version + 1, ...(photoId === null ? {} : { photo_id: photoId }) })
      .where('id', '=', certificateId)
      .execute();
    const told = { before: { reviewDoneOn: null }, after: { reviewDoneOn: doneOn } };
    return work.trail({ subjectId: certificateId, unitId: before.unit_id, ...told }, { id: certificateId });
  },
});

/** 注销: withdrawn by the authority, or entered by mistake. From that day on it does not hold. */
export const revokeCertificate = command({
  permission: 'workforce.edit',
  name: 'workforce.revokeCertificate',
  input: revokeCertificateInput,
  async run(work, { certificateId, on = work.today, reason }) {
    const before = await heldCertificate(work, certificateId);
    if (on > work.today) refuse('invalid', 'workforce.future_date', { on });
    await work.tx
      .updateTable('certificates')
      .set({ revoked_on: on, revoked_why: reason, version: before.version + 1 })
      .where('id', '=', certificateId)
      .execute();
    return work.trail(
      { subjectId: certificateId, unitId: before.unit_id, before: null, after: { revokedOn: on, reason } },
      { id: certificateId },
    );
  },
});
