import { type FireSpots, listSpots } from '@changming/contract/equipment';

import { call } from '../../../api/call.ts';
import { mayAnywhere } from '../../../api/may.ts';
import type { SnapshotPart } from '../../../phone/snapshot/part.ts';

/** 本期待点检 of the own scope, point by point with all that stands there: enough to look it over without a network. */
export const fireSpots: SnapshotPart<FireSpots> = {
  name: 'equipment.spots',
  wanted: (me) => mayAnywhere(me, 'equipment.check'),
  read: ({ signal }) => call(listSpots, signal === undefined ? {} : { signal }),
};
