import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Outcome } from './check.ts';
import { runProgram } from './program.ts';

/** `performance.md` 10, the goals of the loop, in their small form: the figures of the full form are made by command (`docs/performance.md`). */
const benches = ['bench-hazards.ts', 'bench-writes.ts --rounds 1'];
const size = '--small --units 300 --hazards 10000';

/** One small house for all benches. A bench fails when it cannot run, when the compared answers differ, or when a ratio of CPU is far off. */
export async function benchSmall(root: string): Promise<Outcome> {
  const env = { CM_BENCH_HOUSE: join(tmpdir(), 'bench-house') };
  const outcomes: Outcome[] = [];
  for (const bench of benches) {
    const args = `tooling/bench/src/${bench} ${size}`.split(' ');
    const { ok, output } = await runProgram({ root, command: 'node', args, env });
    const told = output.split('\n').filter((line) => line.startsWith('≈'));
    const missed = told.filter((line) => line.includes('MISSED')).length;
    const failed = ok && told.length > 0 ? 0 : Math.max(missed, 1);
    outcomes.push({ passed: told.length - missed, failed, report: failed > 0 ? output.slice(-8000) : '', told });
  }
  const sum = (of: (outcome: Outcome) => number) => outcomes.reduce((total, each) => total + of(each), 0);
  return {
    passed: sum(({ passed }) => passed),
    failed: sum(({ failed }) => failed),
    report: outcomes.map(({ report }) => report).join(''),
    told: outcomes.flatMap(({ told = [] }) => told),
  };
}
