import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Outcome } from './check.ts';
import { runProgram } from './program.ts';
import { tallyOf, type VitestReport } from './vitest-tally.ts';

type Chosen = { readonly projects: readonly string[]; readonly parts?: readonly string[]; readonly env?: NodeJS.ProcessEnv };

/** Runs vitest projects, or the part of them whose paths contain one of `parts`. */
export async function runVitest(root: string, { projects, parts = [], env = {} }: Chosen): Promise<Outcome> {
  const folder = await mkdtemp(join(tmpdir(), 'cm-checks-'));
  const outputFile = join(folder, 'report.json');
  try {
    const args = [
      'run',
      ...projects.flatMap((project) => ['--project', project]),
      '--reporter=json',
      `--outputFile=${outputFile}`,
      ...parts,
    ];
    const ended = await runProgram({ root, command: 'vitest', args, minutes: 10, env });
    return tallyOf(await reportIn(outputFile), ended);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function reportIn(file: string): Promise<VitestReport | null> {
  const text = await readFile(file, 'utf8').catch(() => null);
  return text === null ? null : (JSON.parse(text) as VitestReport);
}
