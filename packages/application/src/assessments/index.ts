export { installSchemes } from './install-schemes.ts';
export { publishScheme } from './publish-scheme.ts';
export { listSchemes, readScheme } from './read-schemes.ts';
export { runAssessment } from './run-assessment.ts';
export { saveScheme } from './save-scheme.ts';
