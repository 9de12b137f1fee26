import { hash, verify } from '@node-rs/argon2';

/** Argon2id (the library's default), 19 MiB, two passes: OWASP's first recommendation. */
const settings = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export function hashPassword(password: string): Promise<string> {
  return hash(password, settings);
}

/** Whether `password` made `hashed`. */
export function passwordFits(hashed: string, password: string): Promise<boolean> {
  return verify(hashed, password);
}

/** Compared against when there is no such account, so that an unknown login takes as long as a known one. */
const stranger = hash('nobody has this password', settings);

export async function spendTheTime(password: string): Promise<void> {
  await verify(await stranger, password);
}
