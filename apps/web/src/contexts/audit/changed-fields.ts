import type { TrailEntry } from './queries.ts';

export type ChangedField = { readonly field: string; readonly before: unknown; readonly after: unknown };

/** The fields that an act set, changed or cleared; those that stayed as they were are left out. */
export function changedFields({ before, after }: Pick<TrailEntry, 'before' | 'after'>): ChangedField[] {
  const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  return names
    .map((field) => ({ field, before: filled(before?.[field]), after: filled(after?.[field]) }))
    .filter((change) => JSON.stringify(change.before) !== JSON.stringify(change.after));
}

/** Whether it was tried in vain: a sign-in that was refused stands in the trail as well. */
export function isRefused({ after }: Pick<TrailEntry, 'after'>): boolean {
  return typeof after?.['refused'] === 'string';
}

/** What a token was issued for, as the act itself tells it: a reader of the trail need not be one who manages tokens. */
export function purposeOfToken({ verb, before, after }: Pick<TrailEntry, 'verb' | 'before' | 'after'>): string | null {
  const name = after?.['name'] ?? before?.['name'];
  return verb.endsWith('Token') && typeof name === 'string' ? name : null;
}

/** Nothing, an empty text, an empty list: all of them are nothing to a person. */
function filled(value: unknown): unknown {
  return value === undefined || value === '' || (Array.isArray(value) && value.length === 0) ? null : value;
}
