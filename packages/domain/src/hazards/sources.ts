/** How a hazard was found: 自查, 集团督查, 政府检查, 专家, 员工上报（随手拍）, 事故追查, 专项整治. */
export const hazardSources = [
  'selfCheck',
  'groupInspection',
  'authority',
  'expert',
  'employeeReport',
  'accidentFollowup',
  'campaign',
] as const;
export type HazardSource = (typeof hazardSources)[number];

/** Whether the record was made by the loop or imported for a period before the unit's go-live (期初导入). */
export const hazardOrigins = ['recorded', 'opening'] as const;
export type HazardOrigin = (typeof hazardOrigins)[number];

/** 基础管理类 and 现场管理类. */
export const hazardKinds = ['basicManagement', 'site'] as const;
export type HazardKind = (typeof hazardKinds)[number];
