import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** What a phone loads before it can report, in bytes of compressed script (`m.html` and all that it imports at once). */
export const phoneLimit = 150_000;

/** Faults of the built phone entry in `dist`: missing, or too heavy for a workshop's network. */
export function phoneFaults(dist: string, limit = phoneLimit): string[] {
  const page = join(dist, 'm.html');
  if (!existsSync(page)) return [`${page} was not built`];
  const html = readFileSync(page, 'utf8');
  const first = [...html.matchAll(/(?:src|href)="\/?([^"]+\.js)"/g)].map(([, path = '']) => join(dist, path));
  if (first.length === 0) return [`${page} loads no script`];
  const sizes = [...reachable(first)].map((file) => gzipSync(readFileSync(file), { level: 9 }).length);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  return total <= limit ? [] : [`the phone entry weighs ${total} bytes of compressed script, more than ${limit}`];
}

/** The scripts and everything they import statically; what is imported on demand comes later and does not count. */
function reachable(first: readonly string[]): Set<string> {
  const seen = new Set<string>();
  const waiting = [...first];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (seen.has(file)) continue;
    seen.add(file);
    const folder = dirname(file);
    const imports = readFileSync(file, 'utf8').matchAll(/(?:^|[;}\s])(?:import|export)(?:[^"'`();]*?\bfrom)?\s*["'](\.[^"']+\.js)["']/g);
    waiting.push(...[...imports].map(([, path = '']) => join(folder, path)));
  }
  return seen;
}
