import { hash, verify } from '@node-rs/argon2';

import { hashingGate } from './gate.ts';

/** Argon2id (the library's default), 19 MiB, two passes: OWASP's first recommendation. */
const slow = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
/** Enough for one-time passwords of 59 random bits, which no list of guesses holds; a thousand are printed at once. */
const light = { memoryCost: 4096, timeCost: 1, parallelism: 1 } as const;

export function hashPassword(password: string): Promise<string> {
  return hash(password, slow);
}

export function hashOneTimePassword(password: string): Promise<string> {
  return hash(password, light);
}

/** Compared against when there is nothing to compare with. */
const dummies = { slow: hash('nobody has this password', slow), light: hash('nobody has this password', light) };

/**
 * Whether `password` made `hashed`; never for null. One slow and one light comparison are made whatever is known, so that the time
 * tells neither whether the account exists nor whether its slip was used. `origin` waits in a line of its own.
 */
export function passwordFits(hashed: string | null, password: string, origin = 'inside'): Promise<boolean> {
  return hashingGate(origin, async () => {
    const slowly = await fitsAs('slow', hashed, password);
    const lightly = await fitsAs('light', hashed, password);
    return slowly || lightly;
  });
}

async function fitsAs(cost: keyof typeof dummies, hashed: string | null, password: string): Promise<boolean> {
  const isOurs = hashed !== null && costOf(hashed) === cost;
  const fits = await verify(isOurs ? hashed : await dummies[cost], password);
  return isOurs && fits;
}

function costOf(hashed: string): keyof typeof dummies {
  return hashed.includes(`m=${light.memoryCost},`) ? 'light' : 'slow';
}
