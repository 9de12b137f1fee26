import { isOpen } from '../../hazards/index.ts';
import type { Day } from '../../kernel/index.ts';
import { matchKey } from '../text-keys.ts';
import type { Beside } from '../verdict.ts';
import type { HazardDraft, KnownHazard, NamedPerson, Progress } from './hazard-draft.ts';
import { type StageStep, stageStep } from './moved-on.ts';
import { laterOf } from './progress.ts';
import { levelFrom } from './words-of-trade.ts';

/** How a row stands to another telling of the same hazard. */
export type Comparison = {
  /** Whatever both do not say alike. What the row is silent about is no difference. */
  readonly beside: readonly Beside[];
  readonly stage: StageStep;
  /** Both say something, and not the same. */
  readonly contradicts: boolean;
};

/** A row beside a hazard that is there. */
export function comparedWith(known: KnownHazard, told: HazardDraft): Comparison {
  const stage = stageStep(known, told);
  const responsible = isSaidAgain(known, told) ? null : otherPerson(known.responsible, told.responsible);
  const others = [...inDays(known, told), responsible, otherAmount(known, told)].filter((each) => each !== null);
  const contradicts = stage === 'back' || others.some(({ ours }) => ours !== null);
  return { beside: [...otherStage(known, told), ...others], stage, contradicts };
}

/** A row beside an earlier one of its file, which goes in instead of it. */
export function rowsCompared(earlier: HazardDraft, told: HazardDraft): readonly Beside[] {
  const others = [otherPerson(earlier.responsible, told.responsible), otherAmount(earlier, told), otherPlace(earlier, told)];
  return [...otherStage(earlier, told), otherLevel(earlier, told), ...inDays(earlier, told), ...others].filter((each) => each !== null);
}

/** What is known, with all that a row says of it in its place: where the row is silent, what is known stays. */
export function overlaid(known: Omit<Progress, 'voidKind'>, told: Progress): Progress {
  const { stage, voidKind } = told;
  const dueOn = told.dueOn ?? known.dueOn;
  if (isOpen(told) && stage !== 'submitted') return { ...undone, stage, voidKind, dueOn };
  const doneOn = told.doneOn ?? known.doneOn;
  const acceptedOn = told.acceptedOn ?? acceptedBefore(known);
  const closedOn = stage === 'closed' ? laterOf(doneOn, acceptedOn) : null;
  return { stage, voidKind, dueOn, doneOn, acceptedOn: stage === 'closed' ? acceptedOn : told.acceptedOn, closedOn };
}

const undone = { doneOn: null, acceptedOn: null, closedOn: null } as const;

function otherStage({ stage }: Pick<Progress, 'stage'>, told: Progress): readonly Beside[] {
  return stage === told.stage ? [] : [{ field: 'stage', ours: stage, theirs: told.stage }];
}

/** 一般 and an empty cell name no level: the row has that of its category. */
export function otherLevel({ level: ours }: Pick<HazardDraft, 'level'>, { level: theirs, words }: HazardDraft): Beside | null {
  const isNamed = words.level !== undefined && levelFrom(words.level) !== 'general';
  return isNamed ? other('level', ours, theirs) : null;
}

type Days = Pick<Progress, 'stage' | 'dueOn' | 'doneOn' | 'acceptedOn' | 'closedOn'>;

function inDays(known: Days, told: Days): readonly (Beside | null)[] {
  return [
    other('dueOn', known.dueOn, told.dueOn),
    other('doneOn', known.doneOn, told.doneOn),
    other('acceptedOn', acceptedBefore(known), told.acceptedOn),
  ];
}

/** What is closed was accepted on the day of its closing, where nothing else is known of it. */
function acceptedBefore({ stage, acceptedOn, closedOn }: Omit<Days, 'dueOn' | 'doneOn'>): Day | null {
  return acceptedOn ?? (stage === 'closed' ? closedOn : null);
}

function other(field: Beside['field'], ours: string | null, theirs: string | null): Beside | null {
  return theirs === null || ours === theirs ? null : { field, ours, theirs };
}

/** The first who is named answers for the work. */
function otherPerson([ours]: readonly NamedPerson[], [theirs]: readonly NamedPerson[]): Beside | null {
  if (theirs === undefined || (ours !== undefined && isSamePerson(ours, theirs))) return null;
  return { field: 'responsible', ours: ours?.name ?? null, theirs: theirs.name };
}

function isSamePerson(one: NamedPerson, two: NamedPerson): boolean {
  return one.id !== null && two.id !== null ? one.id === two.id : matchKey(one.name) === matchKey(two.name);
}

/** In the very words of the ledger before, whoever was made responsible by them then. */
function isSaidAgain({ livesOn, responsibleSaid = null }: KnownHazard, { words: { responsible = '' } }: HazardDraft): boolean {
  return !livesOn && responsibleSaid !== null && matchKey(responsibleSaid) === matchKey(responsible);
}

type Funds = Pick<HazardDraft, 'funds'>;

function otherAmount(known: Funds, told: Funds): Beside | null {
  return other('funds', inYuan(known.funds), inYuan(told.funds));
}

function inYuan(fen: number | null): string | null {
  return fen === null ? null : String(fen / 100);
}

/** 灭火器压力不足 may be said of two places on one day; a row that names none may mean either. */
function otherPlace({ place: ours }: HazardDraft, { place: theirs }: HazardDraft): Beside | null {
  return ours === null || theirs === null || matchKey(ours) === matchKey(theirs) ? null : { field: 'place', ours, theirs };
}
