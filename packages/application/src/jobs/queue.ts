import type { Database, Tx } from '@changming/database';
import { fromKysely, PgBoss } from 'pg-boss';

type Message = { readonly name: string; readonly payload: object; readonly key: string };

/** `key` makes the same work wait in the queue once; a different occasion needs a different key. */
export type Enqueue = (name: `${string}.${string}`, payload: object, key: string) => Promise<void>;

export type Queue = { readonly send: (tx: Tx, message: Message) => Promise<void>; readonly close: () => Promise<void> };

/** Every queue of the house: a key waits or runs once, a failure is tried again with growing pauses. */
export const queuePolicy = { policy: 'exclusive', retryLimit: 8, retryBackoff: true } as const;

/** Puts jobs into the queue within the caller's own transaction. Working them off is the worker's business. */
export function openQueue(db: Database): Queue {
  const boss = new PgBoss({ db: fromKysely(db), schema: 'jobs', supervise: false, schedule: false, migrate: false });
  boss.on('error', () => {});
  let started: Promise<unknown> | null = null;
  const made = new Map<string, Promise<void>>();
  return {
    async send(tx, { name, payload, key }) {
      started ??= boss.start();
      await started;
      const queue = made.get(name) ?? boss.createQueue(name, queuePolicy);
      made.set(name, queue);
      await queue;
      await boss.send(name, payload, { singletonKey: key, db: fromKysely(tx) });
    },
    async close() {
      if (started !== null) await boss.stop({ graceful: false });
    },
  };
}
