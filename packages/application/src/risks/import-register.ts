import { monthsLater } from '@changming/domain/kernel';
import type { DirectMajor, GradingInput, MeasureKind, RiskKind } from '@changming/domain/risks';

import type { Changed, Writing } from '../context.ts';
import { insertionInto, eventColumns, gradingColumns, measureColumns, riskColumns } from './register-columns.ts';
import { gradedWith, scalesIn } from './scales.ts';
import { reviewRules } from './rules.ts';
import { riskSearchKey } from './store.ts';

/** A risk as a register tells it. */
export type RegisteredRisk = {
  readonly id: string;
  readonly unitId: string;
  readonly pointId: string | null;
  readonly name: string;
  readonly kind: RiskKind;
  readonly source: string;
  readonly consequences: string | null;
  readonly ownerId: string | null;
  readonly controlPlan: string | null;
  readonly measures: readonly { readonly kind: MeasureKind; readonly text: string }[];
  readonly grading: Omit<GradingInput, 'note' | 'directMajor'> & { readonly directMajor: DirectMajor | null };
  /** In force already, as the register says; otherwise a draft. */
  readonly published: boolean;
};

/**
 * 期初: enters a register of the time before the go-live. What it calls published is in force at once; whoever calls this holds
 * `risks.import`.
 */
export async function enterRegister(work: Writing, risks: readonly RegisteredRisk[]): Promise<Changed[]> {
  const scales = await scalesIn(work.tx);
  const rules = await reviewRules(work.tx);
  const reckoned: Reckoned[] = [];
  for (const risk of risks) {
    const { reviewMonths } = await rules({ unitId: risk.unitId, on: work.today });
    const graded = gradedWith(scales, { ...risk.grading, note: null }, work.today);
    reckoned.push({ risk, graded, dueOn: monthsLater(risk.grading.assessedOn, reviewMonths) });
  }
  await insertAll(work, reckoned);
  return reckoned.map(({ risk, graded }) => {
    const after = { name: risk.name, graded: graded.level, stage: risk.published ? 'published' : 'draft', origin: 'opening' };
    return { subjectId: risk.id, unitId: risk.unitId, before: null, after };
  });
}

type Reckoned = { readonly risk: RegisteredRisk; readonly graded: ReturnType<typeof gradedWith>; readonly dueOn: string };

/** One statement for each table, however many risks come in. */
async function insertAll(work: Writing, reckoned: readonly Reckoned[]): Promise<void> {
  if (reckoned.length === 0) return;
  const { tx, newId, actor, now } = work;
  const measures = reckoned.flatMap(({ risk: { id, measures: own } }) =>
    own.map(({ kind, text }, at) => ({ id: newId(), risk_id: id, at, kind, text })),
  );
  const events = reckoned.map(({ risk: { id } }) => ({
    id: newId(),
    risk_id: id,
    round: 1,
    step: 'import',
    by_id: actor.personId,
    at: now,
  }));
  await insertionInto(
    'risks',
    riskColumns,
    reckoned.map((each) => riskRow(work, each)),
  ).execute(tx);
  await insertionInto(
    'risk_gradings',
    gradingColumns,
    reckoned.map((each) => gradingRow(work, each)),
  ).execute(tx);
  await insertionInto('risk_measures', measureColumns, measures).execute(tx);
  await insertionInto('risk_events', eventColumns, events).execute(tx);
}

function riskRow({ today }: Writing, { risk, graded, dueOn }: Reckoned) {
  const inForce = { stage: 'published', level: graded.level, review_due_on: dueOn, published_on: risk.grading.assessedOn } as const;
  const draft = { stage: 'draft', level: null, review_due_on: null, published_on: null } as const;
  return {
    id: risk.id,
    unit_id: risk.unitId,
    point_id: risk.pointId,
    name: risk.name,
    kind: risk.kind,
    source: risk.source,
    consequences: risk.consequences,
    owner_id: risk.ownerId,
    control_plan: risk.controlPlan,
    search_key: riskSearchKey(risk),
    created_on: today,
    origin: 'opening' as const,
    ...(risk.published ? inForce : draft),
  };
}

/** Nobody of the product graded or reviewed it: the days are those of the register. */
function gradingRow({ now }: Writing, { risk: { id, grading, published }, graded }: Reckoned) {
  const { method, likelihood, exposure, consequence, directMajor, assessedOn } = grading;
  const on = published ? assessedOn : null;
  return {
    risk_id: id,
    round: 1,
    method,
    scale_id: graded.scaleId,
    likelihood,
    exposure,
    consequence,
    score: graded.score,
    band: graded.band,
    level: graded.level,
    direct_major: directMajor,
    assessed_on: assessedOn,
    reviewed_on: on,
    published_on: on,
    published_at: published ? now : null,
  };
}
