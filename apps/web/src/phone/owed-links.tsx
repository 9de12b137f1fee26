import { ActionsLink } from '../contexts/actions/phone/actions-link.tsx';
import { SpotsLink } from '../contexts/equipment/phone/spots-link.tsx';
import { IncidentLink } from '../contexts/incidents/phone/incident-link.tsx';
import { ChecksLink } from '../contexts/inspections/phone/checks-link.tsx';
import { LearningLink } from '../contexts/training/phone/learning-link.tsx';
import { WatchLink } from '../contexts/workforce/phone/watch-link.tsx';

/** One line for each context that asks something of a person today, all of them in one file of the build. */
export function OwedLinks() {
  return (
    <>
      <WatchLink />
      <ChecksLink />
      <SpotsLink />
      <ActionsLink />
      <LearningLink />
      <IncidentLink />
    </>
  );
}
