import { useSyncExternalStore } from 'react';

import { isAllWritten, writeAllNow } from './outbox/outbox.ts';

/** A newer version that is ready on this phone and waits to be taken. */
let waiting: ServiceWorker | null = null;
const listeners = new Set<() => void>();
const minute = 60_000;
const hour = 3_600_000;

/**
 * Keeps the phone's pages for when there is no network, and looks for newer ones. A version that lay ready when the page was opened is
 * taken at once; one that comes while somebody works waits until it is asked for. Either way what was filled in is written down first.
 */
export async function startUpdates(): Promise<void> {
  const container = navigator.serviceWorker as ServiceWorkerContainer | undefined;
  if (container === undefined) return;
  const registration = await container.register('/m-sw.js', { scope: '/m' });
  if (registration.waiting !== null && container.controller !== null) {
    note(registration.waiting);
    await takeUpdate();
  }
  registration.addEventListener('updatefound', () => {
    const coming = registration.installing;
    coming?.addEventListener('statechange', () => {
      if (coming.state === 'installed' && container.controller !== null) note(coming);
    });
  });
  setInterval(() => void registration.update().catch(() => null), hour);
}

/**
 * Writes down what is open, lets the newer version take over, and opens this page anew in it. Answers false, and leaves everything as it
 * is, while something lives on this page alone and would be lost with it.
 */
export async function takeUpdate(): Promise<boolean> {
  if (waiting === null) return true;
  if (!(await allWritten())) return false;
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a service worker has no origin but its own
  waiting.postMessage('take over');
  return true;
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
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => waiting !== null,
  );
}

function note(coming: ServiceWorker): void {
  waiting = coming;
  for (const listener of listeners) listener();
}
