import { checkFire, reportDefect } from '@changming/contract/equipment';

import { call } from '../../../api/call.ts';
import { ProblemError } from '../../../api/problem-error.ts';
import { endingOf } from '../../../phone/outbox/ending.ts';
import type { OutboxKind } from '../../../phone/outbox/item.ts';
import { photoCopies } from '../../../phone/photos/photo-copies.ts';
import { sendSigned } from '../../../phone/photos/send-photo.ts';
import { checkOf, conditionOf, hazardOf, isBlank, type Look, spotItems } from './look.ts';
import { nameOf, useEquipmentWords, wordsNow } from './words.ts';

/**
 * 点检. Its id was made on the phone, and that of its hazard too, so it is one check and one hazard however often it is sent. The photos
 * belong to the hazard where there is one; where that was refused the check stands all the same, and is not changed any more.
 */
export const spotKind: OutboxKind<Look> = {
  kind: 'spot',
  photosOf: ({ photos }) => photos,
  isBlank,
  Name: ({ content }) => {
    const t = useEquipmentWords();
    return t('phone.outbox', { name: nameOf(content.piece, t), place: content.point.name });
  },
  addressOf: ({ id }) => `/m/spot/${id}`,
  textOf: (look) => [look.point.name, defectText(look), look.reading, look.note].filter(Boolean).join('\n'),
  async handIn({ content }) {
    const equipmentId = content.piece.id;
    const { photos } = await call(checkFire, { params: { equipmentId }, body: bodyOf(content) });
    const reported = await asHazard(content).catch(ifRefused);
    const [hazard, refused] = reported instanceof Error ? [null, { refused: reported }] : [reported, {}];
    const { missing } = hazard?.photos ?? photos;
    return {
      ...refused,
      number: hazard?.number ?? wordsNow()(`conditions.${conditionOf(content) ?? 'intact'}`),
      missing: missing.map(({ sha256 }) => sha256),
      sendPhoto: async (taken, bytes, onShare) => {
        for (const { photo, subjectId } of await photoCopies(taken, content.id, missing))
          await sendSigned(subjectId, content.piece.unitId)(photo, bytes, onShare);
      },
    };
  },
};

function bodyOf(look: Look) {
  const { photos, ...check } = checkOf(look);
  return { ...check, photos: [...photos] };
}

/** The hazard that the defect became, or null; what somebody else has reported meanwhile is reported. */
async function asHazard(look: Look) {
  const hazardId = hazardOf(look);
  if (hazardId === null) return null;
  const body = { id: hazardId, text: defectText(look), foundAt: new Date(look.doneAt ?? look.at).toISOString() };
  return call(reportDefect, { params: { checkId: look.id }, body }).catch((error: unknown) => {
    if (error instanceof ProblemError && error.problem.code === 'equipment.defect_reported') return null;
    throw error;
  });
}

/** A refusal; what is only to be tried again is thrown on. */
function ifRefused(error: unknown): Error {
  if (error instanceof Error && endingOf(error).type === 'refused') return error;
  throw error;
}

/** 手提式干粉灭火器 F-01：压力不足（压力表） */
function defectText(look: Look): string {
  const t = wordsNow();
  const wrong = spotItems.filter((item) => look.said[item] === 'wrong').map((item) => t(`spotItems.${item}`));
  const what = { name: nameOf(look.piece, t), condition: t(`conditions.${conditionOf(look) ?? 'damaged'}`) };
  const said = wrong.length === 0 ? t('phone.defect', what) : t('phone.defectItems', { ...what, items: wrong.join(t('phone.comma')) });
  return look.note.trim() === '' ? said : `${said}${t('phone.stop')}${look.note.trim()}`;
}
