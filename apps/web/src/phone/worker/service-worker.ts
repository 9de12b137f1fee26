/**
 * Keeps the phone's pages on the phone, so that `/m` opens without a network. One cache a version, filled whole before the version
 * counts; the one before stays for pages that are still open. It never touches the API, and never what people have made: that lies in
 * IndexedDB, which no version of this file knows.
 *
 * It stands alone: no imports, so that it is one file at a fixed address.
 */
export type Lasting = Event & { waitUntil: (done: Promise<unknown>) => void };
type Asked = Lasting & { readonly request: Request; respondWith: (answer: Promise<Response>) => void };
type Place = {
  addEventListener: ((on: 'install' | 'activate', act: (event: Lasting) => void) => void) &
    ((on: 'fetch', act: (event: Asked) => void) => void) &
    ((on: 'message', act: (event: Lasting & { readonly data: unknown }) => void) => void);
  skipWaiting: () => Promise<void>;
  readonly clients: { readonly claim: () => Promise<void> };
};

/** Both are put in by the build. */
const version = '__VERSION__';
const files = '__PRECACHE__' as unknown as readonly string[];

const family = 'cm-m-';
const own = `${family}${version}`;
const worker = globalThis as unknown as Place;

worker.addEventListener('install', (event) => event.waitUntil(fill()));
worker.addEventListener('activate', (event) => event.waitUntil(dropOld().then(() => worker.clients.claim())));
worker.addEventListener('message', (event) => {
  if (event.data === 'take over') event.waitUntil(worker.skipWaiting());
});
worker.addEventListener('fetch', (event) => {
  const answer = answerTo(event.request);
  if (answer !== null) event.respondWith(answer);
});

/** Whole or not at all; what an older version already has under the same name is not fetched again. */
async function fill(): Promise<void> {
  const cache = await caches.open(own);
  await Promise.all(files.map((file) => put(cache, file)));
}

async function put(cache: Cache, file: string): Promise<void> {
  const here = file.startsWith('/assets/') ? await caches.match(file) : undefined;
  const answer = here ?? (await fetch(new Request(file, { cache: 'reload', credentials: 'omit' })));
  if (!answer.ok) throw new Error(`${file} was answered ${answer.status}`);
  await cache.put(file, answer);
}

/** Caches are listed in the order of their making: the last two stay. */
async function dropOld(): Promise<void> {
  const names = (await caches.keys()).filter((name) => name.startsWith(family));
  await Promise.all(names.slice(0, -2).map((name) => caches.delete(name)));
}

/** Null for what is none of its business: everything but the phone's own pages and files. */
function answerTo(request: Request): Promise<Response> | null {
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin) return null;
  if (request.mode === 'navigate') return /^\/m(\/|$)/.test(pathname) ? kept('/m', request) : null;
  if (pathname.startsWith('/assets/')) return asset(request);
  return files.includes(pathname) ? kept(pathname, request) : null;
}

async function kept(file: string, request: Request): Promise<Response> {
  const cache = await caches.open(own);
  return (await cache.match(file)) ?? inTime(request);
}

/** How long the server may take to begin an answer, ms: while one is awaited for a page, the browser lets no newer version take over. */
const patience = 30_000;

async function inTime(request: Request): Promise<Response> {
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), patience);
  try {
    return await fetch(request, { signal: late.signal });
  } finally {
    clearTimeout(timer);
  }
}

/** Of whichever version asks. The reader of codes is large and not everybody's: it is kept once somebody has needed it. */
async function asset(request: Request): Promise<Response> {
  const here = await caches.match(request, { ignoreSearch: true });
  if (here !== undefined) return here;
  const answer = await inTime(request);
  if (answer.ok && new URL(request.url).pathname.endsWith('.wasm')) await (await caches.open(own)).put(request, answer.clone());
  return answer;
}
