import type { Browser, Page } from 'playwright-core';
import { inject } from 'vitest';

import { launchBrowser } from './browser.ts';

type Size = { readonly width: number; readonly height: number };
type Kept = { readonly page: Page; readonly house: string; readonly size: Size; readonly empty: () => Promise<void> };

/** A page of the house that shows nothing and runs nothing. */
const nothing = '/livez';
const listened = [
  'console',
  'dialog',
  'download',
  'pageerror',
  'popup',
  'request',
  'requestfailed',
  'requestfinished',
  'response',
] as const;
/** What cannot be taken back from a page. */
const lasting = ['addInitScript', 'exposeBinding', 'exposeFunction', 'setExtraHTTPHeaders'] as const;
const stored = 'cookies,local_storage,indexeddb,cache_storage,service_workers,file_systems';

let opened: Promise<Browser> | undefined;
const inUse = new Map<Page, Kept>();
const free: Kept[] = [];
const spoilt = new WeakSet<Page>();

/** The browser of all test files that one process runs; it ends with the process. */
export function theBrowser(): Promise<Browser> {
  opened ??= launchBrowser();
  return opened;
}

/**
 * A page of that size on which nobody has been, or which was emptied after whoever was there: without cookies, storage, service workers,
 * permissions, routes or listeners. What stays is what the browser has read and compiled of the product: a page that is loaded anew costs
 * a quarter of one in a new context. `house` is the address of another house than the one of all tests.
 */
export async function takePage(browser: Browser, size: Size, house: string = inject('productUrl')): Promise<Page> {
  const at = free.findLastIndex((each) => each.house === house && each.size === size && !each.page.isClosed());
  const kept = at === -1 ? await newPage(browser, size, house) : free.splice(at, 1)[0];
  if (kept === undefined) throw new Error('the page was taken by somebody else');
  inUse.set(kept.page, kept);
  return kept.page;
}

/** Whether somebody still has the page that was taken. */
export function hasPage(page: Page): boolean {
  return inUse.has(page);
}

/** Gives the page up: it is emptied for the next, or closed where it cannot be. The second time changes nothing. */
export async function leavePage(page: Page): Promise<void> {
  const kept = inUse.get(page);
  inUse.delete(page);
  if (kept === undefined) return;
  const emptied =
    !spoilt.has(page) &&
    (await kept.empty().then(
      () => true,
      () => false,
    ));
  if (emptied) free.push(kept);
  else await page.context().close();
}

/** A house is gone: nobody needs the pages on it that were left. */
export async function closePages(house: string): Promise<void> {
  const gone = free.filter((each) => each.house === house);
  await Promise.all(gone.map(({ page }) => page.context().close()));
}

async function newPage(browser: Browser, size: Size, house: string): Promise<Kept> {
  const context = await browser.newContext({ viewport: size, locale: 'zh-CN', reducedMotion: 'reduce', baseURL: house });
  const page = await context.newPage();
  for (const way of lasting) Object.assign(page, { [way]: spoiling(page, page[way]) });
  return { page, house, size, empty: () => empty(page, size) };
}

/** The same act, after which nobody else gets the page. */
function spoiling<Act extends (...given: never[]) => unknown>(page: Page, act: Act): Act {
  return new Proxy(act, {
    apply: (_, on, given) => {
      spoilt.add(page);
      return Reflect.apply(act, on, given);
    },
  });
}

async function empty(page: Page, size: Size): Promise<void> {
  const context = page.context();
  const others = context.pages().filter((each) => each !== page);
  for (const event of listened) page.removeAllListeners(event);
  await Promise.all(others.map((each) => each.close()));
  await Promise.all([page.unrouteAll(), context.unrouteAll(), context.setOffline(false), context.clearPermissions()]);
  if (page.url() !== 'about:blank') await forget(page);
  await context.clearCookies();
  await page.setViewportSize(size);
  await page.emulateMedia({ media: null, colorScheme: null, forcedColors: null, contrast: null, reducedMotion: 'reduce' });
}

/** What ran on the page is gone before what it kept is, so that it keeps nothing after that. */
async function forget(page: Page): Promise<void> {
  await page.goto(nothing);
  await page.evaluate(() => sessionStorage.clear());
  const session = await page.context().newCDPSession(page);
  await session.send('Storage.clearDataForOrigin', { origin: new URL(page.url()).origin, storageTypes: stored });
  await session.detach();
}
