import { type HazardLevel, unsettled, type WaivableCommitment } from '@changming/domain/hazards';

import type { PickedUnit } from '../../../ui/unit-picker.tsx';
import type { PickedPerson } from '../../workforce/components/person-picker.tsx';
import type { HazardDetail } from '../queries.ts';

/** 整改方案 as its form holds it; `funds` in 元. */
export type PlanValues = {
  readonly responsibleUnit?: PickedUnit | null;
  readonly responsible?: PickedPerson | null;
  readonly leader?: PickedPerson | null;
  readonly measures?: string;
  readonly funds?: number | null;
  readonly dueOn?: string | null;
  readonly contingency?: string;
  readonly waived?: WaivableCommitment[];
};

export type PlanBody = {
  responsibleUnitId: string | null;
  responsibleId: string | null;
  leaderId: string | null;
  measures: string | null;
  funds: number | null;
  dueOn: string | null;
  contingency: string | null;
  waived: WaivableCommitment[];
};

/** The plan as the contract takes it; what was left empty is not settled. */
export function planBody({ responsibleUnit, responsible, leader, measures, funds, dueOn, contingency, waived = [] }: PlanValues): PlanBody {
  return {
    responsibleUnitId: idOf(responsibleUnit),
    responsibleId: idOf(responsible),
    leaderId: idOf(leader),
    measures: wordsOf(measures),
    funds: waived.includes('funds') ? null : inFen(funds),
    dueOn: dueOn ?? null,
    contingency: waived.includes('contingency') ? null : wordsOf(contingency),
    waived,
  };
}

function idOf(picked: { readonly id: string } | null | undefined): string | null {
  return picked?.id ?? null;
}

export function wordsOf(text: string | undefined): string | null {
  const words = text?.trim() ?? '';
  return words === '' ? null : words;
}

/** 元 as 分, without the faults of binary fractions. */
export function inFen(yuan: number | null | undefined): number | null {
  return yuan === null || yuan === undefined ? null : Math.round(yuan * 100);
}

/** What the rules propose, for triage to confirm; the measures are the template of the category. */
export function proposedPlan({ plan, proposal, unit, people }: HazardDetail, template: string): PlanValues {
  if (proposal === null) return plannedValues(plan);
  const responsible = people.find(({ id }) => id === proposal.responsibleId) ?? null;
  return {
    responsibleUnit: proposal.responsibleUnitId === unit.id ? unit : null,
    responsible,
    measures: plan.measures ?? template,
    dueOn: proposal.dueOn,
    waived: proposal.waived,
  };
}

/** The plan that stands. */
export function plannedValues(plan: HazardDetail['plan']): PlanValues {
  return {
    responsibleUnit: plan.responsibleUnitId === null ? null : { id: plan.responsibleUnitId, name: plan.responsibleUnit ?? '' },
    responsible: plan.responsible,
    leader: plan.leader,
    measures: plan.measures ?? '',
    funds: plan.funds === null ? null : plan.funds / 100,
    dueOn: plan.dueOn,
    contingency: plan.contingency ?? '',
    waived: plan.waived,
  };
}

/** The deadline proposed for a level that is chosen instead; undefined where another day was typed, which stays. */
export function dueOnFor(
  proposal: HazardDetail['proposal'],
  { chosen, dueOn }: { readonly chosen: HazardLevel; readonly dueOn: string | null | undefined },
): string | null | undefined {
  if (proposal === null) return undefined;
  const proposed: readonly (string | null)[] = Object.values(proposal.dueOnBy);
  return proposed.includes(dueOn ?? null) ? proposal.dueOnBy[chosen] : undefined;
}

/** The field of the form that keeps a plan from being taken, in the order in which they stand. */
export function missingField(values: PlanValues, level: HazardLevel | null): string {
  const { responsibleUnitId, responsibleId, dueOn } = planBody(values);
  if (responsibleUnitId === null) return 'responsibleUnit';
  if (responsibleId === null) return 'responsible';
  if (dueOn === null) return 'dueOn';
  return unsettled(planBody(values), level)[0] ?? 'measures';
}

/** Below 公司级 money and contingency may be stated as 不涉及. */
export function mayWaive(level: HazardLevel | null | undefined): boolean {
  return level === 'team' || level === 'workshop';
}
