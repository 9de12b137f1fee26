import { join } from 'node:path';
import { parseArgs } from 'node:util';

import type { Check, Outcome } from './check.ts';
import { checks } from './checks.ts';
import { lanes } from './lanes.ts';
import { scratchFolder } from './scratch.ts';

type Finished = { readonly check: Check; readonly outcome: Outcome; readonly seconds: number };

const root = join(import.meta.dirname, '..', '..');
const print = (line: string) => process.stdout.write(`${line}\n`);

const { values } = parseArgs({ options: { only: { type: 'string' } } });
process.env['TMPDIR'] = scratchFolder();
const chosen = choose(values.only?.split(','));
const enter = lanes(2);
const running = chosen.map((check) => enter(check.lanes, () => carryOut(check)));
const finished: Finished[] = [];
for (const each of running) {
  const done = await each;
  finished.push(done);
  show(done);
}
conclude(finished);

function choose(names: readonly string[] | undefined): readonly Check[] {
  const unknown = (names ?? []).filter((name) => !checks.some((check) => check.name === name));
  if (unknown.length > 0) throw new Error(`no such check: ${unknown.join(', ')}; there are ${checks.map(({ name }) => name).join(', ')}`);
  return names === undefined ? checks : checks.filter(({ name }) => names.includes(name));
}

async function carryOut(check: Check): Promise<Finished> {
  const began = performance.now();
  const outcome = await check.run(root).catch((error: Error): Outcome => ({ passed: 0, failed: 1, report: error.stack ?? String(error) }));
  return { check, outcome, seconds: (performance.now() - began) / 1000 };
}

function show({ check, outcome, seconds }: Finished): void {
  const verdict = outcome.failed === 0 ? 'ok' : `${outcome.failed} FAILED`;
  print(`── ${check.heading} [${check.name}]: ${verdict}, ${outcome.passed} passed, ${seconds.toFixed(1)} s`);
  for (const line of outcome.told ?? []) print(`   ${line}`);
  if (outcome.failed > 0) print(`${outcome.report}\n`);
}

function conclude(all: readonly Finished[]): void {
  const failed = all.filter(({ outcome }) => outcome.failed > 0);
  if (failed.length > 0) print('\nFailed:');
  for (const { check, outcome } of failed) print(`  ${check.name}: ${outcome.failed} — ${check.heading} (pnpm test --only ${check.name})`);
  const sum = (of: (outcome: Outcome) => number) => all.reduce((total, { outcome }) => total + of(outcome), 0);
  print(`${sum(({ passed }) => passed)} passed, ${sum((outcome) => outcome.failed)} failed`);
  process.exitCode = failed.length > 0 ? 1 : 0;
}
