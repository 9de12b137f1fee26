import { perform } from '@changming/contract/inspections/results';
import { readOccurrence } from '@changming/contract/inspections/occurrences';

import { call } from '../../../api/call.ts';
import type { OutboxKind } from '../../../phone/outbox/item.ts';
import { photoCopies } from '../../../phone/photos/photo-copies.ts';
import { sendSigned } from '../../../phone/photos/send-photo.ts';
import { type Check, isBlank, performOf, photosOf } from './check.ts';
import { placeOf } from './place-of.ts';
import { useCheckWords, wordsNow } from './words.ts';

/** 一次检查. Its id was made on the phone, so it is one result however often it is sent. */
export const checkKind: OutboxKind<Check> = {
  kind: 'check',
  photosOf,
  isBlank,
  Name: ({ content }) => useCheckWords()('phone.outbox', { place: placeOf(content.task) }),
  addressOf: ({ task }) => `/m/checks/${task.id}`,
  textOf: (check) => [placeOf(check.task), ...linesOf(check), check.note].filter(Boolean).join('\n'),
  async handIn({ content }) {
    const { failed, photos } = await call(perform, { body: performOf(content) });
    return {
      number: numberOf(failed),
      missing: photos.missing.map(({ sha256 }) => sha256),
      sendPhoto: async (taken, bytes, onShare) => {
        const copies = await photoCopies(taken, content.id, photos.missing);
        for (const [at, { photo, subjectId }] of copies.entries())
          await sendSigned(subjectId, content.task.unitId)(photo, bytes, (share) => onShare((at + share) / copies.length));
      },
    };
  },
  async explain({ content }, code) {
    if (code !== 'inspections.already_done') return null;
    const { doneBy } = await call(readOccurrence, { params: { occurrenceId: content.task.id } });
    return doneBy === null ? null : wordsNow()('phone.doneMeanwhile', { name: doneBy });
  },
};

/** What the receipt says in large. */
function numberOf(failed: number): string {
  const t = wordsNow();
  return failed === 0 ? t('phone.allGood') : t('phone.failed', { count: failed });
}

function linesOf({ checklist, given }: Check): readonly string[] {
  const texts = new Map(checklist.items.map(({ code, text }) => [code, text]));
  return given.map(({ item, verdict, typed, note }) => [texts.get(item) ?? item, verdict, typed, note].filter(Boolean).join(' '));
}
