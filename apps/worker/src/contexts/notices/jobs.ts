import { claimMail, closeNotices, deliverNotice, type Mail, settleMail } from '@changming/application/notices';
import { zhCN } from '@changming/phrases';
import { noticeSentence } from '@changming/phrases/notice-sentence';
import { z } from 'zod';

import { job } from '../../job.ts';

/**
 * Tells everybody a notice is for. What is told and who was told commit together; a repeat tells nobody twice. Queues keep no order among
 * each other: what asks for nothing any more is not told, and what was ended while it was told is closed here, for `notices.close` may
 * have come before.
 */
export const deliver = job({
  name: 'notices.deliver',
  payload: z.looseObject({ about: z.string(), subjectId: z.uuid(), unitId: z.uuid(), link: z.string(), once: z.string() }),
  async run({ clock, stillAsked }, payload) {
    const { about, subjectId, once } = payload;
    if (!(await stillAsked({ about, subjectId, once }))) return;
    await deliverNotice(clock, payload as Parameters<typeof deliverNotice>[1]);
    if (!(await stillAsked({ about, subjectId, once }))) await closeNotices(clock, { about, subjectId, once });
  },
});

/** Takes back what asks for nothing any more. */
export const close = job({
  name: 'notices.close',
  payload: z.strictObject({ about: z.string(), subjectId: z.uuid(), once: z.string() }),
  async run({ clock }, payload) {
    await closeNotices(clock, payload);
  },
});

/** 每分钟发信. One by one: a mail that fails waits longer and stops no other. */
export const sendMails = job({
  name: 'notices.send-mails',
  cron: '* * * * *',
  payload: z.strictObject({}),
  async run({ clock, mailer, publicUrl }) {
    if (mailer === null) return;
    for (let mail = await claimMail(clock, {}); mail !== null; mail = await claimMail(clock, {})) {
      const error = await mailer.send(letterOf(mail, publicUrl)).then(
        () => null,
        (fault: unknown) => String(fault).slice(0, 500),
      );
      await settleMail(clock, { id: mail.id, error });
    }
  },
});

function letterOf({ id, address, about, facts, link }: Mail, publicUrl: string) {
  const fill = (text: string, with_: Readonly<Record<string, string | number>>) =>
    text.replace(/\{(\w+)\}/g, (_, name: string) => String(with_[name] ?? ''));
  const sentence = noticeSentence(zhCN.notices.abouts[about] ?? about, facts, zhCN.hazards.categories);
  const { subject, open, why } = zhCN.notices.mail;
  const way = link === null ? [] : [`${open}${publicUrl}${link}`];
  return { id, to: address, subject: fill(subject, { sentence }), text: `${[sentence, ...way, why].join('\n\n')}\n` };
}
