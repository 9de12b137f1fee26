import { useCallback, useEffect, useState } from 'react';

import { isSignedOut, NetworkError } from '../../api/problem-error.ts';
import { noteSession } from '../../api/signed-out.ts';
import { noteLine } from '../line.ts';
import { useSession } from '../session.tsx';
import type { Asked } from '../use-ask.ts';
import type { Kept, SnapshotPart } from './part.ts';
import { keepPart, readPart } from './part-store.ts';

/** `asOf` is when the answer was read, ms, where it is not of now. */
export type AskedKept<Answer> = Asked<Answer> & { readonly asOf: number | null };

/** A slow line is not waited for longer than this when there is something to show, ms. */
const patience = 1500;

/** Asks the API; where it is not reached, or slow, shows what was kept. Both functions must keep their identity between renders. */
export function useAskKept<Answer>(
  ask: (signal: AbortSignal) => Promise<Answer>,
  kept: () => Promise<Kept<Answer> | null>,
): AskedKept<Answer> {
  const [round, setRound] = useState(0);
  const [asked, setAsked] = useState<AskedKept<Answer>>({ state: 'waiting', asOf: null });
  const again = useCallback(() => setRound((before) => before + 1), []);

  useEffect(() => {
    const control = new AbortController();
    const state = { answered: false };
    const showKept = async () => {
      const found = await kept();
      if (found === null || state.answered || control.signal.aborted) return found !== null;
      setAsked({ state: 'ready', answer: found.value, again, asOf: found.at });
      return true;
    };
    const slow = setTimeout(() => void showKept(), patience);
    const askNow = async () => {
      const answer = await ask(control.signal);
      state.answered = true;
      noteLine(true);
      setAsked({ state: 'ready', answer, again, asOf: null });
    };
    const failed = async (error: unknown) => {
      if (control.signal.aborted) return;
      noteFailure(error);
      if (error instanceof NetworkError && (await showKept())) return;
      state.answered = true;
      setAsked({ state: 'failed', error, again, asOf: null });
    };
    void askNow()
      .catch(failed)
      .finally(() => clearTimeout(slow));
    return () => {
      clearTimeout(slow);
      control.abort();
    };
  }, [ask, kept, again, round]);

  return asked;
}

function noteFailure(error: unknown): void {
  if (isSignedOut(error)) noteSession('ended');
  if (error instanceof NetworkError) noteLine(false);
}

/** A part of the snapshot, of now where the line allows. */
export function useKept<Value>(part: SnapshotPart<Value>): AskedKept<Value> {
  const { me } = useSession();
  const ownerId = me.account.id;
  const ask = useCallback(
    async (signal: AbortSignal) => {
      const before = await readPart<Value>(ownerId, part.name);
      const value = await part.read({ me, before: before?.value ?? null, signal });
      void keepPart(ownerId, part.name, value);
      return value;
    },
    [me, ownerId, part],
  );
  const kept = useCallback(() => readPart<Value>(ownerId, part.name), [ownerId, part]);
  return useAskKept(ask, kept);
}
