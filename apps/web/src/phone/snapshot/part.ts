import type { Me } from '@changming/contract/access/own';

/** What a part is read with: who asks, and what an earlier reading has kept, so that nothing large is fetched twice. */
export type Reading<Value> = { readonly me: Me; readonly before: Value | null; readonly signal?: AbortSignal | undefined };

/**
 * Something the phone holds for when there is no network: plain data, read whole each time. A context adds its own: one file
 * `contexts/<context>/phone/snapshot.ts` and one line in `snapshot/parts.ts`.
 */
export type SnapshotPart<Value> = {
  readonly name: `${string}.${string}`;
  /** Whether this person has any use for it. */
  readonly wanted: (me: Me) => boolean;
  /** @throws ProblemError when the API refuses, NetworkError when it was not reached */
  readonly read: (reading: Reading<Value>) => Promise<Value>;
};

/** As it was when it was read; `at` is ms. */
export type Kept<Value> = { readonly value: Value; readonly at: number };
