/** 重大、较大、一般、低风险, the worst first (安委办〔2016〕11号). */
export const riskLevels = ['major', 'larger', 'general', 'low'] as const;
export type RiskLevel = (typeof riskLevels)[number];

/** 红橙黄蓝. */
export const riskColours = { major: 'red', larger: 'orange', general: 'yellow', low: 'blue' } as const satisfies Record<RiskLevel, string>;

/** 管控层级, the highest first: whoever controls a level, everybody below it controls too. */
export const controlLevels = ['group', 'unit', 'workshop', 'team'] as const;
export type ControlLevel = (typeof controlLevels)[number];

const controls = { major: 'group', larger: 'unit', general: 'workshop', low: 'team' } as const satisfies Record<RiskLevel, ControlLevel>;

/** The highest level that controls a risk of this level. */
export function controlLevelOf(level: RiskLevel): ControlLevel {
  return controls[level];
}

/** Everybody who controls it: the level itself and all below. */
export function controllersOf(level: RiskLevel): readonly ControlLevel[] {
  return controlLevels.slice(controlLevels.indexOf(controls[level]));
}

/** How often each controller looks, in days (product default). */
export const lookEvery = {
  major: { group: 90, unit: 30, workshop: 7, team: 1 },
  larger: { unit: 30, workshop: 7, team: 1 },
  general: { workshop: 7, team: 1 },
  low: { team: 1 },
} as const satisfies Record<RiskLevel, Partial<Record<ControlLevel, number>>>;

/** 专项管控方案 is owed for major and larger risks (山东省安全生产条例 art. 31). */
export function owesControlPlan(level: RiskLevel): boolean {
  return level === 'major' || level === 'larger';
}

/** The worse of several levels; null when there is none. */
export function worstOf(levels: Iterable<RiskLevel | null>): RiskLevel | null {
  const said = new Set(levels);
  return riskLevels.find((level) => said.has(level)) ?? null;
}
