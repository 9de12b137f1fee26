/** What the clients were promised: written down only after the whole answer has been read. */
export type Journal = {
  /** The number on the receipt, by the id that the phone made. */
  readonly reported: Map<string, string>;
  readonly assigned: Set<string>;
  readonly submitted: Set<string>;
  /** Ids that were sent again and got another receipt. */
  readonly doubled: string[];
  readonly repeats: { count: number };
  /** Answers that were no promise, by status; `0` where no answer came. */
  readonly unanswered: Map<number, number>;
  /** When each acknowledged request was sent: a recovery is measured by the first that was sent after a kill. */
  readonly lastSent: { at: number };
};

export function newJournal(): Journal {
  return {
    reported: new Map(),
    assigned: new Set(),
    submitted: new Set(),
    doubled: [],
    repeats: { count: 0 },
    unanswered: new Map(),
    lastSent: { at: 0 },
  };
}
