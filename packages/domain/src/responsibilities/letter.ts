import { addDays, type Day, refuse } from '../kernel/index.ts';
import type { ResponsibilityRefusal } from './refusals.ts';

/** 拟稿、已下达、已签订、已考核、已被替换、已失效. */
export const letterStates = ['draft', 'issued', 'signed', 'assessed', 'superseded', 'expired'] as const;
export type LetterState = (typeof letterStates)[number];

/** Those that still bind somebody; each person has at most one of a year. */
export const liveStates = ['draft', 'issued', 'signed', 'assessed'] as const satisfies readonly LetterState[];
export const signedStates = ['signed', 'assessed'] as const satisfies readonly LetterState[];

/** Superseded by a move, expired by leaving or by the end of the year: what was assessed stays assessed when its year is over. */
const steps = {
  issue: { from: ['draft'], to: 'issued' },
  sign: { from: ['issued'], to: 'signed' },
  assess: { from: ['signed'], to: 'assessed' },
  supersede: { from: ['draft', 'issued', 'signed', 'assessed'], to: 'superseded' },
  expire: { from: ['draft', 'issued', 'signed'], to: 'expired' },
} as const satisfies Record<string, { from: readonly LetterState[]; to: LetterState }>;

export type LetterStep = keyof typeof steps;
export const letterSteps = Object.keys(steps) as readonly LetterStep[];

export type Letter = {
  readonly state: LetterState;
  readonly personId: string;
  /** Null: the head of the whole group, who has nobody above and declares. */
  readonly issuerId: string | null;
  readonly textSha256: string | null;
};

export type LetterAct = {
  readonly by: string | null;
  /** The text that was read: it is signed as it was read or not at all. */
  readonly sha256?: string;
  /** Whether the letter of whoever issues is signed; asked for `issue` alone. */
  readonly issuerSigned?: boolean;
};

/** Why `step` cannot be taken now, or null when it can. The desk greys the button with the very reason that the API would give. */
export function letterObjection(letter: Letter, step: LetterStep, act: LetterAct): ResponsibilityRefusal | null {
  const from: readonly LetterState[] = steps[step].from;
  if (!from.includes(letter.state)) return 'responsibilities.wrong_state';
  return objections[step]?.(letter, act) ?? null;
}

type Objects = (letter: Letter, act: LetterAct) => ResponsibilityRefusal | null;

const objections: Partial<Record<LetterStep, Objects>> = {
  issue: ({ issuerId }, { issuerSigned }) => (issuerId === null || issuerSigned === true ? null : 'responsibilities.issuer_unsigned'),
  sign: ({ personId, textSha256 }, { by, sha256 }) => {
    if (by !== personId) return 'responsibilities.not_own_letter';
    return sha256 === textSha256 ? null : 'responsibilities.text_changed';
  },
  assess: ({ personId }, { by }) => (by === personId ? 'responsibilities.own_assessment' : null),
};

/** The state after `step`. Refuses by `conflict`. */
export function advanceLetter(letter: Letter, step: LetterStep, act: LetterAct): LetterState {
  const reason = letterObjection(letter, step, act);
  if (reason !== null) refuse('conflict', reason, { state: letter.state, step });
  return steps[step].to;
}

export const letterCauses = ['campaign', 'joined', 'moved'] as const;
export type LetterCause = (typeof letterCauses)[number];

export const letterVerdicts = ['met', 'partly', 'unmet'] as const;
export type LetterVerdict = (typeof letterVerdicts)[number];

type Owing = { readonly cause: LetterCause; readonly owedFrom: Day; readonly signByOn: Day; readonly letterDays: number };

/** The last day to sign on time: the campaign's, or so many natural days after joining or moving, the first day not counted. */
export function letterDueOn({ cause, owedFrom, signByOn, letterDays }: Owing): Day {
  return cause === 'campaign' ? signByOn : addDays(owedFrom, letterDays);
}

/** Whether it is signed when it had to be: a letter signed on its last day is. */
export function isOverdue({ state, dueOn }: { readonly state: LetterState; readonly dueOn: Day }, today: Day): boolean {
  return (state === 'draft' || state === 'issued') && dueOn < today;
}
