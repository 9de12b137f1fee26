import { type ComponentType, createContext } from 'react';

/** What other contexts show of a unit below its own facts; the shell hands it in, so that units know nobody. */
export type UnitPart = ComponentType<{ readonly unitId: string; readonly on: string | undefined }>;

export const UnitParts = createContext<readonly UnitPart[]>([]);
