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

/** What anyone may report by; the others count as found by whom they name, so whoever grades hazards there registers them. */
export const sourcesOfAnyone: readonly HazardSource[] = ['selfCheck', 'employeeReport'];

/** Whether the record was made by the loop or imported for a period before the unit's go-live (期初导入). */
export const hazardOrigins = ['recorded', 'opening'] as const;
export type HazardOrigin = (typeof hazardOrigins)[number];

/** 基础管理类 and 现场管理类. */
export const hazardKinds = ['basicManagement', 'site'] as const;
export type HazardKind = (typeof hazardKinds)[number];
