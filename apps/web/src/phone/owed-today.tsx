import { lazy, Suspense } from 'react';

const ChecksLink = lazy(async () => ({ default: (await import('../contexts/inspections/phone/checks-link.tsx')).ChecksLink }));

/** What contexts ask of a person today, above whatever he came for; nothing where nothing is owed. */
export function OwedToday() {
  return (
    <Suspense fallback={null}>
      <ChecksLink />
    </Suspense>
  );
}
