import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the phone's page names besides its scripts. */
const standing = ['/m', '/m.webmanifest', '/lamp.svg'];

/**
 * Tells the service worker which files make up this version of the phone: everything that `m.html` loads, at once or later, and nothing
 * of the desk. The worker lies at `/m-sw.js`; its version is a hash of what it keeps, so that a build of the same sources is no update.
 */
export function phoneWorker() {
  let root = '';
  return {
    name: 'changming:phone-worker',
    apply: 'build',
    enforce: 'post',
    applyToEnvironment: ({ name }) => name === 'phone',
    configResolved(config) {
      root = config.root;
    },
    generateBundle(_, bundle) {
      const worker = Object.values(bundle).find((file) => file.type === 'chunk' && file.name === 'worker' && file.isEntry);
      const page = Object.values(bundle).find((file) => file.type === 'chunk' && file.name === 'phone' && file.isEntry);
      if (worker === undefined || page === undefined) throw new Error('the phone or its worker was not built');
      if (worker.imports.length > 0) throw new Error('the service worker must stand alone');
      const files = [...standing, ...iconsIn(root), ...assetsOf(page, bundle).map((name) => `/${name}`)];
      const version = createHash('sha256').update(files.join('\n')).update(contentsOf(root)).digest('hex').slice(0, 12);
      worker.code = worker.code.replaceAll(/["'`]__PRECACHE__["'`]/g, JSON.stringify(files)).replaceAll('__VERSION__', version);
    },
  };
}

/** The entry, what it imports and what it loads later, with their style sheets. */
function assetsOf(page, bundle) {
  const seen = new Set();
  const waiting = [page.fileName];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const file = bundle[name];
    if (seen.has(name) || file === undefined) continue;
    seen.add(name);
    if (file.type !== 'chunk') continue;
    waiting.push(...file.imports, ...file.dynamicImports, ...(file.viteMetadata?.importedCss ?? []));
  }
  return [...seen].filter((name) => !name.endsWith('.wasm')).toSorted((one, other) => (one < other ? -1 : 1));
}

function iconsIn(root) {
  return readdirSync(join(root, 'public', 'icons'))
    .toSorted()
    .map((name) => `/icons/${name}`);
}

/** What keeps its name when it changes. */
function contentsOf(root) {
  const named = ['m.html', 'public/m.webmanifest', 'public/lamp.svg'].map((name) => join(root, name));
  return named.map((file) => readFileSync(file, 'utf8')).join('\n');
}
