export const riskRefusals = [
  'risks.not_found',
  'risks.id_taken',
  'risks.changed_meanwhile',
  'risks.wrong_stage',
  // grading
  'risks.value_not_in_scale',
  'risks.assessed_in_future',
  'risks.no_scale',
  // what a grading needs before it is reviewed
  'risks.measures_missing',
  'risks.measure_not_found',
  'risks.owner_missing',
  'risks.owner_not_found',
  'risks.control_plan_missing',
  'risks.own_review',
  'risks.point_elsewhere',
  // grading tables of the group
  'risks.scale_values_repeat',
  'risks.scale_bands_disordered',
  'risks.scale_band_missing',
  'risks.scale_exposure',
  'risks.scale_begins_past',
  'risks.scale_headquarters_only',
  // documents
  'risks.document_too_large',
] as const;

export type RiskRefusal = (typeof riskRefusals)[number];
