import { z } from 'zod';

import { day, id, keysetCursor, pageLimit, queryFlag, text } from '../kernel/index.ts';

/** 漏检原因 of a look-over that nobody made within its days; `away`: the piece was lent out or being serviced. */
export const spotMissReasons = ['noProduction', 'shortStaffed', 'forgotten', 'noAccess', 'away', 'other'] as const;
export type SpotMissReason = (typeof spotMissReasons)[number];

/** Of everything that a unit missed by that day and nobody has explained; of one piece alone also where a reason stands already. */
export const explainSpotsInput = z
  .strictObject({ unitId: id, dueOn: day, equipmentId: id.optional(), reason: z.enum(spotMissReasons), note: text(300).optional() })
  .refine(({ reason, note }) => reason !== 'other' || note !== undefined, { message: '请说明漏检原因', path: ['note'] });

export const missedSpotsFilter = z.strictObject({
  unitId: id.optional(),
  withBelow: queryFlag.default(true),
  /** Only where somebody still owes a reason. */
  unexplained: queryFlag.optional(),
  /** Only what was owed by a day from one to the other, both included. */
  from: day.optional(),
  to: day.optional(),
  after: keysetCursor([day, id]).optional(),
  limit: pageLimit,
});
export type MissedSpotsFilter = z.output<typeof missedSpotsFilter>;

type Owed = { readonly dueOn: string; readonly checkedOn: string | null; readonly scrappedOn: string | null };

/** Its days are over and nobody looked; what was scrapped by then owed nothing any more. */
export function isMissedSpot({ dueOn, checkedOn, scrappedOn }: Owed, today: string): boolean {
  return checkedOn === null && dueOn < today && (scrappedOn === null || scrappedOn > dueOn);
}
