import { availableParallelism } from 'node:os';

import { refuse } from '@changming/domain/kernel';

export type Gate = <Result>(key: string, work: () => Promise<Result>) => Promise<Result>;
type Width = { readonly slots: number; readonly waiting: number; readonly perKey: number };

/**
 * Lets at most `slots` pieces of heavy work run at a time and the rest wait in line: at most `waiting` in all and `perKey` of one
 * origin, so that a flood from one place neither takes the processor nor fills the line. Refused with `access.too_many_attempts`.
 */
export function createGate({ slots, waiting, perKey }: Width): Gate {
  const line: (() => void)[] = [];
  const held = new Map<string, number>();
  let running = 0;
  const enter = async () => {
    if (running >= slots) await new Promise<void>((open) => void line.push(open));
    else running += 1;
  };
  const leave = () => {
    const next = line.shift();
    if (next === undefined) running -= 1;
    else next();
  };
  return async (key, work) => {
    const mine = held.get(key) ?? 0;
    if (line.length >= waiting || mine >= perKey) refuse('limited', 'access.too_many_attempts');
    held.set(key, mine + 1);
    await enter();
    try {
      return await work();
    } finally {
      leave();
      const left = (held.get(key) ?? 1) - 1;
      if (left === 0) held.delete(key);
      else held.set(key, left);
    }
  };
}

/** Password hashing takes no more than half of the processors. */
export const hashingGate = createGate({ slots: Math.max(1, Math.floor(availableParallelism() / 2)), waiting: 200, perKey: 40 });
