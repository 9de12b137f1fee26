/** How long a report may have waited on a phone without network. */
export const longestOffline = 30 * 24 * 3_600_000;
/** Clocks differ by minutes without anybody's fault. */
export const toleratedSkew = 5 * 60_000;

export type SeenAt = {
  /** The instant the record counts from. */
  readonly foundAt: Date;
  /** The phone's clock said something that cannot be; both instants are kept. */
  readonly clockSuspect: boolean;
};

/** When it was found, given what the phone's clock said and when the server learnt of it. Never in the future. */
export function seenAt(claimed: Date, receivedAt: Date): SeenAt {
  const ahead = claimed.getTime() - receivedAt.getTime();
  if (ahead > toleratedSkew || ahead < -longestOffline) return { foundAt: receivedAt, clockSuspect: true };
  return { foundAt: ahead > 0 ? receivedAt : claimed, clockSuspect: false };
}
