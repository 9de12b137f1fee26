export * from './categories.ts';
export { trainingRefusals } from './refusals.ts';
export type { TrainingRefusal } from './refusals.ts';
export * from './session-refusals.ts';
export * from './before-work.ts';
export * from './dedicated.ts';
export * from './dedicated-inputs.ts';
export * from './held-inputs.ts';
export * from './presence.ts';
export * from './session-lifecycle.ts';
export { endOfSlice, isSliceFresh, sliceAt } from './sign-in-slice.ts';
export type { Slice } from './sign-in-slice.ts';
export * from './terms.ts';
export * from './yearly-hours.ts';
export * from './learning-refusals.ts';
export { shuffled } from './chance.ts';
export { askedOf, drawSheet, fullPointsOf, objectionToRules, shortagesOf } from './drawing.ts';
export type { AskedQuestion, BankQuestion, DrawRule, SheetQuestion, Shortage } from './drawing.ts';
export { canChoose, gradeSheet } from './grading.ts';
export type { Answers, Graded, Mark } from './grading.ts';
export { isNewEdition, libraryKinds } from './library.ts';
export type { LibraryKind } from './library.ts';
export { answerLetters, objectionToQuestion, optionLetters, questionKinds, topics } from './questions.ts';
export type { AnswerLetter, Question, QuestionKind, Topic } from './questions.ts';
export {
  attemptEnds,
  endOfAttempt,
  inTime,
  networkGrace,
  objectionToSitting,
  resitFrom,
  seatAfter,
  seatAtClosing,
  seatStates,
} from './sitting.ts';
export type { AttemptEnd, ExamTerms, Seat, SeatState } from './sitting.ts';
export * from './violations.ts';
export * from './library-inputs.ts';
export * from './question-inputs.ts';
export * from './exam-inputs.ts';
export * from './violation-inputs.ts';
export { shippedQuestions } from './bank/shipped.ts';
export type { ShippedQuestion } from './bank/shipped.ts';
