import type { AssessmentSchemeRow, Tx } from '@changming/database';
import { type Scheme, schemeInput } from '@changming/domain/assessments';
import { refuse } from '@changming/domain/kernel';
import type { Selectable } from 'kysely';

import type { Reading } from '../context.ts';
import { hashOf } from './hashes.ts';

export type StoredScheme = Omit<Selectable<AssessmentSchemeRow>, 'body'> & { readonly body: Scheme };
export type SchemeVersion = { readonly code: string; readonly version: number };

/** Schemes, runs and their receipts belong to the whole group: only whoever acts for all of it moves them. */
export function refuseUnlessHeadquarters({ whole }: Pick<Reading, 'whole'>): void {
  if (!whole) refuse('forbidden', 'assessments.headquarters_only');
}

export async function schemeOf(tx: Tx, { code, version }: SchemeVersion): Promise<StoredScheme> {
  const row = await tx
    .selectFrom('assessment_schemes')
    .selectAll()
    .where('code', '=', code)
    .where('version', '=', version)
    .executeTakeFirst();
  return row === undefined ? refuse('missing', 'assessments.scheme_not_found', { code, version }) : toStored(row);
}

/** The published version that is in force on the first day of a period; null when there is none. */
export async function schemeInForce(tx: Tx, code: string, from: string): Promise<StoredScheme | null> {
  const row = await tx
    .selectFrom('assessment_schemes')
    .selectAll()
    .where('code', '=', code)
    .where('effective_from', '<=', from)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? null : toStored(row);
}

/** A body that no longer fits the schema, or was changed past the product, is a fault and not an answer. */
export function toStored(row: Selectable<AssessmentSchemeRow>): StoredScheme {
  // The body as it is kept: a default that a later release adds changes nothing that was published.
  if (hashOf(row.body) !== row.hash) throw new Error(`scheme ${row.code} v${row.version} does not have its hash`);
  return { ...row, body: schemeInput.parse(row.body) };
}
