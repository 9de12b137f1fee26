import { comprehensiveV1, dualPreventionV1, garment35Draft, hazardTreatmentV1, type Scheme } from '@changming/domain/assessments';
import { z } from 'zod';

import { command, type Writing } from '../context.ts';
import { hashOf } from './hashes.ts';

/** What the product brings: three schemes that can be computed at once, and the draft of the whole one. */
const shipped: readonly { readonly scheme: Scheme; readonly effectiveFrom: string | null }[] = [
  { scheme: hazardTreatmentV1, effectiveFrom: '2024-01-01' },
  { scheme: dualPreventionV1, effectiveFrom: '2026-01-01' },
  { scheme: comprehensiveV1, effectiveFrom: '2026-07-01' },
  { scheme: garment35Draft, effectiveFrom: null },
];

/**
 * Puts the schemes that come with the product where they are not yet. A draft that nobody has edited follows the product; whatever a person
 * or a publication has touched stays as it is.
 */
export const installSchemes = command({
  permission: 'assessments.run',
  name: 'assessments.installSchemes',
  input: z.strictObject({}),
  async run({ tx, now, newId, trail }) {
    const there = await tx.selectFrom('assessment_schemes').select(['code', 'version']).execute();
    const missing = shipped.filter(({ scheme }) => !there.some(({ code, version }) => code === scheme.code && version === scheme.version));
    const rows = missing.map(({ scheme, effectiveFrom }) => ({
      id: newId(),
      code: scheme.code,
      version: scheme.version,
      name: scheme.name ?? scheme.code,
      stage: effectiveFrom === null ? ('draft' as const) : ('published' as const),
      body: JSON.stringify(scheme),
      hash: hashOf(scheme),
      effective_from: effectiveFrom,
      drafted_at: now,
      published_at: effectiveFrom === null ? null : now,
    }));
    if (rows.length > 0)
      await tx
        .insertInto('assessment_schemes')
        .values(rows)
        .onConflict((conflict) => conflict.columns(['code', 'version']).doNothing())
        .execute();
    await followDrafts({ tx, now });
    const changes = rows.map(({ id, code, version, hash }) => ({ subjectId: id, before: null, after: { code, version, hash } }));
    return trail(changes, { installed: rows.length });
  },
});

async function followDrafts({ tx, now }: Pick<Writing, 'tx' | 'now'>): Promise<void> {
  for (const { scheme } of shipped.filter(({ effectiveFrom }) => effectiveFrom === null)) {
    const hash = hashOf(scheme);
    await tx
      .updateTable('assessment_schemes')
      .set({ body: JSON.stringify(scheme), hash, drafted_at: now })
      .where('code', '=', scheme.code)
      .where('version', '=', scheme.version)
      .where('stage', '=', 'draft')
      .where('drafted_by_id', 'is', null)
      .where('hash', '<>', hash)
      .execute();
  }
}
