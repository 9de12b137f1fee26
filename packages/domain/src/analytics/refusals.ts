export const analyticRefusals = [
  'analytics.unknown_parameter',
  'analytics.given_twice',
  'analytics.unknown_column',
  'analytics.unknown_sort',
  'analytics.not_a_code',
  'analytics.not_a_day',
  'analytics.not_an_instant',
  'analytics.not_a_period',
  'analytics.not_a_number',
  'analytics.not_an_id',
  'analytics.not_a_flag',
  'analytics.not_a_word',
  'analytics.not_a_unit',
  'analytics.bad_cursor',
  'analytics.bad_limit',
  'analytics.too_many_values',
  'analytics.not_yet',
  'analytics.too_often',
  'analytics.busy',
] as const;

export type AnalyticRefusal = (typeof analyticRefusals)[number];
