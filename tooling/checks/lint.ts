import { type Outcome, verdictOn } from './check.ts';
import { runProgram } from './program.ts';

const oxlint = ['--type-aware', '--deny-warnings', '--format=unix'];
const part = 'packages';
/** The one is the packages, the other all that is not: whatever lies at a new place is in one of them. */
const halves = [[part], ['.', '--ignore-pattern', `${part}/**`]];
/**
 * With two threads the type checker keeps two books and works out most types for each: two halves with a thread each take two thirds of the
 * processor time. Each collects its memory only at the bound.
 */
const env = { GOMAXPROCS: '1', GOMEMLIMIT: '3GiB' };

/** Lints everything, in two halves beside each other. */
export async function lint(root: string): Promise<Outcome> {
  const ended = await Promise.all(
    halves.map((half) => runProgram({ root, command: 'oxlint', args: [...oxlint, ...half], minutes: 10, env })),
  );
  return verdictOn(ended.filter(({ ok }) => !ok).map(({ output }) => output.slice(-8000)));
}
