import type { Tx } from '@changming/database';
import type { Actor, Permission } from '@changming/domain/access';
import type { Day } from '@changming/domain/kernel';
import type { UnitRange } from '@changming/domain/units';
import type { CompiledQuery, RawBuilder } from 'kysely';

import type { Changed } from './audit/append-trail.ts';
import type { Enqueue } from './jobs/queue.ts';
import type { Secrets } from './secrets.ts';

/** The key of what a command says it has changed; only `trail` makes a value with it. */
export const recorded = Symbol('recorded');

/** A verb says what it needs; its scope is the union of the grants that carry just that. */
export type Reading = {
  readonly tx: Tx;
  readonly scope: readonly UnitRange[];
  /** Whether the scope is the whole group. */
  readonly whole: boolean;
  readonly actor: Actor;
  readonly now: Date;
  readonly today: Day;
  readonly secrets: Secrets;
  readonly production: boolean;
  /** Whether the same person may also do this, at that place. */
  readonly may: (permission: Permission, position: number) => boolean;
};

/** Made by `trail` alone, so a command cannot return without having said what changed. */
export type Recorded<Output> = { readonly [recorded]: readonly Changed[]; readonly result: Output };

export type Writing = Reading & {
  readonly newId: () => string;
  readonly trail: <Output>(changed: Changed | readonly Changed[], result: Output) => Recorded<Output>;
  /** Queued in the same transaction: the change and the job both happen or neither does. */
  readonly enqueue: Enqueue;
};

export type Looking = Pick<Reading, 'now' | 'today' | 'production'> & {
  readonly ask: <Row>(statement: RawBuilder<Row> | CompiledQuery<Row>) => Promise<Row[]>;
};
