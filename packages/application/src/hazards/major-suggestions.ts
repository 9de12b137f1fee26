import type { Tx } from '@changming/database';
import { answerSuggestion, type MajorSuggestion, proposeDenialInput, type SuggestionStep } from '@changming/domain/hazards';
import { id, refuse } from '@changming/domain/kernel';
import { z } from 'zod';

import { command, type Writing } from '../context.ts';
import { personOf, recordEvent, tell } from './events.ts';
import { hazardInScope, saveHazard } from './store.ts';
import { stepTaken } from './take-step.ts';

/** What the system suggested of this hazard, and what has been answered so far. */
export async function suggestionOf(tx: Tx, hazardId: string): Promise<MajorSuggestion> {
  return (await findSuggestion(tx, hazardId)) ?? refuse('missing', 'hazards.suggestion_not_found', { id: hazardId });
}

export async function findSuggestion(tx: Tx, hazardId: string): Promise<MajorSuggestion | null> {
  const row = await tx.selectFrom('hazard_suggestions').selectAll().where('hazard_id', '=', hazardId).executeTakeFirst();
  if (row === undefined) return null;
  return {
    criterionIds: row.criterion_ids,
    suggestedAt: row.suggested_at,
    answerDueAt: row.answer_due_at,
    denialReason: row.denial_reason,
    denialProposedById: row.denial_proposed_by_id,
    decidedById: row.decided_by_id,
    decidedOn: row.decided_on,
  };
}

export async function settleSuggestion(tx: Tx, hazardId: string, suggestion: MajorSuggestion): Promise<void> {
  await tx
    .updateTable('hazard_suggestions')
    .set({
      denial_reason: suggestion.denialReason,
      denial_proposed_by_id: suggestion.denialProposedById,
      decided_by_id: suggestion.decidedById,
      decided_on: suggestion.decidedOn,
    })
    .where('hazard_id', '=', hazardId)
    .execute();
}

async function answer(work: Writing, hazardId: string, step: SuggestionStep, reason?: string) {
  const stored = await hazardInScope(work.tx, work.scope, hazardId);
  const suggested = { hazard: stored.hazard, suggestion: await suggestionOf(work.tx, hazardId) };
  const facts = { by: personOf(work), on: work.today, ...(reason !== undefined && { reason }) };
  const after = answerSuggestion(suggested, step, facts);
  await saveHazard(work.tx, stored, after.hazard);
  await settleSuggestion(work.tx, hazardId, after.suggestion);
  const told = { confirm: 'confirmMajor', proposeDenial: 'proposeDenial', countersign: 'denyMajor' }[step];
  await recordEvent(work, { hazard: stored.hazard, step: told, note: reason });
  await tell(work, hazardId, told, stored.row.version);
  return stepTaken(work, stored, after.hazard);
}

const one = z.strictObject({ hazardId: id });

/** 确认重大: by name, and the treatment opens. */
export const confirmMajor = command({
  permission: 'hazards.confirmMajor',
  input: one,
  run: (work, { hazardId }) => answer(work, hazardId, 'confirm'),
});

/** 否认 needs a reason, and then a second signature. */
export const proposeDenial = command({
  permission: 'hazards.confirmMajor',
  name: 'hazards.proposeDenial',
  input: proposeDenialInput.extend({ hazardId: id }),
  run: (work, { hazardId, reason }) => answer(work, hazardId, 'proposeDenial', reason),
});

export const countersignDenial = command({
  permission: 'hazards.confirmMajor',
  name: 'hazards.countersignDenial',
  input: one,
  run: (work, { hazardId }) => answer(work, hazardId, 'countersign'),
});
