import { findPeople, recordViolation } from '@changming/contract/training';

import { call } from '../../../api/call.ts';
import type { OutboxKind } from '../../../phone/outbox/item.ts';
import { sendSigned } from '../../../phone/photos/send-photo.ts';
import { useLearningWords } from './learning-words.ts';
import { isBlankViolation, type ViolationDraft, violationOf, whomIsMeant } from './violation-draft.ts';

/** 三违: the id was made on the phone, so it is one record however often it is sent. */
export const violationKind: OutboxKind<ViolationDraft> = {
  kind: 'violation',
  photosOf: ({ photos }) => photos,
  isBlank: isBlankViolation,
  Name: ({ content }) => `${useLearningWords()('record.title')} ${content.who?.name ?? content.name}`,
  addressOf: ({ id }) => `/m/training/violations/${id}`,
  textOf: ({ who, name, what, place }) => [who?.name ?? name, what, place].filter(Boolean).join('\n'),
  async handIn({ content }) {
    const { unitId, photos } = await call(recordViolation, { body: violationOf(content, await personOf(content)) });
    return { number: content.who?.name ?? content.name, missing: photos.missing, sendPhoto: sendSigned(content.id, unitId) };
  },
};

/** Null where a name that was typed without a network means nobody or several: the server then asks, and the record opens again. */
async function personOf({ who, name }: ViolationDraft): Promise<string | null> {
  if (who !== null) return who.id;
  const { items } = await call(findPeople, { query: { q: name.trim() } });
  return whomIsMeant(name, items)?.id ?? null;
}
