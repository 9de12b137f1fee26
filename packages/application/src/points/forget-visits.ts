import { z } from 'zod';

import { command } from '../context.ts';

const day = 86_400_000;

/** Forgets visits to the public doors after a day: they only serve to slow guessing down, and the longest count is of an hour. */
export const forgetVisits = command({
  permission: 'hazards.sweep',
  name: 'points.forgetVisits',
  input: z.strictObject({}),
  async run({ tx, now, trail }) {
    const { numDeletedRows } = await tx
      .deleteFrom('door_visits')
      .where('at', '<', new Date(now.getTime() - day))
      .executeTakeFirstOrThrow();
    return trail([], { forgotten: Number(numDeletedRows) });
  },
});
