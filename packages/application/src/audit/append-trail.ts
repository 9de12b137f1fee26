import { alongWithNext, blueprint, type Branches, compiledOnce, type Slots, type Tx, type Via } from '@changming/database';
import { type CompiledQuery, sql } from 'kysely';

import { inTurn, partsOf } from '../in-turn.ts';
import { newIdAt } from '../new-id.ts';
import { arraysAsTable, arraysOf } from '../rows-as-table.ts';

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
  if (entry.changes.length > atOnce) await inTurn(insertionsOf(entry), (insertion) => tx.executeQuery(insertion));
  else for (const insertion of insertionsOf(entry)) await alongWithNext(tx, insertion);
}

function* insertionsOf(entry: Entry): Generator<CompiledQuery> {
  const { caller, verb, now } = entry;
  const act = { verb, via: caller.provenance.via, ip: caller.provenance.ip, now };
  for (const arrays of rowsOf(entry)) yield trailQuery({ ranges: [], given: { ...act, ...arrays }, fixed: {} });
  for (const arrays of pastOf(entry)) yield pastQuery({ ranges: [], given: arrays, fixed: {} });
}

type Act = { readonly verb: string; readonly via: Via; readonly ip: string | null; readonly now: Date };
type Arrays<Columns> = Readonly<Record<keyof Columns, string>>;

/** Every change appends to it, so it is prepared once. */
const trailQuery = compiledOnce((_: Branches, { verb, via, ip, now, ...arrays }: Slots<Act & Arrays<typeof columns>>) => ({
  compile: () =>
    sql`
      insert into trail (id, verb, subject_id, unit_id, person_id, account_id, via, from_ip, before, after, at)
      select row.id, ${verb}, row.subject_id, row.unit_id, row.person_id, row.account_id, ${via}, ${ip}, row.before, row.after, ${now}
      from ${arraysAsTable('row', columns, arrays)}`.compile(blueprint),
}));

function* rowsOf({ caller, now, changes }: Entry): Generator<Arrays<typeof columns>> {
  for (const some of partsOf(changes, atOnce))
    yield arraysOf(
      columns,
      some.map(({ subjectId, unitId = null, before, after, doer = caller.actor }) => ({
        id: newIdAt(now),
        subject_id: subjectId,
        unit_id: unitId,
        person_id: doer.personId,
        account_id: doer.accountId,
        before,
        after,
      })),
    );
}

const pastColumns = { id: 'uuid', verb: 'text', person_id: 'uuid', unit_id: 'uuid', subject_id: 'uuid', at: 'timestamptz' } as const;

const pastQuery = compiledOnce((_: Branches, arrays: Slots<Arrays<typeof pastColumns>>) => ({
  compile: () =>
    sql`
      insert into past_acts (id, verb, person_id, unit_id, subject_id, at)
      select row.id, row.verb, row.person_id, row.unit_id, row.subject_id, row.at
      from ${arraysAsTable('row', pastColumns, arrays)}`.compile(blueprint),
}));

function* pastOf({ changes }: Entry): Generator<Arrays<typeof pastColumns>> {
  const past = changes.flatMap(({ did, unitId = null, subjectId }) => (did === undefined ? [] : [{ ...did, unitId, subjectId }]));
  for (const some of partsOf(past, atOnce))
    yield arraysOf(
      pastColumns,
      some.map(({ verb, personId, at, unitId, subjectId }) => ({
        id: newIdAt(at),
        verb,
        person_id: personId,
        unit_id: unitId,
        subject_id: subjectId,
        at,
      })),
    );
}
