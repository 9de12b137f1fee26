import { type ClockCode, clockCodes } from '@changming/domain/incidents';
import { id } from '@changming/domain/kernel';
import { z } from 'zod';

import { command, type Writing } from '../context.ts';
import { type IncidentReceiver, receivers } from './receivers.ts';
import { incidentInScope, type StoredIncident } from './store.ts';

type Telling = { readonly notice: string; readonly to: readonly IncidentReceiver[] };

/** What each step tells, and whom. */
const tellings = {
  report: { notice: 'incidents.reported', to: ['unitHead', 'safety', 'headquarters'] },
  confirm: { notice: 'incidents.confirmed', to: ['safety', 'headquarters'] },
  correctTimes: { notice: 'incidents.timesCorrected', to: ['unitHead', 'safety', 'headquarters'] },
  withdrawHandling: { notice: 'incidents.handlingWithdrawn', to: ['unitHead', 'safety', 'headquarters'] },
  facts: { notice: 'incidents.gradeOutdated', to: ['unitHead', 'headquarters'] },
  grade: { notice: 'incidents.graded', to: ['unitHead', 'safety', 'headquarters'] },
  investigate: { notice: 'incidents.investigating', to: ['unitHead', 'safety'] },
  submit: { notice: 'incidents.submitted', to: ['unitHead', 'headquarters'] },
  sendBack: { notice: 'incidents.sentBack', to: ['unitHead', 'safety'] },
  approve: { notice: 'incidents.approved', to: ['unitHead', 'safety'] },
  close: { notice: 'incidents.closed', to: ['reporter', 'unitHead', 'safety', 'headquarters'] },
  reopen: { notice: 'incidents.reopened', to: ['unitHead', 'safety'] },
} as const satisfies Record<string, Telling>;

/** What a clock is spoken of as. */
const spokenOf = {
  confirm: 'confirm',
  county: 'authority',
  province: 'authority',
  fireBrigade: 'authority',
  marketRegulator: 'authority',
  casualtyChange: 'authority',
  hqPhone: 'headquarters',
  hqRecord: 'headquarters',
  hqWritten: 'headquarters',
  followUp: 'followUp',
  workInjury: 'workInjury',
  investigationStart: 'investigation',
  investigationReport: 'investigation',
} as const satisfies Record<ClockCode, string>;

export function noticeOfClock(code: ClockCode, when: 'Soon' | 'Missed'): `incidents.${string}` {
  return `incidents.${spokenOf[code]}${when}`;
}

const reminded: readonly string[] = [
  ...new Set(clockCodes.flatMap((code) => [noticeOfClock(code, 'Soon'), noticeOfClock(code, 'Missed')])),
];

/** Every notice of this context, for the test that each has its sentence. */
export const noticesOfIncidents: readonly string[] = [...Object.values(tellings).map(({ notice }) => notice), ...reminded];

/** An event is told at night too. */
const urgent: readonly string[] = ['incidents.reported', 'incidents.confirmed', 'incidents.gradeOutdated', ...reminded];

export const tellIncidentInput = z.strictObject({
  incidentId: id,
  about: z.string().max(60),
  once: z.string().max(160),
  /** Whoever did it knows already. */
  byId: id.nullable().default(null),
});

/** Finds out whom it concerns today and hands the notice over, in one transaction with nothing else. */
export const tellOfIncident = command({
  permission: 'incidents.sweep',
  name: 'incidents.tell',
  input: tellIncidentInput,
  async run(work, { incidentId, about, once, byId }) {
    const row = await incidentInScope(work.tx, work.scope, incidentId);
    const telling = about in tellings ? tellings[about as keyof typeof tellings] : undefined;
    if (telling === undefined) return work.trail([], { told: 0 });
    const personIds = await personsBehind(work, row, telling.to, byId);
    return work.trail([], { told: await handOver(work, row, { notice: telling.notice, personIds, once, facts: {} }) });
  },
});

export async function personsBehind(
  work: Writing,
  row: StoredIncident,
  to: readonly IncidentReceiver[],
  byId: string | null = null,
): Promise<string[]> {
  const found = new Set<string>();
  for (const receiver of to) for (const person of await receivers[receiver](work, row)) if (person !== null) found.add(person);
  if (byId !== null) found.delete(byId);
  return [...found];
}

type Told = {
  readonly notice: string;
  readonly personIds: readonly string[];
  readonly once: string;
  readonly facts: Readonly<Record<string, string | number>>;
};

/** No names of persons: a notice may be mailed. */
export async function handOver(work: Writing, row: StoredIncident, { notice, personIds, once, facts }: Told): Promise<number> {
  if (personIds.length === 0) return 0;
  const { name: unit } = await work.tx.selectFrom('units').select('name').where('id', '=', row.unit_id).executeTakeFirstOrThrow();
  const payload = {
    about: notice,
    subjectId: row.id,
    unitId: row.unit_id,
    to: { personIds },
    facts: { no: row.number, unit, title: Array.from(row.text).slice(0, 40).join(''), ...facts },
    link: `/incidents/${row.id}`,
    once: `${row.id}:${once}`,
    urgent: urgent.includes(notice),
  };
  await work.enqueue('notices.deliver', payload, `${notice}:${row.id}:${once}`);
  return personIds.length;
}
