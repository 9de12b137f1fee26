export type InspectionTables = Record<never, never>;
