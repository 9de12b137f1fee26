import { lazy, Suspense } from 'react';

const DueHere = lazy(async () => ({ default: (await import('../contexts/inspections/phone/due-here.tsx')).DueHere }));

const FireHere = lazy(async () => ({ default: (await import('../contexts/equipment/phone/fire-here.tsx')).FireHere }));

/** What contexts ask of a person at the plate that was scanned; nothing where nothing is owed. */
export function OwedHere({ code, ownerId }: { readonly code: string; readonly ownerId: string }) {
  return (
    <Suspense fallback={null}>
      <DueHere code={code} ownerId={ownerId} />
      <FireHere code={code} ownerId={ownerId} />
    </Suspense>
  );
}
