export { declareImport, receiveImport } from './declare-import.ts';
export { answerImport, failImport, openImport, planImport } from './plan-import.ts';
export { listImportRows, listImports, readImport } from './read-imports.ts';
export { runImport, startImport } from './run-import.ts';
export { listProblemCells, listUnitPaths } from './problem-cells.ts';
