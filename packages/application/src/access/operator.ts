import { type administrators, kindsOf } from '@changming/domain/access';
import { rootRange } from '@changming/domain/units';

import type { Actor } from '../context.ts';

/**
 * Whoever holds the shell of the machine acts as one of the three administrators of the whole group; the trail says "shell". It has no
 * account, so no door of the API leads here.
 */
export function operator(role: (typeof administrators)[number]): Actor {
  const everywhere = { unitId: '', units: rootRange, from: '1900-01-01', to: null };
  return { personId: null, accountId: null, grants: kindsOf(role).map((kind) => ({ role, kind, ...everywhere })) };
}
