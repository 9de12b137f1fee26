export { actionsLeft, actionsOf } from './actions-of.ts';
export type { ActionOfSubject, ActionsLeft } from './actions-of.ts';
export { exportActions } from './export-actions.ts';
export { countActions, listActions, listOwnActions } from './list-actions.ts';
export { askForMoreTime, decideOnMoreTime } from './more-time.ts';
export { assignAction, openAction } from './open-action.ts';
export type { NewAction, OpenedAction } from './open-action.ts';
export {
  keepDocument,
  listDocuments,
  orderActions,
  readDocument,
  readDocumentPart,
  readDocumentRows,
  takeDocument,
} from './order-documents.ts';
export { readAction } from './read-action.ts';
export { assessEffect, cancelAction, reassignAction, replaceVerifier, sendBackAction, submitAction, verifyAction } from './steps.ts';
export { sweepActions } from './sweep-actions.ts';
export { noticesOfActions, tellActionInput, tellOfAction } from './tell-of-action.ts';
