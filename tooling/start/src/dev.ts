import { join } from 'node:path';

import { missingPart } from './installed.ts';
import { sentences } from './sentences.ts';

/** `pnpm dev`. */
const root = join(import.meta.dirname, '../../..');
const missing = missingPart(root);
if (missing === null) await run();
else fail(missing);

/** Loaded only now: without the installed packages the import itself would fail, and not in Chinese. */
async function run(): Promise<void> {
  const { develop } = await import('./develop.ts');
  await develop(process.env, root).catch((error: unknown) =>
    fail(sentences.failed(error instanceof Error ? error.message : String(error))),
  );
  process.exit();
}

function fail(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
  process.exitCode = 1;
}
