import { lazy, Suspense } from 'react';

const ActionsLink = lazy(async () => ({ default: (await import('../contexts/actions/phone/actions-link.tsx')).ActionsLink }));
const ChecksLink = lazy(async () => ({ default: (await import('../contexts/inspections/phone/checks-link.tsx')).ChecksLink }));
const LearningLink = lazy(async () => ({ default: (await import('../contexts/training/phone/learning-link.tsx')).LearningLink }));
const IncidentLink = lazy(async () => ({ default: (await import('../contexts/incidents/phone/incident-link.tsx')).IncidentLink }));
const SpotsLink = lazy(async () => ({ default: (await import('../contexts/equipment/phone/spots-link.tsx')).SpotsLink }));
const WatchLink = lazy(async () => ({ default: (await import('../contexts/workforce/phone/watch-link.tsx')).WatchLink }));

/** What contexts ask of a person today; below it the way to report an incident, which is always there. */
export function OwedToday() {
  return (
    <Suspense fallback={null}>
      <WatchLink />
      <ChecksLink />
      <SpotsLink />
      <ActionsLink />
      <LearningLink />
      <IncidentLink />
    </Suspense>
  );
}
