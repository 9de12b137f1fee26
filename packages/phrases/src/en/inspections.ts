export { desk } from './inspections/desk.ts';
export { phone } from './inspections/phone.ts';
export * as papers from './inspections/papers.ts';
export { lightsOut } from './inspections/lights-out.ts';
export { refusals } from './inspections/refusals.ts';
export {
  cadences,
  chaseTargets,
  missReasons,
  photoDuties,
  restDays,
  roundKinds,
  shifts,
  states,
  timings,
  verdicts,
  waiverReasons,
} from './inspections/words.ts';
