import type { Database, Tx } from '@changming/database';
import { fromKysely, PgBoss } from 'pg-boss';

type Message = { readonly name: string; readonly payload: object; readonly key?: string | undefined };

/** `key` makes the same work wait in the queue once. */
export type Enqueue = (name: `${string}.${string}`, payload: object, key?: string) => Promise<void>;

export type Queue = { readonly send: (tx: Tx, message: Message) => Promise<void>; readonly close: () => Promise<void> };

/** Puts jobs into the queue within the caller's own transaction. Working them off is the worker's business. */
export function openQueue(db: Database): Queue {
  const boss = new PgBoss({ db: fromKysely(db), schema: 'jobs', supervise: false, schedule: false, migrate: false });
  boss.on('error', () => {});
  let started: Promise<unknown> | null = null;
  return {
    async send(tx, { name, payload, key }) {
      started ??= boss.start();
      await started;
      await boss.send(name, payload, { ...(key === undefined ? {} : { singletonKey: key }), db: fromKysely(tx) });
    },
    async close() {
      if (started !== null) await boss.stop({ graceful: false });
    },
  };
}
