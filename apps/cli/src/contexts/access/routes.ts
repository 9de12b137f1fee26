import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs, promisify } from 'node:util';

import type { Run } from '../../verb.ts';

type Route = { readonly method: string; readonly path: string; readonly permission: string };

/** `cm routes [--json]`: method, path and permission of every route. The API itself says which it serves, in a process of its own. */
export const routes: Run = async ({ print }, args) => {
  const { values } = parseArgs({ args: [...args], options: { json: { type: 'boolean' } } });
  const script = join(import.meta.dirname, '../../../../api/src/print-routes.ts');
  const { stdout } = await promisify(execFile)(process.execPath, [script], { maxBuffer: 16 * 1024 * 1024 });
  if (values.json === true) return print(stdout.trim());
  for (const { method, path, permission } of JSON.parse(stdout) as Route[]) print(`${method.padEnd(7)} ${permission.padEnd(24)} ${path}`);
};
