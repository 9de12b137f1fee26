import { refuse } from '@changming/domain/kernel';

import type { Reading } from '../context.ts';
import { holdersOver } from '../holders-over.ts';
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
async function maySee({ may, actor, tx, today }: Reading, stored: StoredHazard): Promise<boolean> {
  if (seesByGrant({ personId: actor.personId, may }, stored)) return true;
  if (!mayBeAssigned(actor)) return false;
  return (await assignedPlace(actor, tx, { permission: 'hazards.follow', subject: stored.row.id, today })).length > 0;
}

type Seeing = Pick<Reading, 'may'> & { readonly personId: string | null };

function seesByGrant({ personId, may }: Seeing, { row, hazard }: StoredHazard): boolean {
  if (may('hazards.read', row.unit_pos)) return true;
  const own = [row.found_by_id, row.responsible_id, row.leader_id, ...hazard.rectifierIds];
  return personId !== null && own.includes(personId) && may('hazards.follow', row.unit_pos);
}

/** To whom of these persons the page of the hazard is closed today, by the same rule. Asked by the clock, which sees all grants. */
export async function withoutSight(
  { tx, today }: Pick<Reading, 'tx' | 'today'>,
  stored: StoredHazard,
  personIds: readonly string[],
): Promise<string[]> {
  const { id, unit_pos: place } = stored.row;
  const holders = await holdersOver({ tx, today }, { permissions: ['hazards.follow'], places: [place], among: personIds });
  const assigned = await tx
    .selectFrom('assignments')
    .select('person_id')
    .where('subject_id', '=', id)
    .where('verb', '=', 'hazards.follow')
    .where('person_id', 'in', personIds)
    .where('ended_at', 'is', null)
    .where('until_on', '>=', today)
    .execute();
  const seeing = new Set(assigned.map(({ person_id: personId }) => personId));
  for (const holder of holders) if (seesByGrant(holder, stored)) seeing.add(holder.personId);
  return personIds.filter((personId) => !seeing.has(personId));
}
