import { seenAt, toleratedSkew } from '../kernel/index.ts';

/** Days after a check was recorded within which its maker may put it right, where no rule says otherwise. */
export const defaultCorrectionDays = 7;

const day = 86_400_000;

/** Until when a check may be put right; `recordedAt` is when the first of its results arrived. Later a new check is the honest way. */
export function correctableUntil(recordedAt: Date, days: number): Date {
  return new Date(recordedAt.getTime() + days * day);
}

/** The last instant still counts. */
export function mayStillCorrect(recordedAt: Date, now: Date, days: number): boolean {
  return now <= correctableUntil(recordedAt, days);
}

type Corrected = {
  /** When the server learnt of what is put right. */
  readonly recordedAt: Date;
  readonly receivedAt: Date;
};

export type CorrectionMade = { readonly at: Date; readonly suspect: boolean };

/**
 * When a correction was made: by the clock of the phone that held it without a network, unless that says something that cannot be; then by
 * its arrival. Nobody puts right what the server has not got yet.
 */
export function correctionMade(claimed: Date | undefined, { recordedAt, receivedAt }: Corrected): CorrectionMade {
  if (claimed === undefined) return { at: receivedAt, suspect: false };
  if (claimed.getTime() < recordedAt.getTime() - toleratedSkew) return { at: receivedAt, suspect: true };
  const { foundAt, clockSuspect } = seenAt(claimed, receivedAt);
  return { at: foundAt, suspect: clockSuspect };
}
