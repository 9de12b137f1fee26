/** G3 班组级, G2 车间级, G1 公司级 are the sub-levels of 一般隐患; `major` is 重大隐患 (Order 16 art. 3). */
export const hazardLevels = ['team', 'workshop', 'unit', 'major'] as const;
export type HazardLevel = (typeof hazardLevels)[number];

export const hazardGrades = ['general', 'major'] as const;
export type HazardGrade = (typeof hazardGrades)[number];

/** The codes that ledgers and other systems write. */
export const levelCodes = { team: 'G3', workshop: 'G2', unit: 'G1', major: 'MAJOR' } as const satisfies Record<HazardLevel, string>;

export function gradeOf(level: HazardLevel): HazardGrade {
  return level === 'major' ? 'major' : 'general';
}

/** Levels that need money or other departments: no commitment may be waived, and the finder does not accept. */
export function isWeighty(level: HazardLevel | null): boolean {
  return level === 'unit' || level === 'major';
}
