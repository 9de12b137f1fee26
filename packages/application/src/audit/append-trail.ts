import { randomBytes } from 'node:crypto';

import type { Tx, Via } from '@changming/database';
import { uuidV7 } from '@changming/domain/kernel';
import { type RawBuilder, sql } from 'kysely';

import { inTurn, partsOf } from '../in-turn.ts';
import { rowsAsTable } from '../rows-as-table.ts';

/** Where a call came from. */
export type Provenance = { readonly via: Via; readonly ip: string | null };

/** One record's change as the trail tells it. Personal numbers never stand in `before` or `after`. */
export type Changed = {
  readonly subjectId: string;
  /** Whose record it is; null or absent when it concerns the group as a whole. */
  readonly unitId?: string | null;
  readonly before: object | null;
  readonly after: object | null;
  /** The act of somebody in the past, where books that were kept before are entered; else the caller's own, now. */
  readonly did?: { readonly verb: string; readonly personId: string; readonly at: Date };
};

type Doer = { readonly personId: string | null; readonly accountId: string | null };

type Entry = {
  readonly caller: { readonly actor: Doer; readonly provenance: Provenance };
  readonly verb: string;
  readonly now: Date;
  readonly changes: readonly Changed[];
};

/** As many rows as one statement takes. */
const atOnce = 5000;

const columns = {
  id: 'uuid',
  subject_id: 'uuid',
  unit_id: 'uuid',
  before: 'jsonb',
  after: 'jsonb',
  verb: 'text',
  person_id: 'uuid',
  at: 'timestamptz',
} as const;

/** Appends one row a changed record, in the transaction of the change. */
export async function appendTrail(tx: Tx, entry: Entry): Promise<void> {
  await inTurn(rowsOf(entry), (rows) => insertRows(tx, entry, rows));
}

function* rowsOf({ caller, verb, now, changes }: Entry): Generator<RawBuilder<unknown>> {
  for (const some of partsOf(changes, atOnce))
    yield rowsAsTable(
      'row',
      columns,
      some.map(({ subjectId, unitId = null, before, after, did }) => ({
        id: uuidV7(did?.at ?? now, randomBytes(16)),
        verb: did?.verb ?? verb,
        person_id: did === undefined ? caller.actor.personId : did.personId,
        at: did?.at ?? now,
        subject_id: subjectId,
        unit_id: unitId,
        before,
        after,
      })),
    );
}

async function insertRows(tx: Tx, { caller }: Entry, rows: RawBuilder<unknown>): Promise<void> {
  const { actor, provenance } = caller;
  await sql`
    insert into trail (id, verb, subject_id, unit_id, person_id, account_id, via, from_ip, before, after, at)
    select row.id, row.verb, row.subject_id, row.unit_id, row.person_id, ${actor.accountId}::uuid, ${provenance.via},
      ${provenance.ip}, row.before, row.after, row.at
    from ${rows}`.execute(tx);
}
