import type { HazardDetail } from '@changming/contract/hazards';
import { readHazard } from '@changming/contract/hazards/reads';
import { concludeLookBack, startHazard, submitHazard } from '@changming/contract/hazards/steps';

import { call } from '../../../api/call.ts';
import { isSignedOut, ProblemError } from '../../../api/problem-error.ts';
import type { OutboxItem, OutboxKind } from '../../../phone/outbox/item.ts';
import { sendSigned } from '../../../phone/photos/send-photo.ts';
import { isBlankWork, said, type WorkDraft, withPhoto } from './draft.ts';
import { fenOf } from './fen-of.ts';
import { isThrough } from './is-through.ts';
import { whoWasFaster } from './who-was-faster.ts';
import { useHazardWords } from './words.ts';

/** 报验 and 回头看. Said again it is the same request; should its answer be older than the server remembers, the record tells. */
export const workKind: OutboxKind<WorkDraft> = {
  kind: 'work',
  photosOf: ({ photos, before = [] }) => before.reduce(withPhoto, photos),
  isBlank: isBlankWork,
  Name: ({ content: { kind, number } }) =>
    useHazardWords()(kind === 'submission' ? 'phone.outboxSubmission' : 'phone.outboxLookBack', { number }),
  addressOf: ({ kind, hazardId }, arrived) => `/m/hazards/${hazardId}${arrived ? '' : kind === 'submission' ? '/rectify' : '/look-back'}`,
  textOf: ({ number, text, measures, cost }) => [number, ...measures, text, cost].filter(Boolean).join('\n'),
  async handIn({ content, passage }) {
    const { hazardId } = content;
    if (passage.number === null) await handedIn(content);
    const has = await call(readHazard, { params: { hazardId } });
    const missing = has.photos.filter(({ evidenceId }) => evidenceId === null).map(({ sha256 }) => sha256);
    return { number: has.number, missing, sendPhoto: sendSigned(hazardId, has.unit.id) };
  },
  explain: async ({ content }: OutboxItem<WorkDraft>) => whoWasFaster(await hazardOf(content)),
};

function hazardOf({ hazardId }: WorkDraft): Promise<HazardDetail> {
  return call(readHazard, { params: { hazardId } });
}

async function handedIn(draft: WorkDraft): Promise<void> {
  try {
    await submit(draft);
  } catch (error) {
    const refused = error instanceof ProblemError && error.problem.status < 500 && !isSignedOut(error);
    if (!refused || !isThrough(draft, await hazardOf(draft))) throw error;
  }
}

async function submit(draft: WorkDraft): Promise<void> {
  const { kind, hazardId, photos, measures, text, cost, relapsed, start, requestId } = draft;
  const hashes = photos.map(({ sha256 }) => sha256);
  const words = said(measures, text);
  const to = { params: { hazardId }, idempotencyKey: requestId } as const;
  if (kind === 'lookBack') {
    const result = relapsed === true ? 'relapsed' : 'held';
    await call(concludeLookBack, { ...to, body: { result, photos: hashes, ...(words === undefined ? {} : { note: words }) } });
    return;
  }
  if (start) await started(hazardId, requestId);
  const done = { photos: hashes, ...(words === undefined ? {} : { measures: words }), spent: fenOf(cost) };
  await call(submitHazard, { ...to, body: { ...done, ...beforeOf(draft) } });
}

/** 整改前照片 that was taken with the work, or why there is none. */
function beforeOf({ before = [], beforeLack = null }: WorkDraft) {
  return {
    ...(before.length === 0 ? {} : { before: before.map(({ sha256 }) => sha256) }),
    ...(beforeLack === null ? {} : { beforeLack }),
  };
}

/** 开始整改, where it has not been said yet; the 报验 that follows tells whether it may be. */
async function started(hazardId: string, requestId: string): Promise<void> {
  await call(startHazard, { params: { hazardId }, idempotencyKey: `${requestId}-start`, body: {} }).catch((error: unknown) => {
    if (!(error instanceof ProblemError) || error.problem.code !== 'hazards.wrong_stage') throw error;
  });
}
