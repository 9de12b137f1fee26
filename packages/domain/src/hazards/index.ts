export {
  failedMeasureInput,
  takeBackInput,
  assignInspectorInput,
  concludeLookBackInput,
  decideDelistingInput,
  delistingInput,
  listingInput,
  progressInput,
} from './beside-inputs.ts';
export { categoryDefaults, hazardCategories, phoneCategories } from './categories.ts';
export type { CategoryDefaults, HazardCategory } from './categories.ts';
export {
  acceptanceDueOn,
  acceptanceWorkingDays,
  defaultDeadlines,
  isPast,
  latestDueOn,
  latestExtendedOn,
  proposedDueOn,
  reopenedDueOn,
  withinDays,
} from './deadlines.ts';
export type { DeadlineRule, DeadlineRules } from './deadlines.ts';
export {
  climbs,
  defaultEscalation,
  defaultLadder,
  earliestRung,
  escalationTargets,
  ladderOf,
  reminders,
  rungAt,
  tellingsOwed,
  triageDays,
} from './escalation.ts';
export type { EscalationDays, EscalationTarget, Ladder, Reminder, Rung, Telling } from './escalation.ts';
export { countPhotos, givePhotoUp, isAwaited, objectionToGivingUpAny } from './declared-photos.ts';
export type { DeclaredPhoto } from './declared-photos.ts';
export { listOrderInput, orderedLists } from './document-order.ts';
export type { DocumentOrder } from './document-order.ts';
export { commitmentOf, drawFrom, drawMonth, objectionToDrawing, objectionToPublishing, publish } from './draw.ts';
export type { Draw, Drawing, Drawn, DrawnStratum, Hash } from './draw.ts';
export { defaultLookBack, lookBackWindow, sampleSize } from './look-back-rules.ts';
export type { LookBackRules } from './look-back-rules.ts';
export {
  askExtension,
  decideExtension,
  objectionToAskingExtension,
  objectionToDecidingExtension,
  objectionToWithdrawingExtension,
  requestKinds,
  requestStages,
  withdrawExtension,
} from './extension.ts';
export type { Decision, Extension, ExtensionAsk, RequestKind, RequestStage } from './extension.ts';
export { factorClasses, factorClassOf, factorCodes, factorSubclasses, subclassOf } from './factors.ts';
export type { FactorClass, FactorCode, FactorSubclass } from './factors.ts';
export { isLateEntry } from './late-entry.ts';
export { gramsOf } from './grams.ts';
export { hazardStages, isOpen, openStages, rectified, suggestionStages, voidKinds } from './hazard.ts';
export type { Hazard, HazardStage, SuggestionStage, VoidKind } from './hazard.ts';
export { keyAreaCodes, keyAreas } from './key-areas.ts';
export type { KeyArea } from './key-areas.ts';
export { hazardFilter, ledgerSorts, listingFilter, noDeadline, peopleFilter, queueFilter } from './ledger-filter.ts';
export type { HazardFilter, LedgerSort, ListingFilter, PeopleFilter, QueueFilter } from './ledger-filter.ts';
export { gradeOf, hazardGrades, hazardLevels, isWeighty, levelCodes } from './levels.ts';
export type { HazardGrade, HazardLevel } from './levels.ts';
export type { ListedHazard } from './listed-hazard.ts';
export { namedAs } from './named-as.ts';
export { hazardDuties, owedBefore } from './duties.ts';
export type { HazardDuty } from './duties.ts';
export { advance, objection } from './lifecycle.ts';
export {
  accountConditions,
  documentFormats,
  listDocumentInput,
  listFilter,
  listPageFilter,
  mostInDocument,
  roomOf,
} from './list-filter.ts';
export type { DocumentFormat, ListDocumentInput, ListFilter, ListPageFilter } from './list-filter.ts';
export { conclude, lookBackReasons, lookBackResults, objectionToConcluding, objectionToInspector } from './look-back.ts';
export type { Finding, InspectorFacts, LookBack, LookBackReason, LookBackResult } from './look-back.ts';
export { criterionIds, criterionScopes, criterionSources, majorCriteria } from './major-criteria.ts';
export type { CriterionId, CriterionRule, CriterionScope, CriterionSource, MajorCriterion } from './major-criteria.ts';
export {
  answerSuggestion,
  objectionToAnswer,
  objectionToSuggesting,
  suggest,
  suggestionHours,
  suggestionSteps,
} from './major-suggestion.ts';
export type { MajorSuggestion, Suggested, SuggestionFacts, SuggestionStep } from './major-suggestion.ts';
export { evaluationKinds, openTreatment, treatmentStages } from './major-treatment.ts';
export type { EvaluationKind, MajorTreatment, TreatmentPlan, TreatmentStage } from './major-treatment.ts';
export { isUndecided } from './objections.ts';
export { onTheSpotItems } from './on-the-spot.ts';
export type { OnTheSpotItem } from './on-the-spot.ts';
export { emptyPlan, fiveCommitments, unsettled, waivableCommitments } from './plan.ts';
export type { Commitment, RectificationPlan, WaivableCommitment } from './plan.ts';
export { propose } from './proposals.ts';
export type { Proposal, Reported } from './proposals.ts';
export { hazardRefusals } from './refusals.ts';
export type { HazardRefusal } from './refusals.ts';
export { accountOf, accounts, balanced, reconcile } from './reconciliation.ts';
export type { Account, Reconciliation } from './reconciliation.ts';
export { isRecurrence, recurrenceDays, recurrencesOf } from './relapse.ts';
export type { Cause, ClosedBefore, FoundAgain, Place } from './relapse.ts';
export {
  anonymousReportInput,
  claim,
  claimOf,
  isClaim,
  hazardCategory,
  hazardFactor,
  hazardId,
  hazardKeyArea,
  hazardKind,
  hazardLevel,
  hazardSource,
  longestText,
  mostPhotos,
  newClaim,
  newHazardId,
  onTheSpotInput,
  photoHash,
  photoHashes,
  reportInput,
} from './report-input.ts';
export type { AnonymousReportInput, ReportInput } from './report-input.ts';
export { reportedHazard } from './reported-hazard.ts';
export { longestOffline, seenAt, toleratedSkew } from './seen-at.ts';
export type { SeenAt } from './seen-at.ts';
export { hazardKinds, hazardOrigins, hazardSources, sourcesOfAnyone } from './sources.ts';
export type { HazardKind, HazardOrigin, HazardSource } from './sources.ts';
export { censusReason, isCounted, owedAtClosing, sampledStrata, stratumOf } from './strata.ts';
export type { Closure } from './strata.ts';
export { stratumResults } from './stratum-results.ts';
export { starredItems } from './starred-items.ts';
export {
  acceptInput,
  askExtensionInput,
  askVoidInput,
  assignInput,
  decideInput,
  evaluateInput,
  fixReportedInput,
  givePhotoUpInput,
  planInput,
  proposeDenialInput,
  registerInput,
  reopenInput,
  replanInput,
  sendBackInput,
  sendBackReasons,
  startInput,
  submitInput,
  tellAuthorityInput,
  treatmentPlanInput,
} from './step-inputs.ts';
export type { SendBackReason } from './step-inputs.ts';
export { isOnTime, isOverdue, standardFigureNames, standardFigures, standardFiguresBy } from './statistics.ts';
export type { HazardFact, StandardFigures } from './statistics.ts';
export { hazardSteps } from './steps.ts';
export type { HazardStep, Known, PhotoCounts, StepFacts, Who } from './steps.ts';
export { conditionsOf, criteriaFor, suggestMajor } from './suggest-major.ts';
export type { ConditionId, Seen, UnitScopes } from './suggest-major.ts';
export {
  advanceSupervision,
  listForSupervision,
  objectionToListing,
  objectionToSupervision,
  progressEveryDays,
  supervisionLevels,
  supervisionStages,
  supervisionSteps,
} from './supervision.ts';
export type { Listing, Supervision, SupervisionLevel, SupervisionStage, SupervisionStep } from './supervision.ts';
export { daysLate, listingDefaults, listingReasons, reasonsToList } from './supervision-triggers.ts';
export type { ListingFacts, ListingReason, ListingRules } from './supervision-triggers.ts';
export { suspicionDefaults, suspicions, suspicionsOf } from './suspicions.ts';
export type { HandedIn, Suspicion, SuspicionRules } from './suspicions.ts';
export { threeLists } from './three-lists.ts';
export type { ListColumn, ThreeList } from './three-lists.ts';
export { trueClosureShare } from './true-closure.ts';
export type { StratumResult, TrueClosure } from './true-closure.ts';
export { advanceTreatment, objectionToTreatment, treatmentSteps } from './treatment-steps.ts';
export type { TreatmentFacts, TreatmentStep } from './treatment-steps.ts';
export {
  askVoid,
  decideVoid,
  endedByReopening,
  objectionToAskingVoid,
  objectionToDecidingVoid,
  objectionToWithdrawingVoid,
  withdrawVoid,
} from './voiding.ts';
export type { VoidDecision, Voiding } from './voiding.ts';
export { openingHazard } from './opening-hazard.ts';
export type { Opening, OpeningHazard } from './opening-hazard.ts';
export { lesserRisk, urgencyOf } from './urgency.ts';
