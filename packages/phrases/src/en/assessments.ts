export { counted, dimensions, indicators, recordKinds } from './assessments/indicators.ts';
export { desk } from './assessments/desk.ts';
export { inPlace } from './assessments/in-place.ts';
export { refusals } from './assessments/refusals.ts';
export {
  appealStages,
  factTables,
  formulas,
  grades,
  lineReasons,
  periodKinds,
  points,
  raises,
  raiseTimes,
  runKinds,
  runStages,
  runSteps,
  schemes,
  statuses,
  values,
  vetoes,
} from './assessments/words.ts';
