import { correctResult } from '@changming/contract/inspections/results';

import { call } from '../../../api/call.ts';
import type { OutboxKind } from '../../../phone/outbox/item.ts';
import { photoCopies } from '../../../phone/photos/photo-copies.ts';
import { sendSigned } from '../../../phone/photos/send-photo.ts';
import { correctOf, type Correction, isBlank, photosTaken } from './correction.ts';
import { useCheckWords, wordsNow } from './words.ts';

/** 更正. The id of the new result was made on the phone, so it is one correction however often it is sent. */
export const correctionKind: OutboxKind<Correction> = {
  kind: 'correction',
  photosOf: photosTaken,
  isBlank,
  Name: ({ content }) => useCheckWords()('phone.correction.outbox', { place: content.place }),
  addressOf: ({ id }, arrived) => (arrived ? `/m/results/${id}` : `/m/corrections/${id}`),
  textOf: ({ place, reason, note }) => [place, reason, note].filter(Boolean).join('\n'),
  async handIn({ content }) {
    const { photos } = await call(correctResult, { params: { resultId: content.resultId }, body: correctOf(content) });
    return {
      number: wordsNow()('phone.correction.arrived'),
      missing: photos.missing.map(({ sha256 }) => sha256),
      sendPhoto: async (taken, bytes, onShare) => {
        for (const { photo, subjectId } of await photoCopies(taken, content.id, photos.missing))
          await sendSigned(subjectId, content.unitId)(photo, bytes, onShare);
      },
    };
  },
};
