export { categories, factorClasses, factors, factorSubclasses, keyAreas, measureTemplates } from './hazards/causes.ts';
export { conditions, criteria } from './hazards/criteria.ts';
export { desk } from './hazards/desk.ts';
export { accounts, bases, columns, figures, ledger, lists, paper } from './hazards/lists.ts';
export { phone } from './hazards/phone.ts';
export { refusals } from './hazards/refusals.ts';
export { requests } from './hazards/requests.ts';
export {
  beforeLack,
  commitments,
  escalationTargets,
  evaluations,
  extensionStages,
  grades,
  kinds,
  levels,
  listingReasons,
  lookBackReasons,
  lookBackResults,
  onTheSpot,
  origins,
  sendBackReasons,
  sources,
  stages,
  steps,
  suggestionStages,
  suggestionSteps,
  supervisionLevels,
  supervisionStages,
  supervisionSteps,
  suspicions,
  toTriage,
  treatmentStages,
  treatmentSteps,
  voidedAs,
  voidKinds,
} from './hazards/words.ts';
