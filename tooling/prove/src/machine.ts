import { accessSync, constants } from 'node:fs';
import { mkdir, symlink } from 'node:fs/promises';
import { delimiter, join } from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

/** What a machine behind a proxy, a private registry or a private authority must be told; nothing else is handed on. */
const ofTheNetwork = /^((https?|no)_proxy|npm_config_registry|node_extra_ca_certs|ssl_cert_(file|dir))$/i;

/**
 * Lays a folder that holds nothing but the machine's own Node, npm and npx, and answers the environment of somebody who has only those:
 * the system's programs, an empty home, and therefore empty caches.
 */
export async function bareEnvironment(env: Environment, { bin, home }: { readonly bin: string; readonly home: string }) {
  for (const folder of [bin, home]) await mkdir(folder, { recursive: true });
  for (const name of ['node', 'npm', 'npx']) await symlink(ownProgram(env, name), join(bin, name));
  const network = Object.entries(env).filter(([name]) => ofTheNetwork.test(name));
  return { ...Object.fromEntries(network), PATH: [bin, '/usr/bin', '/bin'].join(delimiter), HOME: home, LANG: 'C.UTF-8' };
}

/** The first of that name on the path that no project has brought along. */
function ownProgram(env: Environment, name: string): string {
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '' && !folder.includes('node_modules'));
  const found = folders.map((folder) => join(folder, name)).find(isProgram);
  if (found === undefined) throw new Error(`there is no ${name} on PATH`);
  return found;
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
