import { readHazard } from '@changming/contract/hazards/reads';
import type { HazardDetail } from '@changming/contract/hazards';
import { concludeLookBack, submitHazard } from '@changming/contract/hazards/steps';

import { call } from '../../../api/call.ts';
import { said, type WorkDraft } from './draft.ts';
import { dropDraft } from './draft-store.ts';
import { sendPhotos, sendSigned, type Watch } from './send-photos.ts';

/**
 * Hands in the work, then the photos. May be called again after any failure: whether an earlier try got through is read from the
 * record. The draft is dropped when every photo has arrived.
 */
export async function sendWork(draft: WorkDraft, watch: Watch): Promise<void> {
  const { hazardId, photos } = draft;
  if (!isThrough(draft, await call(readHazard, { params: { hazardId } }))) await handIn(draft);
  const has = await call(readHazard, { params: { hazardId } });
  const missing = has.photos.filter(({ evidenceId }) => evidenceId === null).map(({ sha256 }) => sha256);
  await sendPhotos(photos, missing, { sendOne: sendSigned(hazardId, has.unit.id), watch });
  dropDraft(draft.key);
}

function isThrough({ kind, photos }: WorkDraft, hazard: HazardDetail): boolean {
  const wanted = kind === 'submission' ? 'after' : 'lookBack';
  const declared = hazard.photos.filter((photo) => photo.kind === wanted && photo.round === hazard.reopenings);
  const handedIn = kind === 'submission' ? hazard.stage === 'submitted' : hazard.lookBack?.result !== null;
  return handedIn && photos.every(({ sha256 }) => declared.some((photo) => photo.sha256 === sha256));
}

async function handIn({ kind, hazardId, photos, measures, text, cost, relapsed }: WorkDraft): Promise<void> {
  const hashes = photos.map(({ sha256 }) => sha256);
  const words = said(measures, text);
  if (kind === 'submission') {
    const body = { photos: hashes, ...(words === undefined ? {} : { measures: words }), spent: fenOf(cost) };
    await call(submitHazard, { params: { hazardId }, body });
    return;
  }
  const result = relapsed === true ? 'relapsed' : 'held';
  await call(concludeLookBack, { params: { hazardId }, body: { result, photos: hashes, ...(words === undefined ? {} : { note: words }) } });
}

/** 元 as typed, in 分; null where nothing was typed. */
export function fenOf(yuan: string): number | null {
  const typed = yuan.trim().replaceAll(',', '');
  return /^\d{1,8}(\.\d{1,2})?$/.test(typed) ? Math.round(Number(typed) * 100) : null;
}
