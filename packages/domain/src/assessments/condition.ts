import { z } from 'zod';

import { addDays, type Day, inPeriod, verbatim } from '../kernel/index.ts';
import type { Columns, FactRow } from './facts.ts';
import { isWindowDay, type Window, type WindowDay, type WindowName, windowNames } from './window.ts';

/**
 * Which rows of a fact table a measure counts. A comparison with a column that is null does not hold, and `not` of it does: there
 * is no third answer (`… is true` in SQL).
 */
export type Condition<Of extends Columns = Columns> =
  | { readonly all: readonly Condition<Of>[] }
  | { readonly any: readonly Condition<Of>[] }
  | { readonly not: Condition<Of> }
  | { readonly column: Of['text']; readonly is: string | null }
  | { readonly column: Of['text']; readonly in: readonly string[] }
  | { readonly column: Of['day']; readonly is: null }
  | { readonly column: Of['day']; readonly within: WindowName }
  /** On the day that `notAfter` names, moved by `plusDays`, or before it: another column, or a day of the window. */
  | { readonly column: Of['day']; readonly notAfter: Of['day'] | WindowDay; readonly plusDays?: number }
  | { readonly column: Of['flag']; readonly flag: true };

const name = z.string().regex(/^[a-z][A-Za-z]{0,39}$/);
const value = verbatim(60);

/** A condition as it comes from outside; whether its columns exist is asked of the measure. */
export const conditionInput: z.ZodType<Condition> = z
  .lazy(() =>
    z.union([
      z.strictObject({ all: z.array(conditionInput).max(30) }),
      z.strictObject({ any: z.array(conditionInput).max(30) }),
      z.strictObject({ not: conditionInput }),
      z.strictObject({ column: name, is: value.nullable() }),
      z.strictObject({ column: name, in: z.array(value).min(1).max(30) }),
      z.strictObject({ column: name, within: z.enum(windowNames) }),
      z.strictObject({ column: name, notAfter: name, plusDays: z.int().min(-3660).max(3660).exactOptional() }),
      z.strictObject({ column: name, flag: z.literal(true) }),
    ]),
  )
  .meta({ id: 'AssessmentCondition' });

/** Whether the row is one of those. */
export function holds(condition: Condition, row: FactRow, window: Window): boolean {
  if ('all' in condition) return condition.all.every((each) => holds(each, row, window));
  if ('any' in condition) return condition.any.some((each) => holds(each, row, window));
  if ('not' in condition) return !holds(condition.not, row, window);
  return compares(condition, row, window);
}

/** A condition on one column. */
export type Comparison = Extract<Condition, { readonly column: string }>;

function compares(condition: Comparison, row: FactRow, window: Window): boolean {
  const found = row[condition.column] ?? null;
  if ('is' in condition) return found === condition.is;
  if ('flag' in condition) return found === true;
  if (typeof found !== 'string') return false;
  if ('in' in condition) return condition.in.includes(found);
  return 'within' in condition ? inPeriod(found, window[condition.within]) : comesInTime(found, condition, { row, window });
}

type Limit = Extract<Comparison, { readonly notAfter: string }>;

function comesInTime(day: Day, { notAfter, plusDays = 0 }: Limit, { row, window }: { row: FactRow; window: Window }): boolean {
  const limit = isWindowDay(notAfter) ? window[notAfter] : (row[notAfter] ?? null);
  return typeof limit === 'string' && day <= addDays(limit, plusDays);
}
