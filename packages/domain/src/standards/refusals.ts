export const standardsRefusals = [
  'standards.clause_not_found',
  'standards.rule_not_found',
  'standards.rule_ended',
  'standards.wrong_value',
  'standards.laxer',
  'standards.wrong_place',
  'standards.headquarters_only',
  'standards.not_in_year',
  'standards.day_twice',
  'standards.reason_missing',
  'standards.before_last_version',
] as const;

export type StandardsRefusal = (typeof standardsRefusals)[number];
