import type { Said } from '../oracle.ts';

const headquarters = ['hqSafety'] as const;
const approving = ['hqSafety', 'unitHead'] as const;
const officers = ['hqSafety', 'unitHead', 'safetyOfficer'] as const;
const line = ['hqSafety', 'unitHead', 'safetyOfficer', 'workshopHead', 'teamLeader'] as const;
const hands = [...line, 'worker', 'contractor'] as const;
/** A leader who checks reports what he finds. */
const reporting = [...hands, 'hqLeader'] as const;
const readers = [...line, 'hqLeader', 'analyst'] as const;

const seeingOwn = ['worker', 'contractor'] as const;

const record = (by: Said['by']): Said => ({ by, about: 'record' });
/** What one may not see one may not act on: a worker helps with what he reported or was asked for, and the rest is missing to him. */
const rectifying: Said = { ...record(hands), ownOnly: seeingOwn };
const door: Said = { by: 'everybody', about: 'door' };

/**
 * 隐患: anyone who works here reports, and helps to rectify what he reported or was asked for; officers grade, assign and accept; a void or
 * an extension is decided one level up; a major one is headquarters' business in the end. Readers see the ledger, everybody his own part of
 * it.
 */
export const hazards: Readonly<Record<string, Said>> = {
  'POST /door/hazards': door,
  'GET /door/claim': door,
  'POST /door/claim/notes': door,
  'PUT /door/evidence/{evidenceId}/content': door,
  'GET /hazards': { by: readers, about: 'list' },
  'GET /hazard-queues/triage': { by: officers, about: 'list' },
  'GET /hazard-queues/acceptance': { by: officers, about: 'list' },
  'GET /hazard-queues/listing': { by: readers, about: 'list' },
  'GET /hazard-queues/requests': { by: approving, about: 'list' },
  'GET /me/hazard-reports': { by: [...readers, 'worker', 'contractor'], about: 'list' },
  'GET /me/places': { by: reporting, about: 'shared' },
  'GET /hazard-people': { by: line, about: 'list' },
  'GET /hazard-supervisions': { by: readers, about: 'list' },
  'GET /look-backs': { by: readers, about: 'list' },
  'GET /look-back-draws': { by: readers, about: 'shared' },
  'GET /true-closure': { by: readers, about: 'list' },
  'GET /me/hazard-tasks': { by: [...readers, 'worker', 'contractor'], about: 'shared' },
  'GET /hazards/{hazardId}': { by: [...readers, 'worker', 'contractor'], ownOnly: seeingOwn, about: 'record' },
  'GET /hazard-counts': { by: readers, about: 'list' },
  'GET /hazards/lists': { by: readers, about: 'list' },
  'GET /hazards/lists/reconciliation': { by: readers, about: 'list' },
  'POST /hazards/ledger/documents': { by: readers, about: 'list', onlyReads: true },
  'POST /hazards/lists/documents': { by: readers, about: 'list', onlyReads: true },
  'POST /hazards/ledger/orders': { by: readers, about: 'list', onlyReads: true },
  'POST /hazards/lists/orders': { by: readers, about: 'list', onlyReads: true },
  'GET /me/hazard-documents': { by: readers, about: 'shared' },
  'GET /me/hazard-documents/{documentId}/file': { by: readers, about: 'shared' },
  'GET /me/hazard-views': { by: readers, about: 'shared' },
  'POST /me/hazard-views': { by: readers, about: 'shared' },
  'DELETE /me/hazard-views/{viewId}': { by: readers, about: 'shared' },
  'POST /hazards': { ...record(reporting), ofUnit: true },
  'POST /hazards/assignments': { by: officers, about: 'items' },
  'POST /hazards/{hazardId}/registration': record(officers),
  'POST /hazards/{hazardId}/assignment': record(officers),
  'POST /hazards/{hazardId}/triage': record(officers),
  'POST /hazards/{hazardId}/plan': record(line),
  'POST /hazards/{hazardId}/start': rectifying,
  'POST /hazards/{hazardId}/submission': rectifying,
  'POST /hazards/{hazardId}/on-the-spot': rectifying,
  'POST /hazards/{hazardId}/before-photo-loss': record(officers),
  'POST /hazards/{hazardId}/after-photo-loss': rectifying,
  'POST /hazards/{hazardId}/send-back': record(officers),
  'POST /hazards/{hazardId}/acceptance': record(officers),
  'POST /hazards/{hazardId}/reopening': record(approving),
  'POST /hazards/{hazardId}/extension': rectifying,
  'POST /hazards/{hazardId}/extension-withdrawal': rectifying,
  'POST /hazards/{hazardId}/extension-decision': record(approving),
  'POST /hazards/{hazardId}/voiding': record(line),
  'POST /hazards/{hazardId}/voiding-withdrawal': record(line),
  'POST /hazards/{hazardId}/voiding-decision': record(approving),
  'GET /hazards/{hazardId}/measures': record(officers),
  'POST /hazards/{hazardId}/failed-measure': record(officers),
  'POST /hazards/{hazardId}/notes': record(officers),
  'GET /hazards/{hazardId}/ledger-answers': record(headquarters),
  'POST /hazards/{hazardId}/ledger-answer-withdrawal': record(headquarters),
  'POST /hazards/{hazardId}/major-suggestion': record(line),
  'POST /hazards/{hazardId}/major-confirmation': record(officers),
  'POST /hazards/{hazardId}/major-denial': record(officers),
  'POST /hazards/{hazardId}/major-denial-countersignature': record(officers),
  'POST /hazards/{hazardId}/authority-report': record(officers),
  'POST /hazards/{hazardId}/treatment': record(officers),
  'POST /hazards/{hazardId}/treatment-decision': record(headquarters),
  'POST /hazards/{hazardId}/treatment-evaluation': record(officers),
  'POST /hazards/{hazardId}/supervision': record(headquarters),
  'POST /hazards/{hazardId}/supervision-progress': record(officers),
  'POST /hazards/{hazardId}/delisting': record(officers),
  'POST /hazards/{hazardId}/delisting-decision': record(headquarters),
  'POST /hazards/{hazardId}/look-back-inspector': record(headquarters),
  'POST /hazards/{hazardId}/look-back': record(officers),
};
