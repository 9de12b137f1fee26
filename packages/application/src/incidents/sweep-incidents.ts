import type { IncidentRules } from '@changming/domain/incidents';
import { dayIn } from '@changming/domain/kernel';
import { sql, type SqlBool } from 'kysely';
import { z } from 'zod';

import { command, type Writing } from '../context.ts';
import { reckon } from './facts.ts';
import { keepClocks } from './keep-clocks.ts';
import type { IncidentReceiver } from './receivers.ts';
import { incidentRuleBook, rulesOf } from './rules.ts';
import type { StoredIncident } from './store.ts';
import { handOver, noticeOfClock, personsBehind } from './tell-of-incident.ts';

const batch = 200;
const page = z.strictObject({ after: z.uuid().nullable().default(null) });

/** 续报: makes what is owed for each day of a rescue that has not ended, whatever was missed while nobody looked. */
export const oweFollowUps = command({
  permission: 'incidents.sweep',
  name: 'incidents.oweFollowUps',
  input: page,
  async run(work, { after }) {
    const rows = await work.tx
      .selectFrom('incidents')
      .selectAll()
      .where('leader_informed_at', 'is not', null)
      .where('rescue_ended_at', 'is', null)
      .where(sql<SqlBool>`exists (select from incident_clocks c where c.incident_id = incidents.id and c.code = 'county')`)
      .where('state', 'not in', ['closed', 'cancelledDuplicate', 'reclassifiedNonProduction'])
      .$if(after !== null, (each) => each.where('id', '>', after ?? ''))
      .orderBy('id')
      .limit(batch)
      .execute();
    for (const row of rows) {
      const rules = await rulesOf(work.tx, row);
      const reckoned = await reckon(work.tx, row, rules);
      await keepClocks(work, { row, reckoned, rules }, { knownAt: work.now, casualtiesChanged: false });
    }
    const last = rows.at(-1);
    return work.trail([], { next: rows.length < batch || last === undefined ? null : last.id });
  },
});

type Rung = { readonly rung: string; readonly when: 'Soon' | 'Missed'; readonly to: readonly IncidentReceiver[] };

const soon: Rung = { rung: 'soon', when: 'Soon', to: ['unitHead', 'safety'] };
const missed: Rung = { rung: 'missed', when: 'Missed', to: ['unitHead', 'safety'] };
const higher: Rung = { rung: 'parent', when: 'Missed', to: ['unitHead', 'safety', 'parent', 'headquarters'] };

const minute = 60_000;
const day = 24 * 60 * minute;

/**
 * 报送时限提醒: before a clock runs out, when it has, and to those above when nothing is done about it. Each is written down in the
 * transaction that hands it over, so that it is told once for its deadline; of several that are reached only the highest is told.
 */
export const sweepIncidents = command({
  permission: 'incidents.sweep',
  input: page,
  async run(work, { after }) {
    const book = await incidentRuleBook(work.tx);
    const clocks = await openClocks(work, after);
    let told = 0;
    for (const { clock, incident } of clocks) {
      const { remind } = await book({ unitId: clock.unit_id, on: incident.occurred_on });
      told += await tellHighest(work, incident, clock, rungsReached(clock, work.now, remind));
    }
    const last = clocks.at(-1)?.clock;
    return work.trail([], { told, next: clocks.length < batch || last === undefined ? null : last.id });
  },
});

/** What runs for days is reminded of a day ahead: half an hour is no help with a report. */
function rungsReached({ starts_at, due_at }: Clock, now: Date, { minutesBefore, parentHours }: IncidentRules['remind']): Rung[] {
  const past = (now.getTime() - due_at.getTime()) / minute;
  const runsForDays = due_at.getTime() - starts_at.getTime() > day;
  const rungs: readonly (readonly [Rung, boolean])[] = [
    [soon, past >= (runsForDays ? -day / minute : -minutesBefore)],
    [missed, past > 0],
    [higher, past >= parentHours * 60],
  ];
  return rungs.filter(([, reached]) => reached).map(([rung]) => rung);
}

/** Only what is due within a day, or was. */
async function openClocks({ tx, now }: Writing, after: string | null) {
  const clocks = await tx
    .selectFrom('incident_clocks')
    .selectAll()
    .where('met_at', 'is', null)
    .where('dropped_at', 'is', null)
    .where('due_at', '<=', new Date(now.getTime() + day))
    .$if(after !== null, (each) => each.where('id', '>', after ?? ''))
    .orderBy('id')
    .limit(batch)
    .execute();
  if (clocks.length === 0) return [];
  const ids = [...new Set(clocks.map(({ incident_id }) => incident_id))];
  const incidents = await tx.selectFrom('incidents').selectAll().where('id', 'in', ids).execute();
  const byId = new Map(incidents.map((row) => [row.id, row]));
  return clocks.flatMap((clock) => {
    const incident = byId.get(clock.incident_id);
    return incident === undefined ? [] : [{ clock, incident }];
  });
}

type Clock = Awaited<ReturnType<typeof openClocks>>[number]['clock'];

async function tellHighest(work: Writing, incident: StoredIncident, clock: Clock, reached: readonly Rung[]): Promise<number> {
  if (reached.length === 0) return 0;
  const written = await work.tx
    .insertInto('incident_reminders')
    .values(reached.map(({ rung }) => ({ clock_id: clock.id, due_at: clock.due_at, rung, told_at: work.now })))
    .onConflict((conflict) => conflict.doNothing())
    .returning('rung')
    .execute();
  const fresh = new Set(written.map(({ rung }) => rung));
  const highest = reached.findLast(({ rung }) => fresh.has(rung));
  if (highest === undefined) return 0;
  const personIds = await personsBehind(work, incident, highest.to);
  const facts = { clock: clock.code, due: spoken(clock.due_at) };
  return handOver(work, incident, {
    notice: noticeOfClock(clock.code, highest.when),
    personIds,
    once: `${clock.id}:${clock.due_at.toISOString()}:${highest.rung}`,
    facts,
  });
}

/** `2026-03-12 02:30` in Asia/Shanghai. */
function spoken(at: Date): string {
  const time = new Date(at.getTime() + 8 * 60 * minute).toISOString().slice(11, 16);
  return `${dayIn(at)} ${time}`;
}
