import { matchKey } from '../text-keys.ts';
import type { Beside } from '../verdict.ts';
import { type Comparison, comparedWith } from './compared.ts';
import type { HazardDraft, KnownHazard } from './hazard-draft.ts';

export type Heard = {
  /** What the row tells, whole. */
  readonly whole: Comparison;
  /** The row, silent about what was kept. */
  readonly draft: HazardDraft;
  readonly compared: Comparison;
  /** Of what it still tells otherwise a person has kept a part before: the rest goes in for nobody unasked. */
  readonly isPartlyKept: boolean;
};

/**
 * 保留系统里的: what a person kept against a ledger before is not asked again when another tells the very same, and the row is heard as if it
 * were silent about it. How far the work has come is told by several columns, and is one telling: where one of them is new, all of it stands.
 */
export function heardBy(known: KnownHazard, told: HazardDraft): Heard {
  const whole = comparedWith(known, told);
  const kept = keptIn(known, whole.beside);
  if (kept.length === 0) return { whole, draft: told, compared: whole, isPartlyKept: false };
  const draft = silentAbout(known, told, settledBy(whole, kept));
  const compared = comparedWith(known, draft);
  return { whole, draft, compared, isPartlyKept: keptIn(known, compared.beside).length > 0 };
}

function keptIn({ kept = [] }: KnownHazard, beside: readonly Beside[]): readonly Beside[] {
  return kept.length === 0 ? [] : beside.filter((each) => kept.some((one) => isSameTelling(one, each)));
}

type Kept = NonNullable<KnownHazard['kept']>[number];

function isSameTelling({ field, value }: Kept, { field: told, theirs }: Beside): boolean {
  if (field !== told || theirs === null) return false;
  return field === 'responsible' ? matchKey(value) === matchKey(theirs) : value === theirs;
}

const ofProgress: ReadonlySet<Beside['field']> = new Set(['stage', 'doneOn', 'acceptedOn'] as const);
/** A deadline after the closing is what opens a hazard again. */
const ofReopening: ReadonlySet<Beside['field']> = new Set([...ofProgress, 'dueOn'] as const);

/** Whatever was kept, without a part of the progress of which another part was not. */
function settledBy({ beside, stage }: Comparison, kept: readonly Beside[]): ReadonlySet<Beside['field']> {
  const together = stage === 'forward' || stage === 'same' ? ofProgress : ofReopening;
  const isWhole = beside.every((each) => !together.has(each.field) || kept.includes(each));
  return new Set(kept.filter(({ field }) => isWhole || !together.has(field)).map(({ field }) => field));
}

function silentAbout(known: KnownHazard, told: HazardDraft, settled: ReadonlySet<Beside['field']>): HazardDraft {
  const { stage, doneOn, acceptedOn, closedOn } = known;
  return {
    ...told,
    ...([...ofProgress].some((field) => settled.has(field)) && { stage, doneOn, acceptedOn, closedOn }),
    ...(settled.has('dueOn') && { dueOn: null }),
    ...(settled.has('responsible') && { responsible: [] }),
    ...(settled.has('funds') && { funds: null }),
  };
}
