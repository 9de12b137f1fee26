/** What one check found: how many things held, how many did not, and what to show of it. */
export type Outcome = {
  readonly passed: number;
  readonly failed: number;
  readonly report: string;
  /** What is told although it holds, each in one line. */
  readonly told?: readonly string[];
};

export type Check = {
  /** For `--only`. */
  readonly name: string;
  readonly heading: string;
  /** How many of the two lanes it fills; what counts on its own time, or uses both cores, fills both, and what mostly waits fills none. */
  readonly lanes: 0 | 1 | 2;
  readonly run: (root: string) => Promise<Outcome>;
};

/** A check that holds when nothing was found: it counts as one. */
export function verdictOn(faults: readonly string[]): Outcome {
  return faults.length === 0 ? { passed: 1, failed: 0, report: '' } : { passed: 0, failed: 1, report: faults.join('\n') };
}
