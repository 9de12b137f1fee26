import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

/** kB of script and style, gzip, that each page loads before it can show anything (entry, its static imports and the words of one language). */
const limits = { 'm.html': 150, 'index.html': 500 };
const dist = new URL('../dist/', import.meta.url);
const read = (path) => readFileSync(new URL(path, dist), 'utf8');

function filesOf(page) {
  const first = [...read(page).matchAll(/(?:src|href)="\/([^"]+\.(?:js|css))"/g)].map(([, path]) => path);
  return [...new Set([...first, ...first.flatMap(chineseIn)])];
}

/** The desk waits for its words; the Chinese ones stand for both languages. */
function chineseIn(path) {
  const words = [...read(path).matchAll(/import\(\s*["'`]\.\/(chinese-[^"'`]+\.js)["'`]/g)].map(([, name]) => `assets/${name}`);
  return words.flatMap((each) => [each, ...[...read(each).matchAll(/["']\.\/([^"']+\.js)["']/g)].map(([, name]) => `assets/${name}`)]);
}

for (const [page, limit] of Object.entries(limits)) {
  const sizes = filesOf(page).map((path) => [path, gzipSync(read(path), { level: 9 }).length / 1000]);
  const total = sizes.reduce((sum, [, size]) => sum + size, 0);
  for (const [path, size] of sizes) console.log(`  ${size.toFixed(1).padStart(7)} kB  ${path}`);
  console.log(`${total.toFixed(1).padStart(9)} kB  ${page} (limit ${limit} kB)`);
  if (sizes.length === 0) throw new Error(`${page} loads no script: build first`);
  if (total > limit) process.exitCode = 1;
}
