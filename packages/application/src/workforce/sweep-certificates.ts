import { daysBetween } from '@changming/domain/kernel';
import { certificateRungs, certificateRungsReached, type CertificateRung } from '@changming/domain/workforce';
import { z } from 'zod';

import { command, type Writing } from '../context.ts';
import { receiversOfCertificate } from './certificate-receivers.ts';
import { certificateRuleBook } from './certificate-rules.ts';
import { certificateBatch, keyOfOwing, type Owing, owingCertificates, reminderKinds } from './owing-certificates.ts';

const input = z.strictObject({ rule: z.enum(reminderKinds), after: z.string().max(100).nullable().default(null) });

/**
 * Looks for tellings of certificates that are owed by now. Each is written down in the transaction that hands it over, so that it is told
 * once however often this runs; of several rungs reached at once only the highest is told. A certified post whose certificate does not
 * hold any more is told to the head and the officer of its unit on the day after.
 */
export const sweepCertificates = command({
  permission: 'workforce.sweep',
  name: 'workforce.remindOfCertificates',
  input,
  async run(work, { rule, after }) {
    const book = await certificateRuleBook(work.tx);
    const owing = await owingCertificates(work, rule, after);
    let told = 0;
    for (const each of owing) {
      const { days } = await book({ unitId: each.unitId, on: work.today });
      const rungs = rule === 'blocked' ? ([{ days: 1, tells: 'unitHead' }] as const) : certificateRungs(days);
      if (await remind(work, rule, each, rungs)) told += 1;
    }
    const last = owing.at(-1);
    return work.trail([], { told, next: owing.length < certificateBatch || last === undefined ? null : keyOfOwing(last) });
  },
});

type Rule = (typeof reminderKinds)[number];

async function remind(work: Writing, rule: Rule, owing: Owing, rungs: readonly CertificateRung[]): Promise<boolean> {
  const reached = certificateRungsReached(rungs, owing, work.today);
  const fresh = await notedNow(work, rule, owing, reached);
  const highest = fresh.toSorted((a, b) => a.days - b.days).at(-1);
  if (highest === undefined) return false;
  await tell(work, rule, owing, highest);
  return true;
}

/** (subject, rule, due day, rung) is the key under which a telling happens once. A rung below one that was told already is passed. */
async function notedNow({ tx, now }: Writing, rule: Rule, { subjectId, dueOn }: Owing, rungs: readonly CertificateRung[]) {
  if (rungs.length === 0) return [];
  const written = await tx
    .insertInto('certificate_reminders')
    .values(rungs.map(({ days }) => ({ subject_id: subjectId, rule, due_on: dueOn, days, told_at: now })))
    .onConflict((conflict) => conflict.doNothing())
    .returning('days')
    .execute();
  const fresh = new Set(written.map(({ days }) => days));
  return rungs.filter(({ days }) => fresh.has(days));
}

async function tell(work: Writing, rule: Rule, owing: Owing, { days, tells }: CertificateRung): Promise<void> {
  const { subjectId, unitId, dueOn } = owing;
  const personIds = await receiversOfCertificate(work, { tells, unitId, holderId: owing.holderId });
  if (personIds.length === 0) return;
  const about = noticeOfCertificate(rule, days);
  const once = `${subjectId}:${rule}:${dueOn}:${days}`;
  const facts = {
    name: owing.name,
    unit: owing.unit,
    certificate: owing.certificate,
    due: dueOn,
    days: Math.abs(daysBetween(dueOn, work.today)),
  };
  const link = rule === 'blocked' ? `/workforce/certified?blocked=true` : `/workforce/certificates?certificate=${subjectId}`;
  await work.enqueue('notices.deliver', { about, subjectId, unitId, to: { personIds }, facts, link, once }, `${about}:${once}`);
}

/** What is to come and what is overdue are told in different words. */
function noticeOfCertificate(rule: Rule, days: number): string {
  if (rule === 'blocked') return 'workforce.certifiedPostBlocked';
  const word = rule === 'review' ? 'certificateReview' : 'certificate';
  return `workforce.${word}${days <= 0 ? 'Due' : 'Overdue'}`;
}
