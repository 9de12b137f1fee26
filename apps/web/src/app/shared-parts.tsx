import type { ReactNode } from 'react';

import { TrailOfOneRecord } from '../contexts/audit/components/trail-of-record.tsx';
import { UnitParts } from '../contexts/units/unit-parts.ts';
import { TrailOfRecord } from '../ui/record-trail.tsx';
import { FirstResponsible } from './first-responsible.tsx';
import { UnitTrail } from './unit-trail.tsx';

const unitParts = [FirstResponsible, UnitTrail] as const;

/** Hands to pages what contexts show of each other's records without knowing one another. */
export function SharedParts({ children }: { readonly children: ReactNode }) {
  return (
    <TrailOfRecord value={TrailOfOneRecord}>
      <UnitParts value={unitParts}>{children}</UnitParts>
    </TrailOfRecord>
  );
}
