import { instantText } from '../../ui/dates.ts';
import type { TrailEntry } from './queries.ts';

export type ChangedField = { readonly field: string; readonly before: string | null; readonly after: string | null };

/** The fields that an act set, changed or cleared; those that stayed as they were are left out. */
export function changedFields({ before, after }: Pick<TrailEntry, 'before' | 'after'>): ChangedField[] {
  const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  return names
    .map((field) => ({ field, before: textOf(before?.[field]), after: textOf(after?.[field]) }))
    .filter((change) => change.before !== change.after);
}

const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/u;

/** A value as a line of text, an instant as the clock showed it; null for nothing. */
function textOf(value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null;
  if (Array.isArray(value)) return value.length === 0 ? null : value.map((item) => textOf(item) ?? '').join('、');
  if (typeof value !== 'string') return JSON.stringify(value);
  return instant.test(value) ? instantText(value) : value;
}
