import { addDays, type Day } from '../kernel/index.ts';

/** The holder with the safety officer; then the head of the unit; then those above. */
export const certificateReceivers = ['holder', 'unitHead', 'parent'] as const;
export type CertificateReceiver = (typeof certificateReceivers)[number];

/** Days before the due day on which holder and officer are reminded, and days after it on which those above are told. */
export type CertificateDays = { readonly ahead: readonly number[]; readonly unitHead: number; readonly parent: number };

export const defaultCertificateDays: CertificateDays = { ahead: [90, 60, 30, 7, 0], unitHead: 1, parent: 7 };

/** One telling: `days` after the due day (negative before it). */
export type CertificateRung = { readonly days: number; readonly tells: CertificateReceiver };

/** The ladder of one due day, earliest first: 90, 60, 30, 7 and 0 days before, then upwards. */
export function certificateRungs({ ahead, unitHead, parent }: CertificateDays): CertificateRung[] {
  const before = [...new Set(ahead)]
    .toSorted((a, b) => b - a)
    .map((days): CertificateRung => ({ days: days === 0 ? 0 : -days, tells: 'holder' }));
  const head = Math.max(1, unitHead);
  return [...before, { days: head, tells: 'unitHead' }, { days: Math.max(parent, head + 1), tells: 'parent' }];
}

/** The rungs reached by `today`, lowest first; those that lay before the certificate was entered are not told in arrears. */
export function certificateRungsReached(
  rungs: readonly CertificateRung[],
  { sinceOn, dueOn }: { readonly sinceOn: Day; readonly dueOn: Day },
  today: Day,
): CertificateRung[] {
  const reached = rungs.filter(({ days }) => addDays(dueOn, days) <= today);
  const fresh = reached.filter(({ days }) => addDays(dueOn, days) >= sinceOn);
  // What was due or overdue already when it came into the register would otherwise never be heard of.
  return fresh.length > 0 ? fresh : reached.slice(-1);
}
