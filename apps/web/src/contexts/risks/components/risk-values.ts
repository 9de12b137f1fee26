import type { GradingMethod, MeasureKind, RiskKind } from '@changming/domain/risks';

import { dayOf } from '../../../ui/dates.ts';
import type { PickedUnit } from '../../../ui/unit-picker.tsx';
import type { PickedPerson } from '../../workforce/components/person-picker.tsx';
import type { ChangedRisk, RiskDetail } from '../queries.ts';

export type RiskValues = {
  readonly unit: PickedUnit;
  readonly name: string;
  readonly kind: RiskKind;
  readonly pointId?: string | null;
  readonly source: string;
  readonly consequences?: string | null;
  readonly owner?: PickedPerson | null;
  readonly measures: readonly { readonly id?: string; readonly kind: MeasureKind; readonly text: string }[];
  readonly controlPlan?: string | null;
  readonly method: GradingMethod;
  readonly likelihood: string;
  readonly exposure?: string | null;
  readonly consequence: string;
  readonly directMajor?: ChangedRisk['grading']['directMajor'];
  readonly assessedOn: string;
  readonly note?: string | null;
};

/** What is sent of what was filled in. */
export function contentOf(values: RiskValues) {
  const { name, kind, pointId, source, consequences, owner, controlPlan, measures } = values;
  return {
    name: name.trim(),
    kind,
    pointId: pointId ?? null,
    source: source.trim(),
    consequences: said(consequences),
    ownerId: owner?.id ?? null,
    controlPlan: said(controlPlan),
    measures: measures.filter(({ text }) => text.trim() !== '').map((measure) => ({ ...measure, text: measure.text.trim() })),
    grading: gradingOf(values),
  };
}

function gradingOf({ method, likelihood, exposure, consequence, directMajor, assessedOn, note }: RiskValues) {
  const exposed = method === 'lec' ? (exposure ?? null) : null;
  return { method, likelihood, exposure: exposed, consequence, directMajor: directMajor ?? null, assessedOn, note: said(note) };
}

function said(text: string | null | undefined): string | null {
  const written = text?.trim() ?? '';
  return written === '' ? null : written;
}

/** With what a new risk begins. */
export function emptyValues(): Partial<RiskValues> {
  return { kind: 'equipment', method: 'lec', assessedOn: dayOf(new Date()), measures: [{ kind: 'engineering', text: '' }] };
}

/** With what a change begins: what is there; a new grading is of today and says nothing yet. */
export function valuesOf(risk: RiskDetail, how: 'edit' | 'regrade'): Partial<RiskValues> {
  const { name, kind, pointId, source, consequences, controlPlan, measures } = risk;
  return {
    unit: { id: risk.unitId, name: risk.unit },
    name,
    kind,
    pointId,
    source,
    consequences,
    controlPlan,
    measures,
    owner: risk.ownerId === null ? null : { id: risk.ownerId, name: risk.owner ?? '' },
    ...gradedBefore(risk, how),
  };
}

function gradedBefore({ gradings: [last] }: RiskDetail, how: 'edit' | 'regrade'): Partial<RiskValues> {
  if (last === undefined) return {};
  const { method, likelihood, exposure, consequence, directMajor, assessedOn, note } = last;
  const told = how === 'edit' ? { assessedOn, note } : { assessedOn: dayOf(new Date()), note: null };
  return { method, likelihood, exposure, consequence, directMajor, ...told };
}
