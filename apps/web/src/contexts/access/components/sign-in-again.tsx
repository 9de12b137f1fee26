import { lazy, Suspense, useEffect, useSyncExternalStore } from 'react';

import { sessionEnded, whenSessionChanges } from '../../../api/signed-out.ts';

const dialog = () => import('./sign-in-again-dialog.tsx');
const SignInAgainDialog = lazy(async () => ({ default: (await dialog()).SignInAgainDialog }));

/** After the first page, in milliseconds; long before a session ends. */
const later = 10_000;

/** The session ended under an open page: `SignInAgainDialog` stands before it. */
export function SignInAgain() {
  const open = useSyncExternalStore(whenSessionChanges, sessionEnded);
  useEffect(fetchLater, []);
  if (!open) return null;
  return (
    <Suspense fallback={null}>
      <SignInAgainDialog />
    </Suspense>
  );
}

/** It is there when it is needed, even if the pages were built anew meanwhile. */
function fetchLater(): () => void {
  const timer = setTimeout(() => void dialog().catch(() => null), later);
  return () => clearTimeout(timer);
}
