/** Tabs of one phone tell each other which record has changed; they read it themselves. */
const channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel('cm.outbox') : null;

export function tellTabs(id: string): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has no origin but its own
  channel?.postMessage(id);
}

export function whenTabsTell(listener: (id: string) => void): void {
  channel?.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (typeof data === 'string') listener(data);
  });
}

/** Of all tabs one at a time; where the browser has no such lock, the server tells the same record from a second one. */
export async function aloneOfAllTabs(work: () => Promise<void>): Promise<void> {
  const locks = navigator.locks as LockManager | undefined;
  if (locks === undefined) await work();
  else await locks.request('cm.outbox', work);
}
