import { reportIncident } from '@changming/contract/incidents/own';

import { call } from '../../../api/call.ts';
import type { OutboxKind } from '../../../phone/outbox/item.ts';
import { sendSigned } from '../../../phone/photos/send-photo.ts';
import { type IncidentDraft, isBlankIncident, reportOf } from './draft.ts';
import { useIncidentWords } from './words.ts';

/** 事故快报: the id was made on the phone, so it is one incident however often it is sent. */
export const incidentKind: OutboxKind<IncidentDraft> = {
  kind: 'incident',
  photosOf: ({ photos }) => photos,
  isBlank: isBlankIncident,
  Name: ({ content }) => `${useIncidentWords()('phone.title')} ${content.place || content.unit}`,
  addressOf: ({ id }, arrived) => (arrived ? `/m/incidents/${id}` : `/m/incident/${id}`),
  textOf: ({ unit, place, when, text }) => [unit, place, when, text].filter(Boolean).join('\n'),
  async handIn({ content }) {
    const { number, photos, unitId } = await call(reportIncident, { body: reportOf(content) });
    return { number, missing: photos.missing, sendPhoto: sendSigned(content.id, unitId) };
  },
};
