import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

/** kB of script, gzip, that each page loads before it can show anything (entry and its static imports). */
const limits = { 'm.html': 150, 'index.html': 500 };
const dist = new URL('../dist/', import.meta.url);

function scriptsOf(page) {
  const html = readFileSync(new URL(page, dist), 'utf8');
  return [...html.matchAll(/(?:src|href)="\/([^"]+\.js)"/g)].map(([, path]) => path);
}

for (const [page, limit] of Object.entries(limits)) {
  const sizes = scriptsOf(page).map((path) => [path, gzipSync(readFileSync(new URL(path, dist)), { level: 9 }).length / 1000]);
  const total = sizes.reduce((sum, [, size]) => sum + size, 0);
  for (const [path, size] of sizes) console.log(`  ${size.toFixed(1).padStart(7)} kB  ${path}`);
  console.log(`${total.toFixed(1).padStart(9)} kB  ${page} (limit ${limit} kB)`);
  if (sizes.length === 0) throw new Error(`${page} loads no script: build first`);
  if (total > limit) process.exitCode = 1;
}
