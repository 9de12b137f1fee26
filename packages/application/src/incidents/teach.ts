import type { Changed } from '../audit/append-trail.ts';
import type { Writing } from '../context.ts';
import type { StoredIncident } from './store.ts';

type Item = { readonly id: string | null; readonly changed: readonly Changed[] };

/** 案例入库. */
export async function intoLibrary(_work: Writing, _row: StoredIncident, _lesson: string): Promise<Item> {
  return { id: null, changed: [] };
}

type Taught = { readonly unitId: string; readonly dueOn: string };

/** 事故教育培训 of a unit, to be held by a day. */
export async function teach(_work: Writing, _row: StoredIncident, _given: Taught): Promise<Changed[]> {
  return [];
}
