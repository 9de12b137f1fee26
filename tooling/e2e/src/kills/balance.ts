import { setTimeout as sleep } from 'node:timers/promises';

import { Client } from 'pg';

import type { Cast } from './arrange.ts';
import type { Journal } from './journal.ts';

export type Balance = {
  /** What was promised and is not there, or not once, or is there and was never promised; each as one sentence. */
  readonly faults: readonly string[];
  readonly notices: number;
  /** Seconds until the last notice was delivered. */
  readonly drained: number;
};

/** Compares, row by row, what the clients were promised with what stands in the database once the worker has nothing left to do. */
export async function balance({ databaseUrl, officer, leader }: Cast, journal: Journal): Promise<Balance> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const told = [
      ...expectedOf('hazards.reported', officer.personId, journal.reported.keys()),
      ...expectedOf('hazards.assigned', leader.personId, journal.assigned),
      ...expectedOf('hazards.submitted', officer.personId, journal.submitted),
    ];
    const drained = await untilDelivered(client, told.length);
    const faults = [
      ...differences(
        'a hazard',
        [...journal.reported].map((each) => each.join(' ')),
        await column(client, hazards),
      ),
      ...differences('a step', stepsOf(journal), await column(client, events)),
      ...differences('a row of the trail', trailOf(journal), await column(client, trail)),
      ...differences('a notice', told, await column(client, notices)),
      ...journal.doubled.map((id) => `a second receipt: ${id}`),
    ];
    return { faults, notices: told.length, drained };
  } finally {
    await client.end();
  }
}

const hazards = `select id || ' ' || number from hazards`;
const events = `select hazard_id || ' ' || step from hazard_events`;
const trail = `select subject_id || ' ' || verb from trail
  where verb in ('hazards.report', 'hazards.triage', 'hazards.start', 'hazards.submit')`;
const notices = `select subject_id || ' ' || about || ' ' || person_id from notices
  where about in ('hazards.reported', 'hazards.assigned', 'hazards.submitted')`;

function stepsOf({ reported, assigned, submitted }: Journal): string[] {
  const of = (ids: Iterable<string>, steps: readonly string[]) => [...ids].flatMap((id) => steps.map((step) => `${id} ${step}`));
  return [...of(reported.keys(), ['report']), ...of(assigned, ['register', 'assign']), ...of(submitted, ['start', 'submit'])];
}

function trailOf({ reported, assigned, submitted }: Journal): string[] {
  const of = (ids: Iterable<string>, verbs: readonly string[]) => [...ids].flatMap((id) => verbs.map((verb) => `${id} hazards.${verb}`));
  return [...of(reported.keys(), ['report']), ...of(assigned, ['triage']), ...of(submitted, ['start', 'submit'])];
}

function expectedOf(about: string, personId: string, ids: Iterable<string>): string[] {
  return [...ids].map((id) => `${id} ${about} ${personId}`);
}

async function untilDelivered(client: Client, wanted: number): Promise<number> {
  const began = performance.now();
  for (;;) {
    const seconds = (performance.now() - began) / 1000;
    if ((await column(client, notices)).length >= wanted || seconds > 120) return seconds;
    await sleep(250);
  }
}

async function column(client: Client, sql: string): Promise<string[]> {
  const { rows } = await client.query<[string]>({ text: sql, rowMode: 'array' });
  return rows.map(([value]) => value);
}

/** Compared as bags: what stands there twice is as wrong as what is missing. */
function differences(what: string, promised: readonly string[], found: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const each of promised) counts.set(each, (counts.get(each) ?? 0) + 1);
  for (const each of found) counts.set(each, (counts.get(each) ?? 0) - 1);
  return [...counts].flatMap(([each, count]) =>
    count === 0 ? [] : [`${what} ${count > 0 ? 'is missing' : `stands there ${-count} time(s) too often`}: ${each}`],
  );
}
