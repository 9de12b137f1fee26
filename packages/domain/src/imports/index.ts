export { cellKinds, addressOf, columnName, columnNumber, coverageOf } from './sheet.ts';
export type { CellKind, Coverage, Merge, Sheet, SheetCell, SheetRow, Workbook } from './sheet.ts';
export { importRefusals } from './refusals.ts';
export type { ImportRefusal } from './refusals.ts';
export { importProblems, skipReasons } from './problems.ts';
export type { ImportProblem, SkipReason } from './problems.ts';
export { countVerdicts } from './verdict.ts';
export type { Candidate, CellProblem, Source, Verdict, VerdictCounts } from './verdict.ts';
