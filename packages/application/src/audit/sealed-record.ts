import type { TrailRow } from '@changming/database';
import { leafHash, leafText, type TrailRecord } from '@changming/domain/audit';
import type { Selectable } from 'kysely';

import { sha256 } from './sha256.ts';

/** The columns of the trail that are sealed. */
export const sealedColumns = [
  't.id',
  't.verb',
  't.subject_id',
  't.unit_id',
  't.person_id',
  't.account_id',
  't.via',
  't.from_ip',
  't.before',
  't.after',
  't.at',
] as const;

type Sealed = Omit<Selectable<TrailRow>, 'seq' | 'xid'>;

/** A row of the trail as it is sealed. */
export function toRecord(row: Sealed): TrailRecord {
  const { id, verb, via, before, after } = row;
  return {
    v: 1,
    id,
    verb,
    subjectId: row.subject_id,
    unitId: row.unit_id,
    personId: row.person_id,
    accountId: row.account_id,
    via,
    ip: row.from_ip,
    before,
    after,
    at: row.at.toISOString(),
  };
}

export function hashOf(record: TrailRecord): Buffer {
  return Buffer.from(leafHash(sha256, leafText(record)));
}
