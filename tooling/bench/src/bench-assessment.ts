import { createHash, randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';

import { installSchemes, measurePass, previewRun, runAssessment } from '@changming/application/assessments';
import { clockFrom } from '@changming/application/clock';
import { type House, openHouse } from '@changming/application/context';
import { secretsFrom } from '@changming/application/secrets';
import { type Database, inTransaction } from '@changming/database';
import { openDatabase } from '@changming/database/open';
import {
  canonical,
  comprehensiveV1,
  factTableNames,
  hazardTreatmentV1,
  prepare,
  type Scheme,
  sumsOf,
  windowOf,
} from '@changming/domain/assessments';
import { periodNamed } from '@changming/domain/kernel';
import { rootRange, unitKinds } from '@changming/domain/units';
import { sql } from 'kysely';
import { Client } from 'pg';

import { fillAssessedHazards } from './assessed-hazards.ts';
import { type LargeHouse, largeHouse } from './large-house.ts';
import { measureRecords, toldRecords } from './score-records.ts';

const options = {
  units: { type: 'string', default: '1000' },
  hazards: { type: 'string', default: '50000' },
  rounds: { type: 'string', default: '3' },
  /** How many units are asked one by one. */
  sample: { type: 'string', default: '50' },
  /** How many scores are opened down to their records. */
  scores: { type: 'string', default: '20' },
  /** `comprehensive`: everything that is counted, over empty ledgers beside the hazards: what the months and people of all units cost. */
  scheme: { type: 'string', default: 'hazard-treatment' },
  /** Which kinds of units have a score: without workshops a factory's holds the records of all of its workshops. */
  kinds: { type: 'string', default: 'subsidiary,factory,workshop' },
} as const;
const { values } = parseArgs({ options });
const print = (line: string) => process.stdout.write(`${line}\n`);
/** A house that is kept sees a scheme of its own each time. */
const [periodName, schemeCode] = ['2026Q3', `bench-${randomUUID().slice(0, 8)}`];
const period = periodNamed(periodName) ?? { from: '', until: '' };
/** By default every unit below the group has a score of its own: as many results as there can be. */
const base = [hazardTreatmentV1, comprehensiveV1].find(({ code }) => code === values.scheme) ?? hazardTreatmentV1;
const scheme: Scheme = { ...base, code: schemeCode, unitKinds: unitKinds.filter((kind) => values.kinds.split(',').includes(kind)) };
const prepared = prepare(scheme);

/**
 * A quarter over all units: the run, from the first fact to the last result written, against one sequential read of the same tables as
 * of the cut-off, and against one question a unit and indicator; and how long a score takes to open. One worker of the database.
 */
const large = await largeHouse({ units: Number(values.units), hazards: Number(values.hazards), fill: fillAssessedHazards });
try {
  await prepareHouse(large);
  await compare(large);
} finally {
  await large.stop();
}

async function prepareHouse({ url }: LargeHouse): Promise<void> {
  const owner = new Client({ connectionString: url });
  await owner.connect();
  await owner.query('alter database changming set max_parallel_workers_per_gather = 0');
  const hash = createHash('sha256').update(canonical(scheme)).digest('hex');
  await owner.query(
    `insert into assessment_schemes (id, code, version, name, stage, body, hash, effective_from, drafted_at, published_at)
     values ($1, $2, 1, $2, 'published', $3, $4, '2025-01-01', now(), now())`,
    [randomUUID(), schemeCode, JSON.stringify(scheme), hash],
  );
  await owner.end();
}

async function compare({ url, role, rootId, pid }: LargeHouse): Promise<void> {
  const secrets = secretsFrom(Buffer.alloc(32, 7).toString('base64'));
  const house = openHouse({ url, role, max: 2, clock: clockFrom(undefined), secrets }).at(new Date('2026-10-21T02:00:00Z'));
  const db = openDatabase({ url, role, max: 2 });
  await installSchemes(house.clockwork(), {});
  const readAt = house.clock.now().toISOString();
  const read: number[] = [];
  const computed: number[] = [];
  let knownAt = new Date();
  for (let n = 0; n <= Number(values.rounds); n += 1) {
    const { ms, result } = await timed(() => previewRun(house.clockwork(), { schemeCode, period: periodName, readAt }));
    knownAt = result.knownAt;
    const scan = await timed(() => sequentialRead(db, knownAt));
    if (n > 0) read.push(scan.ms);
    if (n > 0) computed.push(ms);
    print(
      `round ${n}: one read ${scan.ms.toFixed(0)} ms, computed ${ms.toFixed(0)} ms, units ${result.units.length}, rows ${JSON.stringify(result.facts)}`,
    );
  }
  const run = await timed(() => runAssessment(house.clockwork(), { schemeCode, period: periodName, readAt }));
  const ratio = (ms: number) => (ms / median(read)).toFixed(2);
  print(
    `computed ${median(computed).toFixed(0)} ms = ${ratio(median(computed))} × one read (goal ≤ 4); written too ${run.ms.toFixed(0)} ms = ${ratio(run.ms)} ×`,
  );
  const one = await naive(db, { runId: run.result.id, known: { knownAt, openingAt: new Date(readAt) } });
  const all = one.ms * run.result.units;
  print(
    `one question a unit and indicator: ${one.ms.toFixed(1)} ms a unit, all ${(all / 1000).toFixed(0)} s = ${(all / run.ms).toFixed(0)} × the run (goal ≥ 200), results identical`,
  );
  await explain(house, { runId: run.result.id, rootId, pid, db });
  await db.destroy();
  await house.close();
}

/** Each table of facts once, front to back, as it was known at the cut-off. */
async function sequentialRead(db: Database, knownAt: Date): Promise<void> {
  await asWhole(db, async (tx) => {
    for (const table of ['hazards_history', 'hazard_look_backs_history'])
      await sql`select count(*) from (select * from ${sql.table(table)} where known_from <= ${knownAt} and known_to > ${knownAt} offset 0) h`.execute(
        tx,
      );
    await sql`select count(*) from (select * from hazard_closings where recorded_at <= ${knownAt} offset 0) h`.execute(tx);
  });
}

/** Settings as a caller over the whole group has them. */
function asWhole<Result>(db: Database, work: (tx: Database) => Promise<Result>): Promise<Result> {
  const all = `{[${rootRange.lo},${rootRange.hi}]}`;
  return inTransaction(
    db,
    {
      mode: 'read only',
      settings: { 'app.read_scope': all, 'app.write_scope': '{}', 'app.at': new Date().toISOString(), 'app.whole': 'yes' },
    },
    work,
  );
}

type Asked = { readonly runId: string; readonly known: { readonly knownAt: Date; readonly openingAt: Date } };

/** Counts every indicator of some units by questions of its own, and compares with what the run had counted. */
async function naive(db: Database, { runId, known }: Asked): Promise<{ ms: number }> {
  return asWhole(db, async (tx) => {
    const rows = await tx
      .selectFrom('assessment_results')
      .select(['unit_id', 'members', 'facts'])
      .where('run_id', '=', runId)
      .orderBy(sql`md5(unit_id::text)`)
      .limit(Number(values.sample))
      .execute();
    const window = windowOf(period, '2026-10-12');
    const began = performance.now();
    for (const { unit_id: headId, members, facts } of rows) {
      const run = (facts as { sums: number[] }).sums;
      for (const indicator of prepared.indicators) await countAlone(tx, indicator, { headId, members, known, window, run });
    }
    return { ms: (performance.now() - began) / rows.length };
  });
}

type Alone = {
  readonly headId: string;
  readonly members: readonly string[];
  readonly known: Asked['known'];
  readonly window: ReturnType<typeof windowOf>;
  readonly run: readonly number[];
};

async function countAlone(
  tx: Database,
  { of, counting, slots }: (typeof prepared.indicators)[number],
  { headId, members, run, ...asked }: Alone,
) {
  const counted = sumsOf(slots, run);
  const scopes = members.map((unitId) => ({ unitId, headId, aboveId: null }));
  for (const table of factTableNames) {
    const mine = Object.entries(counting?.measures ?? {}).filter(([, measure]) => measure.table === table);
    if (mine.length === 0) continue;
    const { units } = await measurePass(tx as never, table, {
      ...asked,
      measures: mine.map(([, measure]) => measure),
      unitIds: members,
      scopes,
    });
    for (const [at, [name]] of mine.entries()) {
      const alone = [...units.values()].reduce((sum, unit) => sum + (unit[at]?.amount ?? 0), 0);
      if (alone !== counted[name]) throw new Error(`${of.code}.${name}: ${alone} asked alone, ${counted[name] ?? 0} in the run`);
    }
  }
}

type Opened = { readonly runId: string; readonly rootId: string; readonly pid: number; readonly db: Database };

/** Some scores, read by headquarters and by each unit itself. */
async function explain(house: House, { runId, rootId, pid, db }: Opened): Promise<void> {
  const units = await asWhole(db, (tx) =>
    tx
      .selectFrom('assessment_results as r')
      .innerJoin('units as u', 'u.id', 'r.unit_id')
      .select(['u.id', 'u.lo', 'u.hi'])
      .where('run_id', '=', runId)
      .orderBy(sql`md5(unit_id::text)`)
      .limit(Number(values.scores) + 1)
      .execute(),
  );
  const readers = [
    ['headquarters', () => ({ unitId: rootId, range: rootRange })],
    ['the unit itself', ({ id, lo, hi }: (typeof units)[number]) => ({ unitId: id, range: { lo, hi } })],
  ] as const;
  for (const [who, of] of readers) {
    const scored = units.map((unit) => ({ unitId: unit.id, reader: of(unit) }));
    /** The first one warms the connections. */
    await measureRecords(house, scored.slice(0, 1), { runId, pid });
    print(`${scored.length - 1} scores, read by ${who}`);
    for (const line of toldRecords(await measureRecords(house, scored.slice(1), { runId, pid }))) print(`  ${line}`);
  }
}

async function timed<Result>(act: () => Promise<Result>): Promise<{ ms: number; result: Result }> {
  const began = performance.now();
  const result = await act();
  return { ms: performance.now() - began, result };
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}
