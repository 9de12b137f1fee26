import { type ComponentType, createContext } from 'react';

/** What other contexts show of a hazard beside its own facts; the shell hands it in, so that hazards know nobody above. */
export type HazardPart = ComponentType<{ readonly hazardId: string }>;

export const HazardParts = createContext<readonly HazardPart[]>([]);
