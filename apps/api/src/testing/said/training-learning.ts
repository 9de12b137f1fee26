import type { Said } from '../oracle.ts';

const readers = ['hqLeader', 'hqSafety', 'unitHead', 'safetyOfficer', 'workshopHead', 'teamLeader', 'analyst'] as const;
const line = ['unitHead', 'safetyOfficer', 'workshopHead', 'teamLeader'] as const;
const record = (by: Said['by']): Said => ({ by, about: 'record' });
const list = (by: Said['by']): Said => ({ by, about: 'list' });

/** What the units above have published is read below. */
const reading: Said = { ...record([...readers, 'worker']), heldBelow: true };
const librarians = record(['hqSafety', 'unitHead', 'safetyOfficer']);
/** The bank holds the right answers. */
const bankReaders = ['hqSafety', 'unitHead', 'safetyOfficer'] as const;
const bankKeepers = record(['hqSafety', 'safetyOfficer']);
const examiners = record(['hqSafety', 'unitHead', 'safetyOfficer', 'workshopHead']);
/** One's own exams and readings, and nobody else's. */
const own: Said = { by: [...readers, 'worker'], about: 'items' };
const takers = ['hqSafety', ...line, 'worker'] as const;
const ownTaken = { by: takers, about: 'record', ownOnly: takers } as const;
const ownRead = { by: [...readers, 'worker'], about: 'record', ownOnly: [...readers, 'worker'] } as const;
/** 三违: who leads, and no analyst. */
const witnesses = ['hqLeader', 'hqSafety', ...line] as const;
const recorders = record(['hqSafety', ...line]);
const judges = record(['hqSafety', 'unitHead', 'safetyOfficer', 'workshopHead']);

export const learningTraining: Readonly<Record<string, Said>> = {
  'GET /training/library': { by: readers, about: 'list', handedDown: true },
  'GET /training/library/mine': { ...own, handedDown: true },
  'GET /training/library/{itemId}': reading,
  'GET /training/library/{itemId}/readers': { ...record(readers), heldBelow: true },
  'POST /training/library': { ...librarians, ofUnit: true },
  'PUT /training/library/{itemId}': librarians,
  'POST /training/library/{itemId}/withdrawal': librarians,
  'POST /training/library/{itemId}/receipts': { ...record(takers), heldBelow: true },
  'GET /training/questions': { by: bankReaders, about: 'list', handedDown: true },
  'GET /training/questions/template': { by: bankReaders, about: 'shared' },
  'POST /training/questions': { ...bankKeepers, ofUnit: true },
  'PUT /training/questions/{questionId}': bankKeepers,
  'POST /training/questions/{questionId}/retirement': bankKeepers,
  'POST /training/questions/documents': { by: bankReaders, about: 'list', handedDown: true, onlyReads: true },
  /** Asked here with what is no workbook: it is refused as such before anything could be put anywhere. */
  'POST /training/questions/workbooks': { ...bankKeepers, ofUnit: true, onlyReads: true },
  'GET /training/papers': { by: readers, about: 'list', handedDown: true },
  'POST /training/papers': { ...examiners, ofUnit: true },
  'PUT /training/papers/{paperId}': examiners,
  'POST /training/papers/{paperId}/retirement': examiners,
  'GET /training/exams': list(readers),
  'GET /training/exams/{examId}': record(readers),
  'GET /training/exams/{examId}/seats': record(readers),
  'POST /training/exams/{examId}/documents': { ...record(readers), onlyReads: true },
  'POST /training/exams': { ...examiners, ofUnit: true },
  'POST /training/exams/{examId}/seats': examiners,
  'POST /training/exams/{examId}/seats/{seatId}/excuse': examiners,
  'POST /training/exams/{examId}/cancellation': examiners,
  'GET /training/my-exams': own,
  'GET /training/my-exams/{examId}': ownRead,
  'POST /training/my-exams/{examId}/attempts': ownTaken,
  'GET /training/attempts/{attemptId}': ownRead,
  'PATCH /training/attempts/{attemptId}': ownTaken,
  'POST /training/attempts/{attemptId}/submission': ownTaken,
  'GET /training/people': { by: ['hqSafety', ...line], about: 'items' },
  'GET /training/violations': list(witnesses),
  'POST /training/violations/documents': { by: ['hqSafety', 'unitHead', 'safetyOfficer'], about: 'list', onlyReads: true },
  'GET /training/my-violations': own,
  'GET /training/violations/{violationId}': record(witnesses),
  'POST /training/violations': { ...recorders, ofUnit: true },
  'POST /training/violations/{violationId}/handling': judges,
  'POST /training/violations/{violationId}/re-education': recorders,
  'POST /training/violations/{violationId}/voiding': judges,
  'POST /training/retrainings/{retrainingId}/completion': recorders,
  'GET /training/good-acts': list(witnesses),
  'POST /training/good-acts': { ...record(takers), ofUnit: true },
  'GET /training/behaviour-checks': list(witnesses),
  'POST /training/behaviour-checks': { ...recorders, ofUnit: true },
};
