import { suggest, type Suggested, suggestMajor } from '@changming/domain/hazards';

import type { Writing } from '../context.ts';
import { recordEvent, tell } from './events.ts';
import { hazardRules } from './hazard-rules.ts';
import { criterionScopesOf } from './propose-for.ts';
import { hazardInScope, saveHazard, type StoredHazard } from './store.ts';

/** A starred item that failed suggests 重大; nothing follows from it but a question to a named person. */
export async function suggestForItem(work: Writing, hazardId: string, checkItemId: string): Promise<void> {
  const stored = await hazardInScope(work.tx, work.scope, hazardId);
  const criteria = suggestMajor({ failedItems: [checkItemId] }, await criterionScopesOf(work.tx, stored.row.unit_pos));
  const { confirmHours } = await hazardRules(work.tx, { unitId: stored.hazard.unitId, on: work.today });
  await keepSuggestion(work, stored, suggest(stored.hazard, criteria, work.now, confirmHours));
}

/** Keeps what the system suggests, and tells who must answer in time. Null suggests nothing. */
export async function keepSuggestion(work: Writing, stored: StoredHazard, suggested: Suggested | null): Promise<void> {
  if (suggested === null) return;
  const { hazard, suggestion } = suggested;
  await saveHazard(work.tx, stored, hazard);
  const criterion_ids = [...suggestion.criterionIds];
  await work.tx
    .insertInto('hazard_suggestions')
    .values({ hazard_id: hazard.id, criterion_ids, suggested_at: suggestion.suggestedAt, answer_due_at: suggestion.answerDueAt })
    .execute();
  await recordEvent(work, { hazard, step: 'suggestMajor', facts: { criteria: criterion_ids.join(' ') } });
  await tell(work, hazard.id, 'suggestMajor', stored.row.version);
}
