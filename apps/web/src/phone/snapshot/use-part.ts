import { useEffect, useState } from 'react';

import { useSession } from '../session.tsx';
import type { SnapshotPart } from './part.ts';
import { readPart, whenPartsChange } from './part-store.ts';

/** A part as the phone holds it, and anew whenever it is read again; asks nobody. Nothing until there is one. */
export function usePart<Value>(part: SnapshotPart<Value>): Value | undefined {
  const { me } = useSession();
  const ownerId = me.account.id;
  const [value, setValue] = useState<Value>();
  useEffect(() => {
    const state = { gone: false };
    const look = async () => {
      const kept = await readPart<Value>(ownerId, part.name);
      if (kept !== null && !state.gone) setValue(kept.value);
    };
    void look();
    const stop = whenPartsChange((name) => {
      if (name === part.name) void look();
    });
    return () => {
      state.gone = true;
      stop();
    };
  }, [ownerId, part]);
  return value;
}
