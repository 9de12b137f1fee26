import * as contract from '@changming/contract/access/own';
import { createContext, useContext } from 'react';

import { call } from '../api/call.ts';

export type Session = {
  readonly me: contract.Me;
  /** When the person was read, ms, where there is no network; null where it is of now. */
  readonly asOf: number | null;
  /** Reads the person again, after a change of the password or at the end of the session. */
  readonly renew: () => void;
};

export const SessionContext = createContext<Session | null>(null);

/** Only on screens that stand behind the sign-in. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === null) throw new Error('this screen is shown to those who are signed in');
  return session;
}

export function readMe(signal: AbortSignal): Promise<contract.Me> {
  return call(contract.readMe, { signal });
}
