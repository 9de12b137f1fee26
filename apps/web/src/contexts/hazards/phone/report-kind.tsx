import { reportAtDoor } from '@changming/contract/hazards/doors';
import { reportHazard } from '@changming/contract/hazards/steps';

import { call } from '../../../api/call.ts';
import { chosenLocale } from '../../../api/locale.ts';
import type { HandedIn, OutboxItem, OutboxKind } from '../../../phone/outbox/item.ts';
import { putWithoutSession } from '../../../phone/photos/put-bytes.ts';
import { sendSigned } from '../../../phone/photos/send-photo.ts';
import { isBlankReport, type ReportDraft, said } from './draft.ts';
import { fixedAtOnce } from './fixed-at-once.ts';
import { useHazardWords } from './words.ts';

/** 随手拍: the id was made on the phone, so it is one hazard however often it is sent. */
export const reportKind: OutboxKind<ReportDraft> = {
  kind: 'report',
  photosOf({ photos, after, fixed }) {
    const more = fixed ? after.filter(({ sha256 }) => photos.every((photo) => photo.sha256 !== sha256)) : [];
    return [...photos, ...more];
  },
  isBlank: isBlankReport,
  Name: ({ content }) => useHazardWords()('phone.outboxReport', { place: content.place.name }),
  addressOf: ({ id }, arrived) => (arrived ? `/m/hazards/${id}` : `/m/report/${id}`),
  textOf: ({ place, detail, text, measures }) => [place.name, detail, text, ...measures].filter(Boolean).join('\n'),
  handIn: (item) => (item.ownerId === null ? atDoor(item) : signedIn(item)),
};

async function signedIn({ content }: OutboxItem<ReportDraft>): Promise<HandedIn> {
  const { number, photos, unitId } = await call(reportHazard, { body: reportOf(content) });
  return { number, missing: photos.missing, sendPhoto: sendSigned(content.id, unitId) };
}

function reportOf(draft: ReportDraft) {
  const { place, detail, after, fixed, measures } = draft;
  return {
    ...wordsOf(draft),
    ...(place.by === 'plate' ? { pointCode: place.code } : { unitId: place.unitId }),
    ...(detail.trim() === '' ? {} : { place: detail.trim() }),
    ...(fixed
      ? { onTheSpot: { measures: said(measures, '') ?? fixedAtOnce(chosenLocale()), photos: after.map(({ sha256 }) => sha256) } }
      : {}),
  };
}

function wordsOf({ id, category, text, photos, at }: ReportDraft) {
  return {
    id,
    category: category ?? 'other',
    ...(text.trim() === '' ? {} : { text: text.trim() }),
    photos: photos.map(({ sha256 }) => sha256),
    foundAt: new Date(at).toISOString(),
  };
}

/** By the public door; the code was made here, so an answer that was lost is asked for again. */
async function atDoor({ content }: OutboxItem<ReportDraft>): Promise<HandedIn> {
  const { place, secret } = content;
  if (place.by !== 'plate') throw new Error('the public door stands at a plate');
  const { number, photos } = await call(reportAtDoor, { body: { ...wordsOf(content), pointCode: place.code, claimCode: secret } });
  return { number, missing: photos.missing, sendPhoto: sendAtDoor(secret) };
}

/** Nothing but the picture is told. */
function sendAtDoor(claimCode: string): HandedIn['sendPhoto'] {
  return async ({ id, sha256 }, content, onShare) => {
    const address = `/door/evidence/${id}/content?sha256=${sha256}&mime=${encodeURIComponent('image/jpeg')}`;
    await putWithoutSession(address, { content, headers: { 'x-claim-code': claimCode, 'content-type': 'image/jpeg' } });
    onShare(1);
  };
}
