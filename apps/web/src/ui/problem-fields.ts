import { ProblemError } from '../api/problem-error.ts';

/** Where antd's form keeps a field: keys of objects and indexes of lists. */
export type FieldPath = (string | number)[];
export type FieldProblem = { readonly name: FieldPath; readonly errors: string[] };

/** `#/units/0/name`, as RFC 6901 writes it, as the path of a form field. */
export function fieldPathOf(pointer: string): FieldPath {
  return pointer
    .replace(/^#/, '')
    .split('/')
    .slice(1)
    .map((step) => decodeURIComponent(step).replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((step) => (/^\d+$/.test(step) ? Number(step) : step));
}

/** The single fields that a refusal names, several sentences of one field together; none for any other error. */
export function fieldProblemsOf(error: unknown): FieldProblem[] {
  if (!(error instanceof ProblemError)) return [];
  const byPointer = Map.groupBy(error.problem.errors ?? [], ({ pointer }) => pointer);
  return [...byPointer].map(([pointer, all]) => ({ name: fieldPathOf(pointer), errors: all.map(({ detail }) => detail) }));
}
