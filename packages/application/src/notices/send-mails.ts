import { nextTry } from '@changming/domain/notices';
import { z } from 'zod';

import { command } from '../context.ts';

export type Mail = {
  readonly id: string;
  readonly address: string;
  readonly about: string;
  readonly facts: Readonly<Record<string, string | number>>;
  readonly link: string | null;
};

/** Claims one mail that is due: nobody else gets it for five minutes, and after a killed worker it is due again. */
export const claimMail = command({
  permission: 'notices.sweep',
  name: 'notices.claimMail',
  input: z.strictObject({}),
  async run({ tx, now, trail }): Promise<ReturnType<typeof trail<Mail | null>>> {
    const due = await tx
      .selectFrom('notice_mails as m')
      .innerJoin('notices as n', 'n.id', 'm.notice_id')
      .select(['m.id', 'm.address', 'n.about', 'n.facts', 'n.link'])
      .where('m.state', '=', 'waiting')
      .where('m.due_at', '<=', now)
      .orderBy('m.due_at')
      .limit(1)
      .forUpdate('m')
      .skipLocked()
      .executeTakeFirst();
    if (due === undefined) return trail<Mail | null>([], null);
    const until = new Date(now.getTime() + 300_000);
    await tx
      .updateTable('notice_mails')
      .set((eb) => ({ tries: eb('tries', '+', 1), due_at: until }))
      .where('id', '=', due.id)
      .execute();
    return trail<Mail | null>([], due);
  },
});

/** Notes how sending went. A mail that failed ten times is given up and stays visible. */
export const settleMail = command({
  permission: 'notices.sweep',
  name: 'notices.settleMail',
  input: z.strictObject({ id: z.uuid(), error: z.string().max(500).nullable() }),
  async run({ tx, now, trail }, { id, error }) {
    const { tries } = await tx.selectFrom('notice_mails').select('tries').where('id', '=', id).executeTakeFirstOrThrow();
    const again = error === null ? null : nextTry(tries, now);
    const state = error === null ? 'sent' : again === null ? 'given_up' : 'waiting';
    await tx
      .updateTable('notice_mails')
      .set({ state, last_error: error, ...(error === null ? { sent_at: now } : {}), ...(again === null ? {} : { due_at: again }) })
      .where('id', '=', id)
      .execute();
    return trail([], null);
  },
});
