import type { TrailEntry } from './queries.ts';

export type ChangedField = { readonly field: string; readonly before: unknown; readonly after: unknown };

/** The fields that an act set, changed or cleared; those that stayed as they were are left out. */
export function changedFields({ before, after }: Pick<TrailEntry, 'before' | 'after'>): ChangedField[] {
  const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  return names
    .map((field) => ({ field, before: filled(before?.[field]), after: filled(after?.[field]) }))
    .filter((change) => JSON.stringify(change.before) !== JSON.stringify(change.after));
}

/** Nothing, an empty text, an empty list: all of them are nothing to a person. */
function filled(value: unknown): unknown {
  return value === undefined || value === '' || (Array.isArray(value) && value.length === 0) ? null : value;
}
