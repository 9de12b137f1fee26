import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { sentences } from './sentences.ts';

/** pnpm runs the script even when its install failed halfway: what must be there before anything is imported. */
const needed = [
  'tooling/start/node_modules/zod/package.json',
  'tooling/start/node_modules/@changming/database/package.json',
  'packages/database/node_modules/pg/package.json',
  'apps/api/node_modules',
  'apps/worker/node_modules',
  'apps/web/node_modules/.bin/vite',
];

/** The sentence to say when the product cannot start from what is installed, or null. */
export function missingPart(root: string): string | null {
  if (Number(process.versions.node.split('.')[0]) < 24) return sentences.nodeTooOld(process.versions.node);
  const missing = needed.find((path) => !existsSync(join(root, path)));
  return missing === undefined ? null : sentences.installIncomplete(missing);
}
