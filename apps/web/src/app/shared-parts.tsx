import { lazy, type ReactNode } from 'react';

import { TrailOfOneRecord } from '../contexts/audit/components/trail-of-record.tsx';
import { HazardParts } from '../contexts/hazards/hazard-parts.ts';
import { UnitParts } from '../contexts/units/unit-parts.ts';
import { TrailOfRecord } from '../ui/record-trail.tsx';
import { FirstResponsible } from './first-responsible.tsx';
import { UnitTrail } from './unit-trail.tsx';

const FoundBy = lazy(async () => ({ default: (await import('../contexts/inspections/components/found-by.tsx')).FoundBy }));

const hazardParts = [FoundBy] as const;
const unitParts = [FirstResponsible, UnitTrail] as const;

/** Hands to pages what contexts show of each other's records without knowing one another. */
export function SharedParts({ children }: { readonly children: ReactNode }) {
  return (
    <TrailOfRecord value={TrailOfOneRecord}>
      <HazardParts value={hazardParts}>
        <UnitParts value={unitParts}>{children}</UnitParts>
      </HazardParts>
    </TrailOfRecord>
  );
}
