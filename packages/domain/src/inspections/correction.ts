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
