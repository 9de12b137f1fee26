import { ProblemError } from '../api/problem-error.ts';

/** Which field of a form a refusal of the trade belongs to: `{ 'units.code_taken': 'code' }`. */
export type RefusedFields = Readonly<Record<string, string>>;

/** The refusal with its sentence at the field that caused it, as `FormProblem` shows it; anything else as it is. */
export function refusedAt(error: unknown, fields: RefusedFields): unknown {
  if (!(error instanceof ProblemError)) return error;
  const field = fields[error.problem.code];
  if (field === undefined) return error;
  return new ProblemError({ ...error.problem, errors: [{ pointer: `#/${field}`, detail: error.problem.detail ?? error.problem.title }] });
}
