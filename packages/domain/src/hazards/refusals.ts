export const hazardRefusals = [
  'hazards.not_found',
  'hazards.changed_meanwhile',
  'hazards.wrong_stage',
  // triage
  'hazards.major_undecided',
  'hazards.major_confirmed',
  'hazards.level_missing',
  'hazards.suggestion_decided',
  'hazards.countersign_by_another',
  // plan and deadline
  'hazards.assignment_incomplete',
  'hazards.plan_incomplete',
  'hazards.deadline_past',
  'hazards.deadline_too_late',
  'hazards.deadline_by_extension_only',
  // evidence
  'hazards.before_photo_missing',
  'hazards.after_photo_missing',
  'hazards.photos_awaited',
  'hazards.reason_missing',
  // who may not
  'hazards.self_acceptance',
  'hazards.finder_acceptance',
  'hazards.major_needs_group',
  'hazards.needs_level_up',
  'hazards.own_request',
  'hazards.own_evaluation',
  'hazards.own_look_back',
  'hazards.look_back_same_unit',
  // on the spot
  'hazards.not_on_the_spot',
  // major treatment
  'hazards.authority_not_told',
  'hazards.authority_told',
  'hazards.treatment_not_approved',
  'hazards.treatment_incomplete',
  'hazards.wrong_treatment_stage',
  'hazards.not_evaluated',
  // extension and voiding
  'hazards.extension_too_late',
  'hazards.extension_used',
  'hazards.extension_not_later',
  'hazards.request_pending',
  'hazards.request_decided',
  'hazards.duplicate_of_missing',
  // listed supervision
  'hazards.supervision_exists',
  'hazards.wrong_supervision_stage',
  'hazards.not_closed',
  // look-back
  // the draw
  'hazards.no_such_month',
  'hazards.commitment_too_late',
  'hazards.seed_malformed',
  'hazards.seed_mismatch',
  'hazards.month_not_over',
  'hazards.already_drawn',
  'hazards.looked_back_already',
  'hazards.look_back_photo_missing',
  // at the desk and at the doors
  'hazards.id_taken',
  'hazards.person_not_found',
  'hazards.no_person',
  'hazards.claim_wrong',
  'hazards.too_many_tries',
  'hazards.request_not_found',
  'hazards.suggestion_not_found',
  'hazards.treatment_not_found',
  'hazards.supervision_not_found',
  'hazards.look_back_not_found',
  'hazards.view_not_found',
  'hazards.no_criterion_met',
  'hazards.search_too_wide',
  'hazards.document_too_large',
] as const;

export type HazardRefusal = (typeof hazardRefusals)[number];
