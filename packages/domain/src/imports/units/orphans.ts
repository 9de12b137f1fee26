import { problemAt, verdictOf } from '../row-reader.ts';
import type { Settled } from './settle-units.ts';
import type { UnitDraft } from './unit-draft.ts';
import type { UnitField } from './unit-fields.ts';

/** A new unit waits for the one above it when that does not go in after all. They come parents first. */
export function withoutOrphans(settled: readonly Settled[]): readonly Settled[] {
  const goingIn = new Set<string | null>();
  return settled.map((each) => {
    const waits = each.draft !== null && each.draft.parentKey !== null && !goingIn.has(each.draft.parentKey);
    const now = waits ? waiting(each) : each;
    if (now.draft !== null) goingIn.add(now.draft.key);
    return now;
  });
}

function waiting({ node, place }: Settled): Settled {
  const { reader, nameField } = node;
  const left = { node, draft: null, place: { ...place, settled: false } };
  if (reader === null) return { ...left, verdict: null };
  reader.questions.push(problemAt(reader, nameField, 'unit_parent_pending'));
  return { ...left, verdict: verdictOf<UnitField, UnitDraft>(reader, null) };
}
