import { lazy, Suspense } from 'react';

const OwedLinks = lazy(async () => ({ default: (await import('./owed-links.tsx')).OwedLinks }));

/** What contexts ask of a person today; below it the way to report an incident, which is always there. */
export function OwedToday() {
  return (
    <Suspense fallback={null}>
      <OwedLinks />
    </Suspense>
  );
}
