import { ProblemError } from '../api/problem-error.ts';

/** What another try cannot mend: the record is not there, or not for this person. An address that names nothing is not there either. */
export type Gone = 'missing' | 'forbidden';

const gone: Readonly<Record<number, Gone>> = { 403: 'forbidden', 404: 'missing', 422: 'missing' };

export function goneBy(error: unknown): Gone | null {
  return error instanceof ProblemError ? (gone[error.problem.status] ?? null) : null;
}

/** The list that a record was opened from: the page without its record, or the page above. */
export function listAbove({ pathname, search }: { readonly pathname: string; readonly search: object }): string {
  if (Object.keys(search).length > 0) return pathname;
  return pathname.slice(0, pathname.lastIndexOf('/')) || '/';
}
