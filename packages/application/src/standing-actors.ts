import { type Actor, kindsOf } from '@changming/domain/access';
import { rootRange } from '@changming/domain/units';

/** Whoever knocks at a public door. */
export const nobody: Actor = { personId: null, accountId: null, grants: [] };

/** The clock itself, over the whole group; what it may do stands in the matrix like everybody's. */
export const clockwork: Actor = {
  ...nobody,
  grants: kindsOf('clockwork').map((kind) => ({ role: 'clockwork', kind, unitId: '', units: rootRange, from: '1900-01-01', to: null })),
};
