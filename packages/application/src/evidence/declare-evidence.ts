import { within } from '@changming/database';
import { declareEvidenceInput } from '@changming/domain/evidence';
import { refuse } from '@changming/domain/kernel';

import { command, type Writing } from '../context.ts';
import { unitInScope } from '../units/index.ts';
import { declare, progressOf } from './store.ts';

/** Announces a photo by its hash before it is sent, and says how much of it has arrived. Saying it twice is saying it once. */
export const declareEvidence = command({
  permission: 'evidence.upload',
  name: 'evidence.declare',
  input: declareEvidenceInput,
  assignedSubject: ({ subject }) => subject,
  async run(work, { unitId, ...said }) {
    const { tx, scope, actor, now, trail } = work;
    const unit = unitId === undefined ? await ownUnit(work) : (await unitInScope(tx, scope, unitId)).id;
    await declare(tx, { ...said, unitId: unit, by: actor.personId, at: now });
    return trail([], { id: said.id, unitId: unit, ...(await progressOf(tx, said.id)) });
  },
});

/** Where the uploader belongs, if that lies in the scope; otherwise the head of the branch he may upload for. */
async function ownUnit({ tx, scope, actor }: Writing): Promise<string> {
  const own = await tx
    .selectFrom('persons')
    .select('unit_id')
    .where('id', '=', actor.personId ?? '00000000-0000-0000-0000-000000000000')
    .where((eb) => within(eb.ref('unit_pos'), scope))
    .executeTakeFirst();
  if (own !== undefined) return own.unit_id;
  const head = await tx
    .selectFrom('units')
    .select('id')
    .where('lo', '=', scope[0]?.lo ?? 0)
    .executeTakeFirst();
  return head?.id ?? refuse('invalid', 'evidence.unit_missing');
}
