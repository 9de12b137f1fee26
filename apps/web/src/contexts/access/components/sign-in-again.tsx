import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useSyncExternalStore } from 'react';

import { meQuery } from '../../../api/me.ts';
import { sessionEnded, whenSessionChanges } from '../../../api/signed-out.ts';

const dialog = () => import('./sign-in-again-dialog.tsx');
const SignInAgainDialog = lazy(async () => ({ default: (await dialog()).SignInAgainDialog }));

/** After the first page, in milliseconds; long before a session ends. */
const later = 10_000;

/** Far more often than a session ends unused, in milliseconds. */
const asks = 5 * 60_000;

/** The session ended under an open page: `SignInAgainDialog` stands before it. */
export function SignInAgain() {
  const open = useSyncExternalStore(whenSessionChanges, sessionEnded);
  useEffect(fetchLater, []);
  useAskedNowAndThen(open);
  if (!open) return null;
  return (
    <Suspense fallback={null}>
      <SignInAgainDialog />
    </Suspense>
  );
}

/** On a page that asks nothing by itself: whoever types stays signed in, and whoever does not is told when the session has ended. */
function useAskedNowAndThen(ended: boolean): void {
  useQuery({ ...meQuery, enabled: ({ state }) => state.data !== undefined, refetchInterval: ended ? false : asks });
}

/** It is there when it is needed, even if the pages were built anew meanwhile. */
function fetchLater(): () => void {
  const timer = setTimeout(() => void dialog().catch(() => null), later);
  return () => clearTimeout(timer);
}
