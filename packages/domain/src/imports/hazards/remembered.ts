import type { Beside, Source, Verdict } from '../verdict.ts';
import type { HazardDraft, KnownHazard } from './hazard-draft.ts';
import type { Resemblance } from './resemblance.ts';

/** The hazard that is meant; one that comes in with this file only is told by its row, and by the unit and the day to look for it at. */
type Meant = { readonly id: string } | ({ readonly row: Source } & HazardPlace);
type HazardPlace = Pick<HazardDraft, 'unitId' | 'foundOn'>;

/** What a person said of a row and a hazard whose words are nearly the same: `same`, and then these are other words for it, or `apart`. */
type Called = {
  readonly kind: 'same' | 'apart';
  readonly hazard: Meant;
  readonly source: Source;
  readonly text: string;
  readonly textKey: string;
};

/** What a row tells of a hazard otherwise, and a person kept it against. */
type Kept = {
  readonly kind: 'kept';
  readonly hazard: { readonly id: string };
  readonly source: Source;
  readonly beside: readonly Beside[];
};

export type Remembered = Called | Kept;

/** Gathers what is to be remembered of the rows of a file, in their order. */
export type Memory = {
  readonly all: readonly Remembered[];
  /** Of a row that comes in or is left out for good; what is still asked may turn out otherwise. */
  readonly note: (draft: HazardDraft, resembled: Resemblance, verdict: Verdict<HazardDraft>) => void;
  readonly keep: (draft: HazardDraft, hazard: KnownHazard, beside: readonly Beside[]) => void;
};

export function memory(): Memory {
  const all: Remembered[] = [];
  const meant = new Map<HazardDraft, Meant>();
  const keep: Memory['keep'] = ({ source }, { id }, beside) => {
    if (beside.length > 0) all.push({ kind: 'kept', hazard: { id }, source, beside });
  };
  return {
    all,
    keep,
    note(draft, resembled, { kind }) {
      if (kind === 'ask' || kind === 'wrong') return;
      const { source, text, textKey } = draft;
      const same = sameAs(resembled, meant);
      if (same !== null) meant.set(draft, same);
      const told = (hazard: Meant, said: Called['kind']) => all.push({ kind: said, hazard, source, text, textKey });
      if (same !== null && !isInSameWords(resembled, textKey)) told(same, 'same');
      for (const { id } of apartFrom(resembled, textKey)) told({ id }, 'apart');
      const kept = keptIn(resembled);
      if (kept !== null) keep(draft, kept.hazard, kept.beside);
    },
  };
}

function apartFrom(resembled: Resemblance, textKey: string): readonly KnownHazard[] {
  return resembled.kind === 'own' ? resembled.apartFrom.filter((each) => each.textKey !== textKey) : [];
}

function keptIn(resembled: Resemblance): Extract<Resemblance, { kind: 'kept' }>['one'] {
  return resembled.kind === 'kept' ? resembled.one : null;
}

/** The very words of a hazard need not be remembered, and tell nobody apart from it. */
function isInSameWords(resembled: Resemblance, textKey: string): boolean {
  if (resembled.kind === 'hazard') return resembled.hazard.textKey === textKey;
  return resembled.kind === 'kept' && resembled.hazards.some((each) => each.textKey === textKey);
}

/** A row that was called the same as another row is the same as what that one is. Of several that are kept nobody said which one it is. */
function sameAs(resembled: Resemblance, meant: ReadonlyMap<HazardDraft, Meant>): Meant | null {
  if (resembled.kind === 'row') return meant.get(resembled.row) ?? byRow(resembled.row);
  if (resembled.kind === 'hazard') return { id: resembled.hazard.id };
  const [hazard, ...others] = resembled.kind === 'kept' ? resembled.hazards : [];
  return hazard === undefined || others.length > 0 ? null : { id: hazard.id };
}

function byRow({ source, unitId, foundOn }: HazardDraft): Meant {
  return { row: source, unitId, foundOn };
}
