/**
 * `--small`: the same comparison with few rows and few repetitions, as every check runs it. It says that a bench runs, that the compared
 * answers are the same, and that no ratio of CPU is off by a wide margin; the figures themselves are for the full form.
 */
export const small = { small: { type: 'boolean', default: false } } as const;

type Bound = { readonly atMost: number } | { readonly atLeast: number };

/** One line for a ratio, which the check knows by its ≈, and a failed run where it misses its wide bound; the full form judges nothing. */
export function judged(isSmall: boolean, name: string, ratio: number, bound: Bound): void {
  if (!isSmall) return;
  const [holds, said] =
    'atMost' in bound ? [ratio <= bound.atMost, `at most ${bound.atMost}`] : [ratio >= bound.atLeast, `at least ${bound.atLeast}`];
  process.stdout.write(`≈ ${name}: ${ratio.toFixed(2)} (${said}${holds ? '' : ', MISSED'})\n`);
  if (!holds) process.exitCode = 1;
}
