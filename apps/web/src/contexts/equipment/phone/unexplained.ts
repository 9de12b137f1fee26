import { listMissedSpots } from '@changming/contract/equipment';

import { call } from '../../../api/call.ts';

/** What was missed in one's branch and nobody has explained, as much as one screen shows. */
export function unexplained(signal: AbortSignal) {
  return call(listMissedSpots, { query: { unexplained: 'true', limit: '100' }, signal });
}
