import type { Companion } from '@changming/database';
import { Refusal } from '@changming/domain/kernel';
import type { CompiledQuery } from 'kysely';

import type { Actor } from './context.ts';

/**
 * Who calls, as it was found out a moment ago. Whether it still holds is asked in the very message that opens the transaction, and nothing
 * is told or committed before the answer is in; where it does not hold any more, all is rolled back and who calls is found out anew.
 */
export type Presumed = {
  readonly statement: CompiledQuery;
  readonly holds: (rows: readonly unknown[]) => boolean;
  /** Refused when nobody stands behind the credentials any more. */
  readonly anew: () => Promise<Actor>;
};

type Presuming = { readonly actor: Actor; readonly presumed?: Presumed | undefined };

class Outdated extends Error {}

/** What is asked beside the opening of the transaction. */
export function companionOf({ presumed }: Presuming): Companion | undefined {
  if (presumed === undefined) return undefined;
  const heard = (rows: readonly unknown[]) => {
    if (!presumed.holds(rows)) throw new Outdated('who calls has changed');
  };
  return { statement: presumed.statement, heard };
}

/** Runs what one transaction does, once more if the presumption does not hold. A lack of permission is not believed of a presumption either. */
export async function onPresumption<Caller extends Presuming, Output>(
  caller: Caller,
  act: (caller: Caller) => Promise<Output>,
): Promise<Output> {
  const { presumed } = caller;
  if (presumed === undefined) return act(caller);
  try {
    return await act(caller);
  } catch (error) {
    if (!(error instanceof Outdated) && !(error instanceof Refusal && error.kind === 'forbidden')) throw error;
    return act({ ...caller, presumed: undefined, actor: await presumed.anew() });
  }
}
