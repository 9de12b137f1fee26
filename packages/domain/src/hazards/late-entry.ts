import type { HazardOrigin } from './sources.ts';

const hours = 48;

/** 晚录: entered more than 48 hours after it was found (11.2.4). What a ledger of the time before told of is no late entry. */
export function isLateEntry({
  foundAt,
  reportedAt,
  origin,
}: {
  readonly foundAt: Date;
  readonly reportedAt: Date;
  readonly origin: HazardOrigin;
}): boolean {
  return origin === 'recorded' && reportedAt.getTime() - foundAt.getTime() > hours * 3_600_000;
}
