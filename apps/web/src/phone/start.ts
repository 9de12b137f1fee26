import { noteSession } from '../api/signed-out.ts';
import { noteLine } from './line.ts';
import { writeAll } from './outbox/outbox.ts';
import { hurry, wake } from './outbox/sender.ts';
import { letGoIfOver, noteUse } from './store/keyring.ts';
import { startUpdates } from './updates.ts';

const minute = 60_000;

/** What the page does by itself as long as it lives: it sends, writes down before it goes, and lets go of a key whose time is over. */
export function startPhone(): void {
  addEventListener('online', hurry);
  addEventListener('offline', () => noteLine(false));
  addEventListener('pagehide', writeAll);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') writeAll();
    else void look();
  });
  for (const touch of ['pointerdown', 'keydown']) addEventListener(touch, () => void noteUse(), { passive: true });
  setInterval(() => void letGo(), minute);
  if (import.meta.env.PROD) void startUpdates().catch(() => null);
}

async function look(): Promise<void> {
  if (await letGo()) return;
  wake();
}

async function letGo(): Promise<boolean> {
  const over = await letGoIfOver();
  if (over) noteSession('ended');
  return over;
}
