import { useCallback, useEffect, useState } from 'react';

import { isSignedOut } from '../api/problem-error.ts';
import { noteSession } from '../api/signed-out.ts';

export type Asked<Answer> =
  | { readonly state: 'waiting' }
  | { readonly state: 'failed'; readonly error: unknown; readonly again: () => void }
  | { readonly state: 'ready'; readonly answer: Answer; readonly again: () => void };

/** Asks the API once and again on demand; `ask` must keep its identity between renders. */
export function useAsk<Answer>(ask: (signal: AbortSignal) => Promise<Answer>): Asked<Answer> {
  const [round, setRound] = useState(0);
  const [asked, setAsked] = useState<Asked<Answer>>({ state: 'waiting' });
  const again = useCallback(() => setRound((before) => before + 1), []);

  useEffect(() => {
    const control = new AbortController();
    ask(control.signal).then(
      (answer) => setAsked({ state: 'ready', answer, again }),
      (error: unknown) => {
        if (control.signal.aborted) return;
        if (isSignedOut(error)) noteSession('ended');
        setAsked({ state: 'failed', error, again });
      },
    );
    return () => control.abort();
  }, [ask, again, round]);

  return asked;
}

export type Act<Input> = { readonly busy: boolean; readonly error: unknown; readonly act: (input: Input) => void };

/** Does something once: a second tap while it is under way does nothing, a failure keeps what was typed. */
export function useAct<Input>(run: (input: Input) => Promise<unknown>): Act<Input> {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const act = (input: Input) => {
    if (busy) return;
    setBusy(true);
    setError(null);
    void run(input)
      .catch((refused: unknown) => {
        if (isSignedOut(refused)) noteSession('ended');
        setError(refused);
      })
      .finally(() => setBusy(false));
  };
  return { busy, error, act };
}
