import { z } from 'zod';

import { command } from '../context.ts';

const day = 86_400_000;

/**
 * Forgets sign-in attempts after a day, idempotency keys after three (offline phones may repeat a request for that long), and ended
 * sessions with their addresses after half a year: the trail keeps who signed in when.
 */
export const sweepExpired = command({
  permission: 'access.sweep',
  input: z.strictObject({}),
  async run({ tx, now, trail }) {
    const before = (days: number) => new Date(now.getTime() - days * day);
    await tx.deleteFrom('sign_in_attempts').where('at', '<', before(1)).execute();
    await tx.deleteFrom('idempotency_keys').where('at', '<', before(3)).execute();
    await tx.deleteFrom('sessions').where('expires_at', '<', before(180)).execute();
    return trail([], null);
  },
});
