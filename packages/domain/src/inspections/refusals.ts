export const inspectionRefusals = ['inspections.not_found', 'inspections.future_date'] as const;

export type InspectionRefusal = (typeof inspectionRefusals)[number];
