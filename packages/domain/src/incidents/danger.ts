import type { Danger } from './kinds.ts';
import type { IncidentRules } from './rules.ts';

export type DangerFacts = {
  readonly atRisk: number;
  readonly trapped: number;
  readonly missing: number;
  readonly evacuated: number;
  readonly dangers: readonly Danger[];
};

export type DangerReason = 'atRisk' | 'trapped' | 'evacuated' | Danger;

/** 较大涉险事故 (安监总局令第21号第二十六条): why it must be reported although nobody may be hurt; empty when it need not be. */
export function dangerReasons({ atRisk, trapped, missing, evacuated, dangers }: DangerFacts, { danger }: IncidentRules): DangerReason[] {
  const counted: readonly (readonly [DangerReason, boolean])[] = [
    ['atRisk', atRisk >= danger.atRisk],
    ['trapped', trapped + missing >= danger.trapped],
    ['evacuated', evacuated >= danger.evacuated],
  ];
  return [...counted.filter(([, reached]) => reached).map(([reason]) => reason), ...dangers];
}
