export { cellKinds, addressOf, columnName, columnNumber, coverageOf } from './sheet.ts';
export type { CellKind, Coverage, Merge, Sheet, SheetCell, SheetRow, Workbook } from './sheet.ts';
export { importRefusals } from './refusals.ts';
export type { ImportRefusal } from './refusals.ts';
export { besideFields, importProblems, openOffers, skipReasons } from './problems.ts';
export type { BesideField, ImportProblem, SkipReason } from './problems.ts';
export { countVerdicts } from './verdict.ts';
export type { Beside, Candidate, CellProblem, Source, Verdict, VerdictCounts } from './verdict.ts';
export { answeredAlone, answersInput, choice, noAnswers } from './answers.ts';
export type { Answers } from './answers.ts';
export { signOf, signOfName } from './sign-of.ts';
export { holdsPersonalNumber } from './long-numbers.ts';
export type { ColumnMapping, SheetMapping } from './mapping.ts';
export { unitRecogniser } from './unit-recogniser.ts';
export type { KnownUnit, Recognised, Scope, UnitRecogniser } from './unit-recogniser.ts';
export { leadersNamedIn, planUnits, unitCodesIn } from './units/plan-units.ts';
export type { ProfiledUnit, UnitsOptions, UnitsPlan } from './units/plan-units.ts';
export type { KnownLeaders } from './units/leader-of-row.ts';
export type { UnitDraft } from './units/unit-draft.ts';
export type { CodeElsewhere } from './units/unit-codes.ts';
export { awaitedRows, rowsToConfirm } from './units/awaited-rows.ts';
export type { AwaitedRows } from './units/awaited-rows.ts';
export { barredRows, confirmationOf, confirmPermissions } from './units/unit-rights.ts';
export type { Confirmation, UnitPermission, UnitRights } from './units/unit-rights.ts';
export { proposeCodes } from './units/propose-codes.ts';
export { unitsKind } from './units/unit-fields.ts';
export type { UnitField } from './units/unit-fields.ts';
export { planWorkforce } from './workforce/plan-workforce.ts';
export type { WorkforceOptions, WorkforcePlan } from './workforce/plan-workforce.ts';
export type { CertificateDraft, KnownPerson, PersonDraft } from './workforce/person-draft.ts';
export { workforceKind } from './workforce/person-fields.ts';
export type { PersonField } from './workforce/person-fields.ts';
export { judgeLedger, placesIn, planHazards, readLedger } from './hazards/plan-hazards.ts';
export type { HazardPlace, HazardsPlan } from './hazards/plan-hazards.ts';
export type { HazardDraft, KnownHazard, KnownName, NamedPerson, Progress } from './hazards/hazard-draft.ts';
export type { Remembered } from './hazards/remembered.ts';
export { ledgerReader } from './hazards/ledger-reader.ts';
export { matchKey as textKeyOf } from './text-keys.ts';
export { hazardsKind } from './hazards/hazard-fields.ts';
export type { HazardField } from './hazards/hazard-fields.ts';
export { planFire, planSpecial } from './equipment/plan-equipment.ts';
export type { FirePlan, SpecialPlan } from './equipment/plan-equipment.ts';
export type { FireDraft, KnownFire, KnownSpecial, SpecialDraft } from './equipment/equipment-drafts.ts';
export { fireKind } from './equipment/fire-fields.ts';
export type { FireField } from './equipment/fire-fields.ts';
export { specialKind } from './equipment/special-fields.ts';
export type { SpecialField } from './equipment/special-fields.ts';
export {
  declareImportInput,
  importFailure,
  importGroupsFilter,
  importKinds,
  importRecordsFilter,
  importRowsFilter,
  importsFilter,
  mayBeOpening,
} from './batch-inputs.ts';
export type { ImportFailure } from './batch-inputs.ts';
export { keptWithImport, keptWords } from './kept-fields.ts';
export type { KeptWord } from './kept-fields.ts';
export { previewOf } from './preview.ts';
export type { PreviewRow } from './preview.ts';
export { planRisks } from './risks/plan-risks.ts';
export type { RisksOptions, RisksPlan } from './risks/plan-risks.ts';
export type { KnownPoint, KnownRisk, RiskDraft } from './risks/risk-draft.ts';
export { risksKind } from './risks/risk-fields.ts';
export type { RiskField } from './risks/risk-fields.ts';
export { measuresWritten } from './risks/risk-words.ts';
export { planTraining } from './training/plan-training.ts';
export type { TrainingOptions, TrainingPlan } from './training/plan-training.ts';
export type { AttendanceDraft, KnownSession, KnownTrainee, SessionDraft } from './training/training-draft.ts';
export { hoursOf as trainingHoursOf } from './training/judge-attendance.ts';
export { trainingKind } from './training/training-fields.ts';
export type { TrainingField } from './training/training-fields.ts';
export { rowKey } from './points/judge-points.ts';
export { planPoints, plateCodesIn } from './points/plan-points.ts';
export type { PointsOptions, PointsPlan } from './points/plan-points.ts';
export type { Appointing, KnownKeeper, PointDraft, RegisteredPoint } from './points/point-draft.ts';
export { pointsKind } from './points/point-fields.ts';
export type { PointField } from './points/point-fields.ts';
