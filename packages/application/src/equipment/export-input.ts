import { fireFilter, missedSpotsFilter, specialFilter } from '@changming/domain/equipment';
import { z } from 'zod';

/** The filter as the address was read: its flags are flags by now. */
const flag = z.boolean().optional();
export const exportedSpecial = specialFilter.omit({ after: true, limit: true }).extend({ withBelow: z.boolean().default(true) });
export const exportedFire = fireFilter.omit({ after: true, limit: true }).extend({ withBelow: z.boolean().default(true), unchecked: flag });
export const exportedMissedSpots = missedSpotsFilter
  .omit({ after: true, limit: true })
  .extend({ withBelow: z.boolean().default(true), unexplained: flag });
