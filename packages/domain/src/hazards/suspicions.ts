/** Signs of 纸面整改. Each asks a person to look; none punishes, deducts or refuses by itself. */
export const suspicions = ['sameBeforeAndAfter', 'reusedPhoto', 'tooQuick', 'farAway', 'takenBefore'] as const;
export type Suspicion = (typeof suspicions)[number];

/** Limits of what looks ordinary. Configurable. */
export const suspicionDefaults = { quickMinutes: 5, farMetres: 500 } as const;
export type SuspicionRules = { readonly quickMinutes: number; readonly farMetres: number };

export type HandedIn = {
  readonly beforeHashes: readonly string[];
  readonly afterHashes: readonly string[];
  /** After-photos that the group lookup has seen with another record. */
  readonly reusedHashes: readonly string[];
  readonly assignedAt: Date;
  readonly submittedAt: Date;
  /** When the earliest after-photo says it was taken, if it says. */
  readonly takenAt: Date | null;
  /** From the point to where the photo says it was taken, if both are known. */
  readonly metresAway: number | null;
  readonly onTheSpot: boolean;
};

/** What a reviewer should look at in a submission; work done on the spot is quick by its nature. */
export function suspicionsOf(handedIn: HandedIn, rules: SuspicionRules = suspicionDefaults): Suspicion[] {
  const { beforeHashes, afterHashes, reusedHashes, takenAt, metresAway, onTheSpot } = handedIn;
  const minutes = (handedIn.submittedAt.getTime() - handedIn.assignedAt.getTime()) / 60_000;
  const holds = {
    sameBeforeAndAfter: afterHashes.some((hash) => beforeHashes.includes(hash)),
    reusedPhoto: reusedHashes.length > 0,
    tooQuick: !onTheSpot && minutes < rules.quickMinutes,
    farAway: metresAway !== null && metresAway > rules.farMetres,
    takenBefore: !onTheSpot && takenAt !== null && takenAt < handedIn.assignedAt,
  } satisfies Record<Suspicion, boolean>;
  return suspicions.filter((suspicion) => holds[suspicion]);
}
