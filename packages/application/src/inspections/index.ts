export { createChecklist, draftChecklist, retireChecklist } from './change-checklists.ts';
export { createPlan, editPlan, endPlan } from './change-plans.ts';
export { chaseLightsOut } from './chase-lights-out.ts';
export { chaseMisses } from './chase-misses.ts';
export { correctResult } from './correct-result.ts';
export { readCoverage } from './coverage.ts';
export { listDefects } from './defects-of.ts';
export { explainMisses } from './explain-misses.ts';
export { exportCoverage, exportOccurrences, exportPlans, printedResult } from './export-documents.ts';
export { installChecklists } from './install-checklists.ts';
export { readLightsOut } from './lights-out-board.ts';
export { listMine } from './list-mine.ts';
export {
  type DocumentInMaking,
  keepDocument,
  listDocuments,
  readDocument,
  readDocumentPart,
  readDocumentRows,
  takeDocument,
} from './make-document.ts';
export { orderOccurrences, orderPlans } from './order-documents.ts';
export { listOccurrences } from './list-occurrences.ts';
export { listShortfalls } from './list-shortfalls.ts';
export { makeOccurrences } from './make-occurrences.ts';
export { performCheck } from './perform-check.ts';
export { publishChecklist } from './publish-checklist.ts';
export { listChecklists, readChecklist, readChecklistVersion } from './read-checklists.ts';
export { readOccurrence } from './read-occurrence.ts';
export { listPlans, readPlan } from './read-plans.ts';
export { readCheckBehind, readResult } from './read-result.ts';
export { recordChecks, type PastCheck } from './record-checks.ts';
export { reportDefect } from './report-defect.ts';
export { reportFailure } from './report-failure.ts';
export { foldInspections, recountInspections } from './rollups.ts';
export { settleMisses } from './settle-misses.ts';
