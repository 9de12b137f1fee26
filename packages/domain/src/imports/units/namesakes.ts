import { problemAt, verdictOf } from '../row-reader.ts';
import { matchKey } from '../text-keys.ts';
import type { Settled } from './settle-units.ts';
import type { UnitDraft } from './unit-draft.ts';
import type { UnitField } from './unit-fields.ts';

/** Two rows about one unit, on whatever sheets: neither goes in before a person has said which. One unit below one parent bears a name. */
export function withoutNamesakes(settled: readonly Settled[]): readonly Settled[] {
  const byUnit = Map.groupBy(settled, unitOf);
  return settled.map((each) => {
    const unit = unitOf(each);
    return unit === null || byUnit.get(unit)?.length === 1 ? each : asked(each);
  });
}

/** Which unit a row that is ready would make or change; rows that wait for something else are asked about once they are. */
function unitOf({ verdict }: Settled): string | null {
  if (verdict?.kind !== 'ready') return null;
  const { existingId, parentId, parentKey, name } = verdict.draft;
  return existingId ?? `${parentId ?? parentKey ?? ''}/${matchKey(name)}`;
}

function asked(settled: Settled): Settled {
  const { node, place } = settled;
  if (node.reader === null) return settled;
  node.reader.questions.push(problemAt(node.reader, node.nameField, 'unit_twice'));
  const verdict = verdictOf<UnitField, UnitDraft>(node.reader, null);
  return { node, draft: null, place: { ...place, settled: place.existing !== null }, verdict };
}
