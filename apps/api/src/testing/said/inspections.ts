import type { Said } from '../oracle.ts';

const readers = ['hqLeader', 'hqSafety', 'unitHead', 'safetyOfficer', 'workshopHead', 'teamLeader', 'analyst'] as const;
/** Whoever works on the floor says why something was not checked; a leader checks beside them (带头检查). */
const hands = ['hqSafety', 'unitHead', 'safetyOfficer', 'workshopHead', 'teamLeader', 'worker'] as const;
const checking = ['hqLeader', ...hands] as const;
const planners = ['hqSafety', 'unitHead', 'safetyOfficer', 'workshopHead'] as const;

const record = (by: Said['by']): Said => ({ by, about: 'record' });
/** What is asked above holds below, so it is read from there. */
const held: Said = { by: readers, about: 'record', heldBelow: true };

/** 排查: the library of headquarters is read by everybody below; what is owed and what was found stays in its branch. */
export const inspections: Readonly<Record<string, Said>> = {
  'GET /inspections/checklists': { by: readers, about: 'items', handedDown: true },
  'GET /inspections/checklists/{checklistId}': held,
  'GET /inspections/checklists/{checklistId}/versions/{number}': held,
  'GET /inspections/checklists/{checklistId}/sheet.xlsx': held,
  'POST /inspections/checklists': { ...record(['hqSafety', 'safetyOfficer']), ofUnit: true },
  'PUT /inspections/checklists/{checklistId}/draft': record(['hqSafety', 'safetyOfficer']),
  'POST /inspections/checklists/{checklistId}/publication': record(['hqSafety', 'unitHead', 'safetyOfficer']),
  'POST /inspections/checklists/{checklistId}/retirement': record(['hqSafety', 'unitHead', 'safetyOfficer']),
  'GET /inspections/plans': { by: readers, about: 'list' },
  'GET /inspections/shortfalls': { by: readers, about: 'list' },
  'GET /inspections/plans/{planId}': held,
  'POST /inspections/plans': { ...record(planners), ofUnit: true },
  'PUT /inspections/plans/{planId}': record(planners),
  'POST /inspections/plans/{planId}/ending': record(planners),
  'POST /inspections/plans/document': { by: readers, about: 'list', onlyReads: true },
  'POST /inspections/plans/orders': { by: readers, about: 'list', onlyReads: true },
  'POST /inspections/occurrences/orders': { by: readers, about: 'list', onlyReads: true },
  'GET /me/inspection-documents': { by: readers, about: 'shared' },
  'GET /me/inspection-documents/{documentId}/file': { by: readers, about: 'shared' },
  'GET /inspections/coverage': { by: readers, about: 'list' },
  'POST /inspections/coverage/document': { by: readers, about: 'list', onlyReads: true },
  'GET /inspections/lights-out': { by: readers, about: 'list' },
  'GET /inspections/occurrences': { by: readers, about: 'list' },
  'POST /inspections/occurrences/document': { by: readers, about: 'list', onlyReads: true },
  'GET /inspections/occurrences/{occurrenceId}': record([...readers, 'worker']),
  'POST /inspections/occurrences/reasons': record(hands),
  'GET /inspections/mine': { by: [...readers, 'worker'], about: 'items' },
  'POST /inspections/results': record(checking),
  'GET /inspections/results/{resultId}': record([...readers, 'worker']),
  'GET /inspections/results/{resultId}/sheet.docx': record([...readers, 'worker']),
  'GET /inspections/results/{resultId}/sheet.pdf': record([...readers, 'worker']),
  'POST /inspections/results/{resultId}/corrections': record(checking),
  'POST /inspections/results/{resultId}/failures/{item}/hazard': record(checking),
  'GET /inspections/hazards/{hazardId}': { by: [...readers, 'worker'], about: 'items' },
};
