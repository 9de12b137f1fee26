import { coversAll, type Database, holdTreeWithNext, inTransaction, makeSettings, type Mode, untilKnown } from '@changming/database';
import { type CopiedOut, copyOut, type CopyStatement } from '@changming/database/copy-out';
import { openDatabase, type Opening } from '@changming/database/open';
import type { Actor, Permission } from '@changming/domain/access';
import { type Clock, clockAt, dayIn } from '@changming/domain/kernel';
import { containing, type UnitRange } from '@changming/domain/units';
import { type CompiledQuery, type RawBuilder, sql } from 'kysely';
import type { z } from 'zod';

import { appendTrail, type Changed, type Provenance } from './audit/append-trail.ts';
import { givenInput } from './given-input.ts';
import { instantOf } from './instant-of.ts';
import { type Once, onceOnly } from './jobs/once.ts';
import { openQueue, type Queue } from './jobs/queue.ts';
import { newIdAt } from './new-id.ts';
import { assignedPlace, grantedScope, mayBeAssigned, type Needs, refuseUnpermitted } from './permitted.ts';
import { companionOf, onPresumption, type Presumed } from './presumption.ts';
import type { Secrets } from './secrets.ts';
import { settingsOf } from './settings-of.ts';
import { clockwork, nobody } from './standing-actors.ts';
import { type Looking, type Reading, type Recorded, recorded, type Writing } from './working.ts';

export type { CopiedOut } from '@changming/database/copy-out';
export type { Actor, Permission } from '@changming/domain/access';
export { Refusal, type RefusalKind, refuse, uuidV7 } from '@changming/domain/kernel';
export type { Changed } from './audit/append-trail.ts';
export { InvalidInput } from './given-input.ts';
export type { Looking, Reading, Writing } from './working.ts';

/** Known to this file only: whoever holds a caller can use the verbs, and nothing but the verbs. */
const innards = Symbol('innards');

type Innards = Pick<HouseNeeds, 'clock' | 'secrets'> & { readonly db: Database; readonly queue: Queue; readonly production: boolean };

/** Who calls, from where. `once` makes a repeated request of the same key answer what the first one answered. */
export type Caller = {
  readonly actor: Actor;
  readonly provenance: Provenance;
  readonly once?: Once;
  /** Set when the actor is presumed: only a query or a command may act on that, which asks in its own transaction. */
  readonly presumed?: Presumed | undefined;
  readonly [innards]: Innards;
};

export type House = {
  readonly clock: Clock;
  readonly callerFor: (actor: Actor, provenance?: Provenance, presumed?: Presumed) => Caller;
  /** For the verbs behind public doors: sign-in, a plate, a claim code. */
  readonly stranger: (provenance?: Provenance) => Caller;
  /** The clock as a caller: sweeps and escalations over the whole group, granted by the matrix like a person's. */
  readonly clockwork: () => Caller;
  /** The same house at another instant that stands still: seeds write a past with it. */
  readonly at: (instant: Date) => House;
  /** The same house, whose verbs put no work into the queue: what a seed tells of long ago is news to nobody. */
  readonly silent: () => House;
  readonly ready: () => Promise<void>;
  /** Waits until every change that had begun when it was called has ended: what a run for a cut-off does before it reads. */
  readonly settled: () => Promise<void>;
  readonly close: () => Promise<void>;
};

/** In `production` demo accounts are strangers. */
export type HouseNeeds = Opening & { readonly clock: Clock; readonly secrets: Secrets; readonly production?: boolean };

/** Opens the one database of this process. Apps hold the house; verbs get what they need from the caller. */
export function openHouse({ clock, secrets, production = false, ...opening }: HouseNeeds): House {
  const db = openDatabase(opening);
  return houseOn({ db, clock, secrets, production, queue: openQueue(openDatabase({ ...opening, max: 1 })) });
}

function houseOn(inside: Innards): House {
  const callerFor = (actor: Actor, provenance: Provenance = { via: 'shell', ip: null }, presumed?: Presumed) => {
    return { actor, provenance, presumed, [innards]: inside };
  };
  return {
    clock: inside.clock,
    callerFor,
    stranger: (provenance = { via: 'door', ip: null }) => callerFor(nobody, provenance),
    clockwork: () => callerFor(clockwork, { via: 'clock', ip: null }),
    at: (instant) => houseOn({ ...inside, clock: clockAt(instant) }),
    silent: () => houseOn({ ...inside, queue: { send: async () => {}, close: async () => {} } }),
    ready: async () => void (await sql`select 1`.execute(inside.db)),
    settled: () => untilKnown(inside.db),
    close: async () => {
      await inside.queue.close();
      await inside.db.destroy();
    },
  };
}

type Command<Input extends z.ZodType, Output> = {
  readonly permission: Permission;
  /** The act as the trail tells it, when it is not the permission itself. */
  readonly name?: `${string}.${string}`;
  readonly input: Input;
  /** 指派: the one record on which a person from another branch may do this, if it was assigned to that person. */
  readonly assignedSubject?: (input: z.output<Input>) => string | undefined;
  /** The answer holds a secret that is shown once, so it is never kept for a repeated request. */
  readonly toldOnce?: boolean;
  /** It gives labels of the tree, so nobody else writes meanwhile; every other command lets all but such a one write beside it. */
  readonly reorganises?: true;
  /** Changes nothing but the database: a transaction that began too late, or on a presumption that did not hold, is done once more. */
  readonly run: (work: Writing, input: z.output<Input>) => Promise<Recorded<Output>>;
};

/** Permission, scope, validation, one transaction, the trail: decided here once for every change in the system. */
export function command<Input extends z.ZodType, Output>({
  permission,
  name,
  input,
  assignedSubject,
  toldOnce,
  reorganises,
  run,
}: Command<Input, Output>) {
  return async (presumed: Caller, raw: z.input<Input>): Promise<Output> => {
    const [parsed, verb] = [givenInput(input, raw), name ?? permission];
    const asking = { mode: 'read write', permission, subject: assignedSubject?.(parsed) } as const;
    const act = async (caller: Caller, { tx, scope, now }: Opened): Promise<Output> => {
      await holdTreeWithNext(tx, reorganises === true ? 'alone' : 'shared');
      const [{ secrets }, whose] = [caller[innards], toldOnce === true ? { actor: caller.actor } : caller];
      return onceOnly(tx, whose, { name: verb, now, secrets }, async () => {
        const { result, [recorded]: changes } = await run(writing(caller, { tx, scope, now }), parsed);
        await appendTrail(tx, { caller, verb, now, changes });
        return result;
      });
    };
    return onPresumption(presumed, (caller) => inScope(caller, asking, (opened) => act(caller, opened)));
  };
}

type Query<Input, Output> = {
  readonly permission: Permission;
  readonly assignedSubject?: (input: Input) => string | undefined;
  readonly run: (work: Reading, input: Input) => Promise<Output>;
};

/** The twin of `command` for reading: the same permission and scope, one read-only transaction that sees one state, no trail. */
export function query<Input, Output>({ permission, assignedSubject, run }: Query<Input, Output>) {
  return async (presumed: Caller, input: Input): Promise<Output> =>
    onPresumption(presumed, (caller) =>
      inScope(caller, { mode: 'read only', permission, subject: assignedSubject?.(input) }, (opened) =>
        run(reading(caller, opened), input),
      ),
    );
}

type Extract<Input> = { readonly permission: Permission; readonly run: (work: Reading, input: Input) => Promise<CopyStatement> };

/** `query` for answers too long to hold: the same permission, scope, settings and kind of transaction, streamed as the server writes it. */
export function extract<Input>({ permission, run }: Extract<Input>) {
  return async (caller: Caller, input: Input): Promise<CopiedOut> => {
    const { db, clock } = certainly(caller);
    const [now, scope] = [clock.now(), grantedScope(caller.actor, permission, clock.today())];
    if (scope.length === 0) refuseUnpermitted(permission);
    return copyOut(db, settingsOf(caller, { now, read: scope, write: [] }), (tx) => run(reading(caller, { tx, scope, now }), input));
  };
}

export type AtDoor = Writing & {
  /** Steps into these branches for the rest of the transaction: what the door itself has proved, never what the caller claims. */
  readonly enter: (ranges: readonly UnitRange[]) => Promise<void>;
};

type Door<Input extends z.ZodType, Output> = {
  readonly name: `${string}.${string}`;
  readonly input: Input;
  readonly run: (work: AtDoor, input: z.output<Input>) => Promise<Recorded<Output>>;
};

/** A verb that needs no permission: signing in, the caller's own account, a public plate. It starts with an empty scope. */
export function door<Input extends z.ZodType, Output>({ name, input, run }: Door<Input, Output>) {
  return async (caller: Caller, raw: z.input<Input>): Promise<Output> => {
    const parsed = givenInput(input, raw);
    const { db, clock } = certainly(caller);
    const [begin, instant] = instantOf(clock);
    const settings = () => settingsOf(caller, { now: begin(), read: [], write: [] });
    return inTransaction(db, { mode: 'read write', settings, atOnce: true }, async (tx) => {
      const enter = (ranges: readonly UnitRange[]) =>
        makeSettings(tx, settingsOf(caller, { now: instant(), read: ranges, write: ranges })).then(() => holdTreeWithNext(tx, 'shared'));
      const { result, [recorded]: changes } = await run({ ...writing(caller, { tx, scope: [], now: instant() }), enter }, parsed);
      await appendTrail(tx, { caller, verb: name, now: instant(), changes });
      return result;
    });
  };
}

type Glance<Input, Output> = { readonly run: (looking: Looking, input: Input) => Promise<Output> };

/** Single statements without scope, transaction and trail, for definer functions alone: who stands behind a session is asked at every request. */
export function glance<Input, Output>({ run }: Glance<Input, Output>) {
  return async (caller: Caller, input: Input): Promise<Output> => {
    const { db, clock, production } = certainly(caller);
    const ask = async <Row>(statement: RawBuilder<Row> | CompiledQuery<Row>) =>
      (await ('sql' in statement ? db.executeQuery<Row>(statement) : statement.execute(db))).rows;
    return run({ now: clock.now(), today: clock.today(), production, ask }, input);
  };
}

type Opened = Pick<Reading, 'tx' | 'scope' | 'now'>;
type Asking = Needs & { readonly mode: Mode };

/** Only a query and a command check a presumption, so nothing else is handed one. */
function certainly(caller: Caller): Innards {
  if (caller.presumed !== undefined) throw new Error('this verb does not act on a presumption');
  return caller[innards];
}

/** One transaction with the scope of the permission in force. An assignment is looked up inside it, before the scope is known. */
async function inScope<Result>(caller: Caller, { mode, ...needs }: Asking, work: (opened: Opened) => Promise<Result>): Promise<Result> {
  const { db, clock } = caller[innards];
  const [companion, granted] = [companionOf(caller), grantedScope(caller.actor, needs.permission, clock.today())];
  const writable = (scope: readonly UnitRange[]) => (mode === 'read only' ? [] : scope);
  if (needs.subject === undefined || !mayBeAssigned(caller.actor)) {
    if (granted.length === 0) refuseUnpermitted(needs.permission);
    const [begin, instant] = instantOf(clock);
    const settings = () => settingsOf(caller, { now: begin(), read: granted, write: writable(granted) });
    return inTransaction(db, { mode, settings, companion }, (tx) => work({ tx, scope: granted, now: instant() }));
  }
  return inTransaction(db, { mode, settings: null, companion }, async (tx) => {
    const assigned = await assignedPlace(caller.actor, tx, { ...needs, today: clock.today() });
    const [now, scope] = [clock.now(), assigned.length > 0 ? assigned : granted];
    if (scope.length === 0) refuseUnpermitted(needs.permission);
    await makeSettings(tx, settingsOf(caller, { now, read: scope, write: writable(scope) }));
    return work({ tx, scope, now });
  });
}

function reading({ actor, [innards]: { secrets, production } }: Caller, running: Opened): Reading {
  const today = dayIn(running.now);
  return {
    ...running,
    whole: coversAll(running.scope),
    actor,
    today,
    secrets,
    production,
    may: (permission, position) => containing(grantedScope(actor, permission, today), position),
  };
}

function writing(caller: Caller, running: Opened): Writing {
  return {
    ...reading(caller, running),
    newId: () => newIdAt(running.now),
    trail: (changed, result) => ({ [recorded]: Array.isArray(changed) ? changed : [changed as Changed], result }),
    enqueue: (name, payload, key) => caller[innards].queue.send(running.tx, { name, payload, key }),
  };
}
