import { alikeIndex } from './alike.ts';
import type { HazardDraft, KnownHazard } from './hazard-draft.ts';

/** What a row resembles: of the same unit and day, with nearly the same words. */
export type Alike = {
  /** The first row of the file before it. */
  readonly inFile: HazardDraft | null;
  /** Hazards that are there already, a few at the most. */
  readonly inHouse: () => readonly KnownHazard[];
};

/** As many hazards as a person is asked to choose from. */
const mostThere = 5;
const nothing: Alike = { inFile: null, inHouse: () => [] };

/** Tells of each row what it resembles, among the rows that were asked about before it and what is there; rows come in their order. */
export function neighbourhoods(drafts: readonly HazardDraft[], existing: readonly KnownHazard[]): (draft: HazardDraft) => Alike {
  const rows = Map.groupBy(drafts, dayAndUnit);
  const there = Map.groupBy(existing, dayAndUnit);
  const made = new Map<string, (draft: HazardDraft) => Alike>();
  return (draft) => {
    const place = dayAndUnit(draft);
    const [here, hazards] = [rows.get(place) ?? [], there.get(place) ?? []];
    if (here.length + hazards.length < 2) return nothing;
    const near = made.get(place) ?? neighbourhood(here, hazards);
    made.set(place, near);
    return near(draft);
  };
}

function neighbourhood(here: readonly HazardDraft[], there: readonly KnownHazard[]): (draft: HazardDraft) => Alike {
  const keys = [...here, ...there].map(({ textKey }) => textKey);
  const [rows, hazards] = [alikeIndex<HazardDraft>(keys), alikeIndex<KnownHazard>(keys)];
  for (const hazard of there) hazards.add(hazard.textKey, hazard);
  return (draft) => {
    const [inFile = null] = rows.firstAlike(draft.textKey, 1);
    rows.add(draft.textKey, draft);
    return { inFile, inHouse: () => hazards.firstAlike(draft.textKey, mostThere) };
  };
}

function dayAndUnit({ unitId, foundOn }: Pick<HazardDraft, 'unitId' | 'foundOn'>): string {
  return `${unitId}|${foundOn}`;
}
