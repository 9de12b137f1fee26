import { type RiskGradingRow, type RiskRow, type Tx, within } from '@changming/database';
import { keyOf, refuse } from '@changming/domain/kernel';
import type { Risk } from '@changming/domain/risks';
import type { UnitRange } from '@changming/domain/units';
import type { Insertable, Selectable, Updateable } from 'kysely';

import type { Writing } from '../context.ts';
import { initialsOf } from '../units/index.ts';

export type StoredRisk = {
  readonly row: Selectable<RiskRow>;
  /** The grading of the round that is being drawn up, or is in force. */
  readonly grading: Selectable<RiskGradingRow>;
  readonly risk: Risk;
};

/** The risk, if it lies in the scope; outside of it it is missing, not forbidden. */
export async function riskInScope(tx: Tx, scope: readonly UnitRange[], id: string): Promise<StoredRisk> {
  const row = await tx
    .selectFrom('risks')
    .selectAll()
    .where('id', '=', id)
    .where((eb) => within(eb.ref('unit_pos'), scope))
    .executeTakeFirst();
  return row === undefined ? refuse('missing', 'risks.not_found', { id }) : withGrading(tx, row);
}

async function withGrading(tx: Tx, row: Selectable<RiskRow>): Promise<StoredRisk> {
  const grading = await tx
    .selectFrom('risk_gradings')
    .selectAll()
    .where('risk_id', '=', row.id)
    .where('round', '=', row.round)
    .executeTakeFirstOrThrow();
  const { measures } = await tx
    .selectFrom('risk_measures')
    .select((eb) => eb.fn.countAll<number>().as('measures'))
    .where('risk_id', '=', row.id)
    .where('ended_on', 'is', null)
    .executeTakeFirstOrThrow();
  return { row, grading, risk: toRisk(row, grading, measures) };
}

export function toRisk(row: Selectable<RiskRow>, grading: Selectable<RiskGradingRow>, measures: number): Risk {
  return {
    stage: row.stage,
    level: row.level,
    grading: { level: grading.level, assessedById: grading.assessed_by_id, assessedOn: grading.assessed_on },
    controlPlan: row.control_plan,
    measures,
    ownerId: row.owner_id,
    reviewDueOn: row.review_due_on,
  };
}

/** Writes only if nobody else has since the risk was read. */
export async function saveRisk(
  tx: Tx,
  { id, version }: Pick<Selectable<RiskRow>, 'id' | 'version'>,
  set: Omit<Updateable<RiskRow>, 'version'>,
): Promise<void> {
  const saved = await tx
    .updateTable('risks')
    .set((eb) => ({ ...set, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  if (saved.numUpdatedRows === 0n) refuse('conflict', 'risks.changed_meanwhile', { id });
}

type Event = { readonly riskId: string; readonly round: number; readonly step: string; readonly note: string | null };

/** 经过: who took which step, and what was said. */
export async function noteEvent({ tx, newId, actor, now }: Writing, { riskId, round, step, note }: Event): Promise<void> {
  const event = { id: newId(), risk_id: riskId, round, step, by_id: actor.personId, at: now, note };
  await tx.insertInto('risk_events').values(event).execute();
}

/** What the search looks in: name, pinyin initials, what may go wrong. */
export function riskSearchKey({ name, source }: { readonly name: string; readonly source: string }): string {
  return [name, initialsOf(name), source].map(keyOf).join(' ').slice(0, 600);
}

/** A risk as the trail tells it. */
export function told({ row, risk }: Pick<StoredRisk, 'row' | 'risk'>): object {
  const { stage, level, reviewDueOn, ownerId } = risk;
  return { name: row.name, stage, level, graded: risk.grading.level, reviewDueOn, ownerId };
}

export type NewGrading = Insertable<RiskGradingRow>;
