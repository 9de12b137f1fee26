import { randomBytes } from 'node:crypto';

import { alongWithNext, type Tx, type Via } from '@changming/database';
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
  /** Whose act it was and when, where books that were kept before are entered. The trail tells who entered it. */
  readonly did?: { readonly verb: string; readonly personId: string; readonly at: Date };
  /** Whose act it is, where a door has proved that of a stranger; otherwise the caller's. */
  readonly doer?: Doer;
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
  person_id: 'uuid',
  account_id: 'uuid',
  before: 'jsonb',
  after: 'jsonb',
} as const;

/** Appends one row a changed record, in the transaction of the change. Few rows travel with its commit. */
export async function appendTrail(tx: Tx, entry: Entry): Promise<void> {
  if (entry.changes.length > atOnce) await inTurn(insertionsOf(entry), ([, insertion]) => insertion.execute(tx));
  else for (const [name, insertion] of insertionsOf(entry)) await alongWithNext(tx, insertion, name);
}

type Insertion = readonly [name: string, insertion: RawBuilder<unknown>];

function* insertionsOf(entry: Entry): Generator<Insertion> {
  for (const rows of rowsOf(entry)) yield ['trail', insertionOf(entry, rows)];
  for (const rows of pastOf(entry)) yield ['past acts', pastInsertionOf(rows)];
}

function* rowsOf({ caller, now, changes }: Entry): Generator<RawBuilder<unknown>> {
  for (const some of partsOf(changes, atOnce))
    yield rowsAsTable(
      'row',
      columns,
      some.map(({ subjectId, unitId = null, before, after, doer = caller.actor }) => ({
        id: uuidV7(now, randomBytes(16)),
        subject_id: subjectId,
        unit_id: unitId,
        person_id: doer.personId,
        account_id: doer.accountId,
        before,
        after,
      })),
    );
}

function insertionOf({ caller, verb, now }: Entry, rows: RawBuilder<unknown>): RawBuilder<unknown> {
  const { provenance } = caller;
  return sql`
    insert into trail (id, verb, subject_id, unit_id, person_id, account_id, via, from_ip, before, after, at)
    select row.id, ${verb}, row.subject_id, row.unit_id, row.person_id, row.account_id, ${provenance.via},
      ${provenance.ip}, row.before, row.after, ${now}
    from ${rows}`;
}

const pastColumns = { id: 'uuid', verb: 'text', person_id: 'uuid', unit_id: 'uuid', subject_id: 'uuid', at: 'timestamptz' } as const;

function* pastOf({ changes }: Entry): Generator<RawBuilder<unknown>> {
  const past = changes.flatMap(({ did, unitId = null, subjectId }) => (did === undefined ? [] : [{ ...did, unitId, subjectId }]));
  for (const some of partsOf(past, atOnce))
    yield rowsAsTable(
      'row',
      pastColumns,
      some.map(({ verb, personId, at, unitId, subjectId }) => ({
        id: uuidV7(at, randomBytes(16)),
        verb,
        person_id: personId,
        unit_id: unitId,
        subject_id: subjectId,
        at,
      })),
    );
}

function pastInsertionOf(rows: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    insert into past_acts (id, verb, person_id, unit_id, subject_id, at)
    select row.id, row.verb, row.person_id, row.unit_id, row.subject_id, row.at from ${rows}`;
}
