import { ProblemError } from '../api/problem-error.ts';

/** What another try cannot mend: the record is not there, or not for this person. An address that names nothing is not there either. */
export type Gone = 'missing' | 'forbidden';

const gone: Readonly<Record<number, Gone>> = { 403: 'forbidden', 404: 'missing', 422: 'missing' };

export function goneBy(error: unknown): Gone | null {
  return error instanceof ProblemError ? (gone[error.problem.status] ?? null) : null;
}

type Place = { readonly pathname: string; readonly search: object };

/** The list that a record was opened from: the page without its record, or the nearest page above; not every address in between is one. */
export function listAbove({ pathname, search }: Place, isPage: (path: string) => boolean): string {
  if (Object.keys(search).length > 0) return pathname;
  const above = pathname.slice(0, pathname.lastIndexOf('/')) || '/';
  return above === '/' || isPage(above) ? above : listAbove({ pathname: above, search: {} }, isPage);
}
