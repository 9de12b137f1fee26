import { readLightsOut } from '@changming/contract/inspections/lights-out';
import { shiftRoundKinds } from '@changming/domain/inspections';
import { queryOptions } from '@tanstack/react-query';
import { z } from 'zod';

import { call } from '../../../api/call.ts';
import { searchOf } from '../../../app/search-params.ts';
import { inspectionsKey } from '../inspections-key.ts';

export type { LightsOut, LightsOutBranch, LightsOutLine } from '@changming/contract/inspections/lights-out';

/** The board in the address. */
export const lightsOutSearch = searchOf({ kind: z.enum(shiftRoundKinds), unitId: z.uuid(), on: z.iso.date() });
export type LightsOutSearch = z.output<typeof lightsOutSearch>;

const aMinute = 60_000;

/** Asked anew every minute while it is looked at; what was there stays until the answer comes. */
export function lightsOutQuery(search: LightsOutSearch) {
  return queryOptions({
    queryKey: [...inspectionsKey, 'lights-out', search],
    queryFn: ({ signal }) => call(readLightsOut, { query: search, signal }),
    refetchInterval: aMinute,
  });
}
