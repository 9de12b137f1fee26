import { longestText } from '@changming/domain/hazards';
import { id, text } from '@changming/domain/kernel';
import { z } from 'zod';

import { command } from '../context.ts';
import { personOf } from './events.ts';
import { hazardInScope } from './store.ts';

/** Asks or tells whoever reported; an anonymous reporter reads it with the claim code. */
export const noteOnHazard = command({
  permission: 'hazards.triage',
  name: 'hazards.note',
  input: z.strictObject({ hazardId: id, text: text(longestText) }),
  async run(work, { hazardId, text: written }) {
    const { row } = await hazardInScope(work.tx, work.scope, hazardId);
    const noteId = work.newId();
    const by_id = personOf(work);
    await work.tx
      .insertInto('hazard_notes')
      .values({ id: noteId, hazard_id: hazardId, by_reporter: false, by_id, text: written, at: work.now })
      .execute();
    return work.trail({ subjectId: hazardId, unitId: row.unit_id, before: null, after: { noteId, text: written } }, { id: noteId });
  },
});
