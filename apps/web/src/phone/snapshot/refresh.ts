import type { Me } from '@changming/contract/access/own';

import { fetchKinds } from '../outbox/outbox-kinds.ts';
import type { SnapshotPart } from './part.ts';
import { keepPart, readPart } from './part-store.ts';

/** ms; what is younger is not fetched again. */
const fresh = 300_000;

let running = false;

/** Fetches what is old, one part after the other, behind whatever the person does. A part that fails stays as it was. */
export async function refreshParts(me: Me): Promise<void> {
  if (running) return;
  running = true;
  try {
    await fetchKinds();
    const { parts } = await import('./parts.ts');
    const { fetchReader } = await import('../scan/read-code.ts');
    for (const part of parts) if (part.wanted(me)) await refresh(part, me).catch(() => null);
    await fetchReader().catch(() => null);
  } finally {
    running = false;
  }
}

async function refresh(part: SnapshotPart<unknown>, me: Me): Promise<void> {
  const before = await readPart(me.account.id, part.name);
  if (before !== null && Date.now() - before.at < fresh && before.at <= Date.now()) return;
  await keepPart(me.account.id, part.name, await part.read({ me, before: before?.value ?? null }));
}
