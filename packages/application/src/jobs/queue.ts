import { alongWithNext, type Database, type Tx } from '@changming/database';
import { CompiledQuery } from 'kysely';
import { fromKysely, PgBoss } from 'pg-boss';

type Message = { readonly name: string; readonly payload: object; readonly key: string };

/** What `notices.deliver` takes, so that one that nobody would be told of does not compile. */
export type NoticePayload = {
  readonly about: string;
  readonly subjectId: string;
  readonly unitId: string;
  readonly to: { readonly personIds?: readonly string[] | undefined; readonly posts?: readonly string[] | undefined };
  readonly facts?: Readonly<Record<string, string | number>>;
  readonly link: string;
  readonly unlinkedIds?: readonly string[] | undefined;
  readonly once: string;
  readonly urgent?: boolean | undefined;
};

/** `key` makes the same work wait in the queue once; a different occasion needs a different key. */
export type Enqueue = <Name extends `${string}.${string}`>(
  name: Name,
  payload: Name extends 'notices.deliver' ? NoticePayload : object,
  key: string,
) => Promise<void>;

export type Queue = { readonly send: (tx: Tx, message: Message) => Promise<void>; readonly close: () => Promise<void> };

/**
 * Every queue of the house: a key waits or runs once, a failure is tried again with growing pauses. A worker that is killed stops
 * giving signs of life, and what it had in hand is given to the next one after `heartbeatSeconds`.
 */
export const queuePolicy = { policy: 'exclusive', retryLimit: 8, retryBackoff: true, heartbeatSeconds: 20 } as const;

/**
 * Puts jobs into the queue within the caller's own transaction. Working them off is the worker's business. What the queue asks for itself goes
 * over `db`, a connection that nobody holds who waits for it: by those of the callers, as many writes at once as there are would wait for each other.
 */
export function openQueue(db: Database): Queue {
  const boss = new PgBoss({ db: fromKysely(db), schema: 'jobs', supervise: false, schedule: false, migrate: false });
  boss.on('error', () => {});
  let started: Promise<unknown> | null = null;
  const made = new Map<string, Promise<void>>();
  /** What failed because the database was away is tried again by whoever comes next. */
  const ready = async (name: string) => {
    started ??= boss.start();
    await started.catch((error: unknown) => {
      started = null;
      throw error;
    });
    const queue = made.get(name) ?? boss.createQueue(name, queuePolicy);
    made.set(name, queue);
    await queue.catch((error: unknown) => {
      made.delete(name);
      throw error;
    });
  };
  return {
    async send(tx, { name, payload, key }) {
      await ready(name);
      await boss.send(name, payload, { singletonKey: key, db: alongIn(tx, name) });
    },
    async close() {
      if (started !== null) await boss.stop({ graceful: false });
      await db.destroy();
    },
  };
}

/** Nobody asks which id a job got: its statement, one text a queue, travels with the next one of the caller's transaction. */
function alongIn(tx: Tx, name: string) {
  return {
    async executeSql(text: string, values: unknown[] = []) {
      await alongWithNext(tx, CompiledQuery.raw(text, values), `send ${name}`);
      return { rows: [] };
    },
  };
}
