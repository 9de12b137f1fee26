import { useEffect, useState } from 'react';

import type { OutboxKind } from './item.ts';
import { loadKind } from './outbox-kinds.ts';

/** Null while it is fetched, and for one that this version does not know. */
export function useKind(name: string): OutboxKind<unknown> | null {
  const [kind, setKind] = useState<OutboxKind<unknown> | null>(null);
  useEffect(() => {
    void loadKind(name).then(setKind, () => setKind(null));
  }, [name]);
  return kind;
}
