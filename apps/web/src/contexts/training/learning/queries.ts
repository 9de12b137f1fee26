import * as contract from '@changming/contract/training';
import type { LibraryKind, QuestionKind, Topic, TrainingCategory, ViolationKind, ViolationStanding } from '@changming/domain/training';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';

import { call } from '../../../api/call.ts';
import { keysetQuery } from '../../../api/keyset.ts';
import type { CallArguments } from '../../../api/route-types.ts';
import { saveFile } from '../../../api/save-file.ts';

export type {
  Exam,
  ExamDetail,
  ExamPaper,
  ExamSeat,
  LibraryDetail,
  LibraryItem,
  Question,
  Violation,
  ViolationDetail,
} from '@changming/contract/training';

const key = ['training', 'learning'];

type Branch = { readonly unitId?: string | undefined };
export type ExamSearch = Branch & {
  readonly category?: readonly TrainingCategory[] | undefined;
  readonly open?: boolean | undefined;
  /** Still open, and somebody has not finished. */
  readonly waiting?: boolean | undefined;
};
export type ViolationSearch = Branch & {
  readonly kind?: readonly ViolationKind[] | undefined;
  readonly standing?: readonly ViolationStanding[] | undefined;
};
export type LibrarySearch = Branch & { readonly kind?: readonly LibraryKind[] | undefined; readonly q?: string | undefined };
export type QuestionSearch = Branch & {
  readonly topic?: readonly Topic[] | undefined;
  readonly kind?: readonly QuestionKind[] | undefined;
  readonly q?: string | undefined;
};

export function examsQuery({ open, waiting, ...search }: ExamSearch) {
  const flags = { ...(open === true ? { open: 'true' as const } : {}), ...(waiting === true ? { waiting: 'true' as const } : {}) };
  const query = { ...search, ...flags };
  return keysetQuery([...key, 'exams', query], (after, signal) => call(contract.listExams, { query: { ...query, after }, signal }));
}

export function examQuery(examId: string) {
  return queryOptions({
    queryKey: [...key, 'exam', examId],
    queryFn: ({ signal }) => call(contract.readExam, { params: { examId }, signal }),
  });
}

export function seatsQuery(examId: string) {
  return keysetQuery([...key, 'seats', examId], (after, signal) =>
    call(contract.listSeats, { params: { examId }, query: { after }, signal }),
  );
}

export const papersQuery = queryOptions({
  queryKey: [...key, 'papers'],
  queryFn: ({ signal }) => call(contract.listPapers, { query: {}, signal }),
});

export function violationsQuery(search: ViolationSearch) {
  return keysetQuery([...key, 'violations', search], (after, signal) =>
    call(contract.listViolations, { query: { ...search, after }, signal }),
  );
}

export function violationQuery(violationId: string) {
  return queryOptions({
    queryKey: [...key, 'violation', violationId],
    queryFn: ({ signal }) => call(contract.readViolation, { params: { violationId }, signal }),
  });
}

export function itemsQuery(search: LibrarySearch) {
  return keysetQuery([...key, 'library', search], (after, signal) => call(contract.listItems, { query: { ...search, after }, signal }));
}

export function itemQuery(itemId: string) {
  return queryOptions({
    queryKey: [...key, 'item', itemId],
    queryFn: ({ signal }) => call(contract.readItem, { params: { itemId }, signal }),
  });
}

export function readersQuery(itemId: string) {
  return queryOptions({
    queryKey: [...key, 'readers', itemId],
    queryFn: ({ signal }) => call(contract.listReaders, { params: { itemId }, query: { limit: '100', read: 'false' }, signal }),
  });
}

export function questionsQuery(search: QuestionSearch) {
  return keysetQuery([...key, 'questions', search], (after, signal) =>
    call(contract.listQuestions, { query: { ...search, after }, signal }),
  );
}

export function useLearningAct<Input, Output>(act: (input: Input) => Promise<Output>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: act, onSettled: () => client.invalidateQueries({ queryKey: ['training'] }) });
}

export function useViolationFile(search: ViolationSearch) {
  return useMutation({ mutationFn: () => saveFile(contract.exportViolations, { query: search }) });
}

export function useResultFile(examId: string) {
  return useMutation({ mutationFn: () => saveFile(contract.exportResults, { params: { examId } }) });
}

export function useQuestionFile(search: QuestionSearch) {
  return useMutation({ mutationFn: () => saveFile(contract.exportQuestions, { query: search }) });
}

export function useQuestionTemplate() {
  return useMutation({ mutationFn: () => saveFile(contract.readQuestionTemplate, {}) });
}

export type BodyOf<Route extends Parameters<typeof call>[0]> = CallArguments<Route> extends { readonly body: infer Body } ? Body : never;

export function recordViolation(body: BodyOf<typeof contract.recordViolation> & { readonly id: string }) {
  return call(contract.recordViolation, { body, idempotencyKey: body.id });
}

type OfViolation<Body> = { readonly violationId: string; readonly body: Body };

export function handleViolation({ violationId, body }: OfViolation<BodyOf<typeof contract.handleViolation>>) {
  return call(contract.handleViolation, { params: { violationId }, body });
}

export function reEducate({ violationId, body }: OfViolation<BodyOf<typeof contract.reEducate>>) {
  return call(contract.reEducate, { params: { violationId }, body });
}

export function voidViolation({ violationId, body }: OfViolation<BodyOf<typeof contract.voidViolation>>) {
  return call(contract.voidViolation, { params: { violationId }, body });
}

export function addItem(body: BodyOf<typeof contract.addItem> & { readonly id: string }) {
  return call(contract.addItem, { body, idempotencyKey: body.id });
}

export function withdrawItem({ itemId, ...body }: { itemId: string; version: number; on: string }) {
  return call(contract.withdrawItem, { params: { itemId }, body });
}

export function reviseItem({ itemId, body }: { readonly itemId: string; readonly body: BodyOf<typeof contract.reviseItem> }) {
  return call(contract.reviseItem, { params: { itemId }, body });
}
