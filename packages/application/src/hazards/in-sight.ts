import { refuse } from '@changming/domain/kernel';

import type { Reading } from '../context.ts';
import { assignedPlace, mayBeAssigned } from '../permitted.ts';
import { hazardInScope, type StoredHazard } from './store.ts';

/**
 * The hazard, if whoever asks may open its page. Reading it and the rectifier's verbs ask this one function: what one may not see one may
 * not act on either, and it is missing, not forbidden.
 */
export async function hazardInSight(work: Reading, hazardId: string): Promise<StoredHazard> {
  const stored = await hazardInScope(work.tx, work.scope, hazardId);
  return (await maySee(work, stored)) ? stored : refuse('missing', 'hazards.not_found', { id: hazardId });
}

/** Whoever may not read the ledger sees his own reports and what is in his hands; an assigned person sees the one hazard. */
async function maySee(work: Reading, { row, hazard }: StoredHazard): Promise<boolean> {
  const { may, actor, tx, today } = work;
  if (may('hazards.read', row.unit_pos)) return true;
  const own = [row.found_by_id, row.responsible_id, row.leader_id, ...hazard.rectifierIds];
  if (may('hazards.follow', row.unit_pos) && actor.personId !== null && own.includes(actor.personId)) return true;
  if (!mayBeAssigned(actor)) return false;
  return (await assignedPlace(actor, tx, { permission: 'hazards.follow', subject: row.id, today })).length > 0;
}
