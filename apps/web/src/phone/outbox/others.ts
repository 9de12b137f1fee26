import { allLying } from './lying.ts';
import { whenItemsChange } from './outbox.ts';

/**
 * Tells how many records of others wait on this phone for their owners to sign in. Nothing of theirs changes while this person is signed
 * in, so they are counted once; where the phone could not be looked at, again at the next change of the records here.
 */
export function countOthers(ownerId: string, tell: (others: number) => void): () => void {
  let looking = false;
  const look = async () => {
    if (looking) return;
    looking = true;
    const others = await othersLying(ownerId);
    looking = others !== null;
    if (others === null || isOver) return;
    stop();
    tell(others);
  };
  let isOver = false;
  const deaf = whenItemsChange(() => void look());
  const stop = () => {
    isOver = true;
    deaf();
  };
  void look();
  return stop;
}

/** Null when the phone could not be looked at. */
async function othersLying(ownerId: string): Promise<number | null> {
  const all = await allLying().catch(() => null);
  return all === null ? null : all.filter((lying) => lying.waits && lying.ownerId !== null && lying.ownerId !== ownerId).length;
}
