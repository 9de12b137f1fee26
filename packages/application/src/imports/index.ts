export type { ImportKind } from '@changming/database';
export { declareImport, receiveImport } from './declare-import.ts';
export { answerImport, failImport, openImport, planImport } from './plan-import.ts';
export { listImportRows, listImports, readImport } from './read-imports.ts';
export { runHazardsImport, runPersonsImport, runUnitsImport, startImport } from './run-import.ts';
export { listImportGroups } from './problem-groups.ts';
export { listImportRecords } from './import-records.ts';
export { sweepImports } from './sweep-imports.ts';
export { listProblemCells, listUnitPaths } from './problem-cells.ts';
