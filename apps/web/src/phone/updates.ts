import { useSyncExternalStore } from 'react';

import { isNewerReady, nextStep, type Step, type Versions } from './newer-version.ts';
import { isAllWritten, writeAllNow } from './outbox/outbox.ts';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

/** How long a version that was asked may take until the person is told that it is late, ms. */
const patience = 20 * second;

let registration: ServiceWorkerRegistration | null = null;
let overtaken = false;
let lookedAt = 0;
const listeners = new Set<() => void>();

/**
 * Keeps the phone's pages for when there is no network, and looks for newer ones. A version that lay ready when the page was opened is
 * taken at once; one that comes while somebody works waits until it is asked for. Either way what was filled in is written down first.
 */
export async function startUpdates(): Promise<void> {
  const container = navigator.serviceWorker as ServiceWorkerContainer | undefined;
  if (container === undefined) return;
  watchController(container);
  const here = await container.getRegistration('/m');
  const layReady = (here?.waiting ?? null) !== null;
  registration = await container.register('/m-sw.js', { scope: '/m' });
  watch(registration);
  if (layReady) void quiet().then(takeUpdate);
  lookedAt = Date.now();
  setInterval(look, minute);
  document.addEventListener('visibilitychange', look);
}

/** The first version of all comes to a page that had none, which is no change. */
function watchController(container: ServiceWorkerContainer): void {
  let served = container.controller !== null;
  container.addEventListener('controllerchange', () => {
    overtaken ||= served;
    served = true;
    tellAll();
  });
}

/** Also what was coming already before anybody listened. */
function watch(kept: ServiceWorkerRegistration): void {
  const follow = () => kept.installing?.addEventListener('statechange', tellAll);
  kept.addEventListener('updatefound', follow);
  follow();
  tellAll();
}

/** A phone that slept for days looks as soon as it is awake. */
function look(): void {
  if (document.visibilityState === 'hidden' || Date.now() - lookedAt < hour) return;
  lookedAt = Date.now();
  void registration?.update().catch(() => null);
}

/**
 * Until the page has what it began to fetch, five seconds at most: a browser that is asked to change the service worker while the one
 * before still answers a page may leave the newer one waiting for minutes.
 */
async function quiet(): Promise<void> {
  for (let [looks, seen] = [0, -1]; looks < 10; looks += 1) {
    const fetched = performance.getEntriesByType('resource').length;
    if (document.readyState === 'complete' && fetched === seen) return;
    seen = fetched;
    await new Promise((resume) => setTimeout(resume, second / 2));
  }
}

function versionsNow(): Versions {
  return { waiting: (registration?.waiting ?? null) !== null, serving: (registration?.active ?? null) !== null, overtaken };
}

function isReady(): boolean {
  return isNewerReady(versionsNow());
}

/** `unwritten`: something lives on this page alone and would be lost with it; `late`: the version before still has something to finish. */
export type Taken = 'taken' | 'unwritten' | 'late';

let taking: Promise<Taken> | null = null;

/**
 * Writes down what is open, lets the newer version take over, and opens this page anew in it. One that is late is taken as soon as it may;
 * otherwise everything stays as it is.
 */
export async function takeUpdate(): Promise<Taken> {
  if (!(await allWritten())) return 'unwritten';
  taking ??= take().finally(() => (taking = null));
  const late = new Promise<Taken>((resume) => setTimeout(resume, patience, 'late'));
  return Promise.race([taking, late]);
}

async function take(): Promise<Taken> {
  for (let asked: ServiceWorker | null = null; ; await moved(asked)) {
    const next = step(asked);
    if (next === 'nothing') return 'taken';
    if (next === 'reopen') return await reopen();
    if (next === 'ask') asked = ask();
  }
}

function step(asked: ServiceWorker | null): Step {
  return nextStep(versionsNow(), asked === null ? null : asked.state);
}

/** Somebody may have gone on writing while the version took over. */
async function reopen(): Promise<Taken> {
  if (!(await allWritten())) return 'unwritten';
  location.reload();
  return 'taken';
}

function ask(): ServiceWorker | null {
  const waiting = registration?.waiting ?? null;
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a service worker has no origin but its own
  waiting?.postMessage('take over');
  return waiting;
}

/** Until the worker stands elsewhere, a second at most: what happened in between is asked for, not remembered. */
async function moved(asked: ServiceWorker | null): Promise<void> {
  await new Promise<void>((resume) => {
    const timer = setTimeout(resume, second);
    asked?.addEventListener('statechange', () => (clearTimeout(timer), resume()), { once: true });
  });
}

const openedAnew = 'cm.openedAnew';

/**
 * Opens this page anew, once the server answers and everything is written down: a file that could not be fetched stays missing to a page
 * for as long as it lives. Once a minute at most, should it be missing to the server as well.
 *
 * @throws TypeError when the server was not reached
 */
export async function openAnew(): Promise<void> {
  if (Date.now() - Number(sessionStorage.getItem(openedAnew) ?? 0) < minute) return;
  const { ok } = await fetch('/m-sw.js', { method: 'HEAD', cache: 'no-store' });
  if (!ok || !(await allWritten())) return;
  sessionStorage.setItem(openedAnew, String(Date.now()));
  location.reload();
}

/** What is being sent notes where it stands all the time, so a look that finds it unwritten is no answer yet. */
async function allWritten(): Promise<boolean> {
  for (let looks = 0; looks < 20; looks += 1) {
    await writeAllNow();
    if (await isAllWritten().catch(() => false)) return true;
    await new Promise((resume) => setTimeout(resume, 100));
  }
  return false;
}

export function useUpdate(): boolean {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, isReady);
}

function tellAll(): void {
  for (const listener of listeners) listener();
}
