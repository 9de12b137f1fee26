import { pastOf } from '@changming/application/access';
import type { Actor, Caller } from '@changming/application/context';
import {
  assignCertified,
  recordCertificate,
  reminderKinds,
  reviewCertificate,
  setBodies,
  settleStaffing,
  sweepCertificates,
} from '@changming/application/workforce';

import type { Shell } from '../../verb.ts';
import type { Company } from './cast.ts';
import { type Lapsed, liftGates } from './lift-gates.ts';
import type { MadePerson } from './make-people.ts';
import type { MadeUnit } from './make-units.ts';
import { dayOf } from './telling.ts';
import { isExemplary } from './tempers.ts';

type Making = Company & { readonly shell: Shell; readonly editor: Actor };

const day = 86_400_000;
/** Days ago on which the certificates were entered. */
const begun = 200;

/** What is done in a workshop, by whom: one after the other. `ends` is how many days from today the certificate is due: some soon, some past. */
const trades = [
  { item: '1.2', ends: 300 },
  { item: '2.1', ends: 40 },
  { item: 'N1', ends: 700 },
  { item: '1.2', ends: -5 },
  { item: 'R1', ends: 500 },
  { item: 'N1', ends: 12 },
  { item: '2.1', ends: 400 },
  { item: 'G1', ends: 75 },
  { item: '3.1', ends: 250 },
  { item: 'N1', ends: -20 },
] as const;

/** Years of a certificate, and from the issue to the review that is due on the day told; for trades without one the end is. */
const years: Readonly<Record<string, { readonly validity: number; readonly review: number | null }>> = {
  '1.2': { validity: 6, review: 3 },
  '2.1': { validity: 6, review: 3 },
  '3.1': { validity: 6, review: 3 },
  N1: { validity: 4, review: null },
  R1: { validity: 4, review: null },
  G1: { validity: 4, review: null },
};

/** Certificates of welders, electricians, drivers and officers, who works where with them, and half a year of month-ends of staffing. */
export async function makeCertificates(making: Making): Promise<{ certificates: number; posts: number }> {
  const { shell, editor, units } = making;
  const now = shell.house.clock.now().getTime();
  const then = pastOf(shell.house, new Date(now - begun * day)).callerFor(editor);
  const workshops = units.filter(({ unit }) => unit.kind === 'workshop');
  let posts = 0;
  const lapsed: Lapsed[] = [];
  for (const [at, workshop] of workshops.entries()) {
    const workers = below(making, workshop).filter(({ post }) => post === 'staff');
    for (const which of [0, 1]) {
      const [worker, trade] = [workers[which * 7 + 2], trades[(at * 2 + which) % trades.length]];
      if (worker === undefined || trade === undefined) continue;
      const ends = isExemplary(workshop) ? Math.max(trade.ends, 200) : trade.ends;
      await certify(making, then, { worker, workshop, item: trade.item, ends });
      if (ends < 0) lapsed.push({ personId: worker.id, unitId: workshop.id, item: trade.item, ends });
      posts += 1;
    }
  }
  const others = (await certifyOfficers(making, then)) + (await certifyReviewed(making, then, workshops));
  await liftGates(making, lapsed);
  await setUpBodies(making, then);
  await monthEnds(making);
  return { certificates: posts + others, posts };
}

function below({ people, units }: Company, { unit }: MadeUnit): MadePerson[] {
  const inside = new Set(units.filter(({ path }) => path.includes(unit.name)).map(({ id }) => id));
  return people.filter((person) => inside.has(person.unit.id));
}

type Certified = { readonly worker: MadePerson; readonly workshop: MadeUnit; readonly item: string; readonly ends: number };

async function certify({ shell }: Making, then: Caller, { worker, workshop, item, ends }: Certified): Promise<void> {
  const due = new Date(shell.house.clock.now().getTime() + ends * day);
  const { validity, review } = years[item] ?? { validity: 4, review: null };
  const issued = new Date(due);
  issued.setUTCFullYear(due.getUTCFullYear() - (review ?? validity));
  const issuedOn = dayOf(issued);
  const no = `${item.includes('.') ? 'T' : ''}990000${worker.staffNo.slice(2)}${issuedOn.replaceAll('-', '').slice(2)}`;
  await recordCertificate(then, { personId: worker.id, item, no, issuedOn });
  const from = dayOf(new Date(shell.house.clock.now().getTime() - begun * day));
  await assignCertified(then, { personId: worker.id, unitId: workshop.id, item, from });
}

/** Officers hold the certificate of their kind; three people of departments do as well, and are in no safety post: the pool. */
async function certifyOfficers({ shell, people }: Making, then: Caller): Promise<number> {
  const now = shell.house.clock.now().getTime();
  const officers = people.filter(({ post }) => post === 'safetyOfficer');
  for (const [at, { id }] of officers.entries())
    await recordCertificate(then, { personId: id, item: 'AQ2', issuedOn: dayOf(new Date(now - (300 + ((at * 97) % 700)) * day)) });
  const clerks = people.filter(({ unit, post }) => unit.unit.kind === 'department' && post === 'staff');
  const pooled = [clerks[1], clerks[5], clerks[10]].filter((each) => each !== undefined);
  for (const [at, { id }] of pooled.entries())
    await recordCertificate(then, { personId: id, item: at === 0 ? 'ZA2' : 'AQ2', issuedOn: dayOf(new Date(now - 420 * day)) });
  return officers.length + pooled.length;
}

/** An electrician whose review was done in time, as the history of a certificate shows it. */
async function certifyReviewed(making: Making, then: Caller, workshops: readonly MadeUnit[]): Promise<number> {
  const [workshop] = workshops;
  const worker = workshop === undefined ? undefined : below(making, workshop).find(({ post }) => post === 'teamLeader');
  if (worker === undefined) return 0;
  const now = making.shell.house.clock.now().getTime();
  const issued = new Date(now - 30 * day);
  issued.setUTCFullYear(issued.getUTCFullYear() - 3);
  const { id } = await recordCertificate(then, {
    personId: worker.id,
    item: '1.1',
    no: `T990000${worker.staffNo.slice(2)}`,
    issuedOn: dayOf(issued),
  });
  const later = pastOf(making.shell.house, new Date(now - 45 * day));
  await reviewCertificate(later.callerFor(making.editor), { certificateId: id, doneOn: dayOf(new Date(now - 46 * day)) });
  return 1;
}

/** Every subsidiary has its department and committee, but one, so that a gap can be seen. */
async function setUpBodies({ units }: Making, then: Caller): Promise<void> {
  const companies = units.filter(({ unit }) => unit.kind === 'subsidiary' || unit.kind === 'group');
  for (const { id } of companies.slice(0, -1))
    await setBodies(then, { unitId: id, organisationOn: '2021-03-01', committeeOn: '2021-03-01' });
}

/** The month-ends of half a year, and what had to be told up to yesterday. */
async function monthEnds({ shell }: Making): Promise<void> {
  const now = shell.house.clock.now();
  const [year, month] = [now.getUTCFullYear(), now.getUTCMonth()];
  for (let back = 5; back >= 0; back -= 1) {
    const first = new Date(Date.UTC(year, month - back, 1, 1));
    if (first <= now) await settleStaffing(pastOf(shell.house, first).clockwork(), {});
  }
  const before = pastOf(shell.house, new Date(now.getTime() - 2 * day)).clockwork();
  for (const rule of reminderKinds) await sweepCertificates(before, { rule });
}
