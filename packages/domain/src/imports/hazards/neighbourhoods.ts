import { type AlikeIndex, alikeIndex } from './alike.ts';
import type { HazardDraft, KnownHazard } from './hazard-draft.ts';

/** What a row resembles: of the same unit and day, with nearly the same words. */
export type Alike = {
  /** The first row of the file before it. */
  readonly inFile: HazardDraft | null;
  /** Hazards that are there already and that no person told apart from it before, a few at the most. */
  readonly inHouse: () => readonly KnownHazard[];
};

/** As many hazards as a person is asked to choose from. */
const mostThere = 5;
const nothing: Alike = { inFile: null, inHouse: () => [] };

type Near = (draft: HazardDraft) => Alike;
type Place = { readonly rows: HazardDraft[]; near: Near | null };

/** Tells of each row what it resembles, among the rows that were asked about before it and what is there; rows come in their order. */
export function neighbourhoods(drafts: readonly HazardDraft[], existing: readonly KnownHazard[]): Near {
  const places = placesOf(drafts);
  const there = Map.groupBy(existing, dayAndUnit);
  return (draft) => {
    const at = dayAndUnit(draft);
    const place = places.get(at);
    const hazards = there.size === 0 ? undefined : there.get(at);
    // Most rows of a ledger are alone with their unit and day.
    if (place === undefined || (place.rows.length < 2 && hazards === undefined)) return nothing;
    place.near ??= neighbourhood(place.rows, hazards ?? []);
    return place.near(draft);
  };
}

function placesOf(drafts: readonly HazardDraft[]): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>();
  for (const draft of drafts) {
    const at = dayAndUnit(draft);
    const place = places.get(at);
    if (place === undefined) places.set(at, { rows: [draft], near: null });
    else place.rows.push(draft);
  }
  return places;
}

function neighbourhood(here: readonly HazardDraft[], there: readonly KnownHazard[]): Near {
  const keys = [...here, ...there].map(({ textKey }) => textKey);
  const rows = alikeIndex<HazardDraft>(keys);
  const hazards = there.length === 0 ? null : indexOf(there, keys);
  const apart = Map.groupBy(
    there.flatMap((hazard) => (hazard.apart ?? []).map((textKey) => ({ textKey, hazard }))),
    ({ textKey }) => textKey,
  );
  return (draft) => {
    const [inFile = null] = rows.firstAlike(draft.textKey, 1);
    rows.add(draft.textKey, draft);
    const toldApart = new Set(apart.get(draft.textKey)?.map(({ hazard }) => hazard));
    return { inFile, inHouse: () => (hazards === null ? [] : notApart(draft, hazards, toldApart)) };
  };
}

/** As many as may be asked about are left once those are gone that a person told apart before. */
function notApart({ textKey }: HazardDraft, hazards: AlikeIndex<KnownHazard>, toldApart: ReadonlySet<KnownHazard>): readonly KnownHazard[] {
  const alike = hazards.firstAlike(textKey, mostThere + toldApart.size);
  return alike.filter((each) => !toldApart.has(each)).slice(0, mostThere);
}

function indexOf(hazards: readonly KnownHazard[], keys: readonly string[]): AlikeIndex<KnownHazard> {
  const index = alikeIndex<KnownHazard>(keys);
  for (const hazard of hazards) index.add(hazard.textKey, hazard);
  return index;
}

function dayAndUnit({ unitId, foundOn }: Pick<HazardDraft, 'unitId' | 'foundOn'>): string {
  return `${unitId}|${foundOn}`;
}
