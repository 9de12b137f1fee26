export { acceptHazard, reopenHazard } from './accept-hazard.ts';
export { answerAtDoor, followAtDoor, receivePhotoAtDoor, reportAtDoor } from './door.ts';
export { askForExtension, decideOnExtension, withdrawExtensionRequest } from './extensions.ts';
export { fixHazardOnTheSpot } from './fix-on-the-spot.ts';
export { giveUpAfterPhoto, giveUpBeforePhoto } from './give-photos-up.ts';
export { assignInspector, concludeLookBack } from './look-backs.ts';
export { confirmMajor, countersignDenial, proposeDenial } from './major-suggestions.ts';
export { listFailedMeasures } from './failed-measures.ts';
export { nameFailedMeasure } from './name-failed-measure.ts';
export { noteOnHazard } from './notes.ts';
export { listPeople } from './list-people.ts';
export { replanHazard, sendBackHazard, startHazard, submitHazard } from './rectify.ts';
export { reportFromCheck } from './report-from-check.ts';
export { reportHazard } from './report-hazard.ts';
export { askForDelisting, decideOnDelisting, listHazard, reportProgress } from './supervisions.ts';
export { decideOnTreatment, draftTreatment, evaluateTreatment, tellAuthority } from './treatment.ts';
export { assignHazard, registerHazard, suggestMajorHazard, triageHazard } from './triage.ts';
export { askToVoid, decideOnVoid, withdrawVoidRequest } from './voidings.ts';
export { assignMany, assignManyInput } from './assign-many.ts';
export type { Verdict } from './assign-many.ts';
export { countHazards, listHazards, listOwnReports, listOwnTasks, listToAccept, listToTriage } from './list-hazards.ts';
export { readHazard } from './read-hazard.ts';
export { noteAliases } from './aliases.ts';
export { noteKeptTellings } from './kept-tellings.ts';
export { listLedgerAnswers, takeBackLedgerAnswer } from './ledger-answers.ts';
export { enterLedger } from './import-hazards.ts';
export { moveLedger } from './move-ledger.ts';
export type { LedgerHazard } from './ledger-hazard.ts';
export { forgetView, listViews, saveView } from './views.ts';
export { commitToDraws, drawLookBacks } from './draws.ts';
export { exportLedger } from './export-ledger.ts';
export { exportList } from './export-lists.ts';
export type { ListContent } from './export-lists.ts';
export type { ListRow } from './list-rows.ts';
export { reconcileUnits } from './reconcile-units.ts';
export { listThreeLists } from './three-lists.ts';
export { listRequests } from './list-requests.ts';
export { listLookBacks } from './list-look-backs.ts';
export { listToList } from './list-to-list.ts';
export { listSupervisions } from './list-supervisions.ts';
export { nameInspectors } from './name-inspectors.ts';
export { listOwnPlaces } from './own-places.ts';
export type { OwnPlace } from './own-places.ts';
export { listDraws, readTrueClosure, verifyDraw } from './read-draws.ts';
export type { DrawCheck } from './read-draws.ts';
export { reminders } from '@changming/domain/hazards';
export { noticesOfHazards } from './reminder-rules.ts';
export { foldAlong, foldHazards, recountHazards, settleHazards } from './rollups.ts';
export { endNobodyMay } from './nobody-may.ts';
export { recordOldRungs } from './old-rungs.ts';
export { stillAsked } from './still-asked.ts';
export { sweepHazards } from './sweep-hazards.ts';
export { goneOn } from './gone-on.ts';
export { tellInput, tellOfHazard } from './tell-of-hazard.ts';
export { orderLedger, orderList } from './documents.ts';
export {
  type DocumentInMaking,
  keepDocument,
  listDocuments,
  readDocument,
  readDocumentPart,
  readDocumentRows,
  takeDocument,
} from './make-document.ts';
