import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** A built page and what it may load before it shows anything, in bytes of compressed script and style; `awaits`: the words of one language, apart. */
type Page = { readonly file: string; readonly limit: number; readonly awaits?: 'words' };

/** The phone, for a workshop's network, without antd; the desk with antd, without its charts. */
export const pages = {
  phone: { file: 'm.html', limit: 150_000 },
  desk: { file: 'index.html', limit: 500_000, awaits: 'words' },
} satisfies Record<string, Page>;

/** Faults of a built page in `dist`: missing, or too heavy. A page that awaits words is weighed with the heavier language. */
export function pageFaults(dist: string, { file, limit, awaits }: Page): string[] {
  const page = join(dist, file);
  if (!existsSync(page)) return [`${page} was not built`];
  const html = readFileSync(page, 'utf8');
  const linked = (ending: string) =>
    [...html.matchAll(new RegExp(`(?:src|href)="/?([^"]+\\.${ending})"`, 'g'))].map(([, path = '']) => join(dist, path));
  const [first, sheets] = [linked('js'), linked('css')];
  if (first.length === 0) return [`${page} loads no script`];
  const languages = awaits === 'words' ? wordsAwaitedBy(first) : [];
  if (awaits === 'words' && languages.length < 2) return [`${file} does not load the words of either language apart`];
  const scripts = Math.max(weightOf(reachable(first)), ...languages.map((words) => weightOf(reachable([...first, words]))));
  const total = scripts + weightOf(sheets);
  return total <= limit ? [] : [`${file} loads ${total} bytes of compressed script and style, more than ${limit}`];
}

function weightOf(files: Iterable<string>): number {
  const sizes = [...files].map((file) => gzipSync(readFileSync(file), { level: 9 }).length);
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** Nothing is shown before the words of the chosen language are there. */
function wordsAwaitedBy(first: readonly string[]): string[] {
  return [...reachable(first)].flatMap((file) => importsIn(file, /\bimport\(\s*["'`](\.\/(?:chinese|english)-[^"'`]+\.js)["'`]\s*\)/g));
}

/** The scripts and everything they import statically; what is imported on demand comes later and does not count. */
function reachable(first: readonly string[]): Set<string> {
  const seen = new Set<string>();
  const waiting = [...first];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (seen.has(file)) continue;
    seen.add(file);
    waiting.push(...importsIn(file, /(?:^|[;}\s])(?:import|export)(?:[^"'`();]*?\bfrom)?\s*["'](\.[^"']+\.js)["']/g));
  }
  return seen;
}

function importsIn(file: string, imports: RegExp): string[] {
  return [...readFileSync(file, 'utf8').matchAll(imports)].map(([, path = '']) => join(dirname(file), path));
}
