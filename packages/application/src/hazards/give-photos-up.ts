import type { DeclaredPhoto } from '@changming/domain/hazards';
import { givePhotoUp, givePhotoUpInput } from '@changming/domain/hazards';
import { id, refuse } from '@changming/domain/kernel';
import type { z } from 'zod';

import { command, type Writing } from '../context.ts';
import { personOf, recordEvent } from './events.ts';
import { hazardInSight } from './in-sight.ts';
import { declaredPhotos } from './photos.ts';
import { saveHazard } from './store.ts';

const input = givePhotoUpInput.extend({ hazardId: id });

/** 上报照片已无法补传: by whoever grades hazards at the unit, since an anonymous reporter may be gone for good. */
export const giveUpBeforePhoto = command({
  permission: 'hazards.triage',
  name: 'hazards.giveUpBeforePhoto',
  input,
  run: (work, given) => giveUp(work, { ...given, kind: 'before' }),
});

/** 整改照片已无法补传: by whoever rectified it, or by the officer. */
export const giveUpAfterPhoto = command({
  permission: 'hazards.rectify',
  name: 'hazards.giveUpAfterPhoto',
  input,
  assignedSubject: ({ hazardId }) => hazardId,
  run: (work, given) => giveUp(work, { ...given, kind: 'after' }),
});

type Given = z.output<typeof input> & { readonly kind: 'before' | 'after' };

/** The photo stays declared and missing, with who said so and why; if it comes all the same, it is taken and shown. */
async function giveUp(work: Writing, { hazardId, kind, sha256, reason }: Given) {
  const stored = await hazardInSight(work, hazardId);
  const { hazard, row } = stored;
  const photos = await declaredPhotos(work.tx, hazardId);
  const isMeant = (each: DeclaredPhoto & { sha256: string }) => each.kind === kind && each.sha256 === sha256;
  const photo = photos.findLast(isMeant) ?? refuse('missing', 'hazards.photo_not_found');
  const by = personOf(work);
  givePhotoUp({ hazard, photos, photo }, { by, officer: work.may('hazards.accept', row.unit_pos) });
  await saveHazard(work.tx, stored, hazard);
  await work.tx
    .updateTable('hazard_photos')
    .set({ given_up_at: work.now, given_up_by_id: by, given_up_reason: reason })
    .where('hazard_id', '=', hazardId)
    .where('kind', '=', kind)
    .where('round', '=', photo.round)
    .where('sha256', '=', sha256)
    .execute();
  const step = kind === 'before' ? 'giveUpBeforePhoto' : 'giveUpAfterPhoto';
  await recordEvent(work, { hazard, step, note: reason, facts: { sha256 } });
  const after = { photoGivenUp: sha256, reason };
  return work.trail({ subjectId: hazardId, unitId: hazard.unitId, before: null, after }, { id: hazardId, stage: hazard.stage });
}
