import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

import { missingPart } from './installed.ts';
import { sentences } from './sentences.ts';

const root = join(import.meta.dirname, '../../..');
/** Sources that did not change are not compiled again; where nothing can be written, they are. */
enableCompileCache(join(root, 'node_modules/.cache/changming-start'));
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);

const missing = missingPart(root);
if (missing === null) await run();
else fail(missing);

/** Loaded only now: without the installed packages the import itself would fail, and not in Chinese. */
async function run(): Promise<void> {
  const { start } = await import('./start.ts');
  await start(process.env, process.argv.slice(2), root).catch((error: unknown) => {
    fail(sentences.failed(error instanceof Error ? error.message : String(error)));
  });
  process.exit();
}

function fail(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
  process.exitCode = 1;
}
