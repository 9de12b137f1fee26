import { id } from '@changming/domain/kernel';
import { z } from 'zod';

import { command } from '../context.ts';

/** What asks for nothing any more: whoever was told has it off his list, and a mail that still waits is not sent. */
export const closeNotices = command({
  permission: 'notices.sweep',
  name: 'notices.close',
  input: z.strictObject({ about: z.string().max(60), subjectId: id, once: z.string().min(1).max(200) }),
  async run({ tx, now, trail }, { about, subjectId, once }) {
    const closed = await tx
      .updateTable('notices')
      .set({ read_at: now })
      .where('subject_id', '=', subjectId)
      .where('about', '=', about)
      .where('once', '=', once)
      .where('read_at', 'is', null)
      .returning('id')
      .execute();
    const ids = closed.map((each) => each.id);
    if (ids.length > 0)
      await tx.updateTable('notice_mails').set({ state: 'dropped' }).where('notice_id', 'in', ids).where('state', '=', 'waiting').execute();
    return trail([], { closed: ids.length });
  },
});
