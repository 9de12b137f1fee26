import type { Day } from '../kernel/index.ts';
import { type CategoryDefaults, categoryDefaults, type HazardCategory } from './categories.ts';
import { type DeadlineRules, defaultDeadlines, proposedDueOn } from './deadlines.ts';
import type { FactorCode } from './factors.ts';
import type { KeyArea } from './key-areas.ts';
import { type HazardLevel, isWeighty } from './levels.ts';
import type { WaivableCommitment } from './plan.ts';
import type { HazardSource } from './sources.ts';

/** What is known when a report arrives. Persons are those who answer for the place on that day. */
export type Reported = {
  readonly category: HazardCategory;
  readonly source: HazardSource;
  readonly today: Day;
  readonly unitId: string;
  readonly pointResponsibleId: string | null;
  readonly unitResponsibleId: string | null;
  /** What the point itself says, where it says more than the category. */
  readonly pointKeyArea: KeyArea | null;
};

/** Proposed, shown, and confirmed or changed in triage; nothing of it is a decision. */
export type Proposal = {
  readonly level: HazardLevel;
  readonly factor: FactorCode;
  readonly keyArea: KeyArea;
  readonly clauseIds: readonly string[];
  readonly responsibleUnitId: string;
  readonly responsibleId: string | null;
  readonly dueOn: Day | null;
  /** The deadline for each level, should triage choose another. */
  readonly dueOnBy: Readonly<Record<HazardLevel, Day | null>>;
  readonly waived: readonly WaivableCommitment[];
};

/** Never proposes 重大: that is a suggestion of its own, answered by a named person. */
export function propose(reported: Reported, rules: DeadlineRules = defaultDeadlines): Proposal {
  const defaults: CategoryDefaults = categoryDefaults[reported.category];
  const level = proposedLevel(defaults.level, reported.source);
  const dueOn = (each: HazardLevel) => proposedDueOn(each, reported.today, rules);
  return {
    level,
    factor: defaults.factor,
    keyArea: reported.pointKeyArea ?? defaults.keyArea,
    clauseIds: defaults.clauseIds,
    responsibleUnitId: reported.unitId,
    responsibleId: reported.pointResponsibleId ?? reported.unitResponsibleId,
    dueOn: dueOn(level),
    dueOnBy: { team: dueOn('team'), workshop: dueOn('workshop'), unit: dueOn('unit'), major: dueOn('major') },
    waived: isWeighty(level) ? [] : ['funds', 'contingency'],
  };
}

/** What an authority or the group itself found is answered for by the company, not by a team. */
function proposedLevel(level: CategoryDefaults['level'], source: HazardSource): CategoryDefaults['level'] {
  if (source === 'authority') return 'unit';
  return source === 'groupInspection' && level === 'team' ? 'workshop' : level;
}
