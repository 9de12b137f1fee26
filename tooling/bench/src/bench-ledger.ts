import { type ChildProcess, fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { constants, setPriority, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { clockFrom } from '@changming/application/clock';
import { type Caller, openHouse } from '@changming/application/context';
import { declareImport, planImport, readImport, receiveImport, runHazardsImport, startImport } from '@changming/application/imports';
import { secretsFrom } from '@changming/application/secrets';
import { readWorkbook } from '@changming/documents/excel';
import { kindsOf } from '@changming/domain/access';
import pg from 'pg';

import { copiedAgain } from './copied-again.ts';
import { type LargeHouse, largeHouse } from './large-house.ts';
import { writeLargeLedger } from './large-ledger.ts';
import { cpuOfTree } from './usage.ts';

const options = {
  rows: { type: 'string', default: '100000' },
  units: { type: 'string', default: '1000' },
  meanwhile: { type: 'string', default: '60' },
} as const;
const { values } = parseArgs({ options });
const print = (line: string) => process.stdout.write(`${line}\n`);

async function bring(large: LargeHouse): Promise<void> {
  const owner = new pg.Client({ connectionString: large.url });
  owner.on('error', () => {});
  await owner.connect();
  const units = await owner.query<{ code: string }>(`select code from units where depth = 3 order by code`);
  const content = await writeLargeLedger(join(folder, 'ledger.xlsx'), {
    rows: Number(values.rows),
    units: units.rows.map(({ code }) => code),
  });
  print(`ledger: ${values.rows} rows, ${(content.byteLength / 1e6).toFixed(1)} MB, ${units.rows.length} units`);
  const opened = openHouse({
    url: large.url,
    role: large.role,
    max: 4,
    inBackground: true,
    clock: clockFrom(undefined),
    secrets: secretsFrom(Buffer.alloc(32, 7).toString('base64')),
  });
  const api = fork(join(import.meta.dirname, 'serve-ours.ts'), [large.url, large.role]);
  const { port } = await told<{ port: number }>(api);
  const list = `http://127.0.0.1:${port}/api/v1/hazards?limit=20`;
  const reader = fork(join(import.meta.dirname, 'ask-list.ts'), [list, `cm_session=${large.session}`]);
  await p99(reader, 3);
  const quiet = await p99(reader, 20);
  const busy = p99(reader, Number(values.meanwhile));
  // As the worker does: what people ask comes first.
  setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
  await timed(opened.callerFor(await hq(owner, large)), { content, large });
  print(`API p99: ${quiet} ms at rest, ${await busy} ms meanwhile (goal: at most doubled)`);
  reader.disconnect();
  api.disconnect();
  await opened.close();
  const copied = await copiedAgain(owner, { folder, pid: large.pid });
  print(`COPY of the same rows into the same indexed tables: ${copied.wall.toFixed(1)} s (CPU ${copied.cpu.toFixed(1)})`);
  print(`database part ÷ COPY, CPU: ${(database / copied.cpu).toFixed(2)} (goal ≤ 2.5)`);
  await owner.end();
}

type Spent = { readonly wall: number; readonly own: number; readonly children: number; readonly database: number };
/** CPU seconds of PostgreSQL for bringing the rows in. */
let database = 0;

/** Seconds of the clock, and CPU seconds of this process, of those it started, and of PostgreSQL: on a busy machine only these tell. */
async function spending(pid: number, work: () => Promise<unknown>): Promise<Spent> {
  const at = () => ({ wall: performance.now(), own: process.cpuUsage(), whole: cpuOfTree(process.pid), server: cpuOfTree(pid) });
  const before = at();
  await work();
  const after = at();
  const own = (after.own.user + after.own.system - before.own.user - before.own.system) / 1e6;
  const whole = (after.whole - before.whole) / 1000;
  const server = (after.server - before.server) / 1000;
  return { wall: (after.wall - before.wall) / 1000, own, children: Math.max(0, whole - own), database: server };
}

function spelled({ wall, own, children, database: server }: Spent): string {
  return `${wall.toFixed(1)} s (CPU ${own.toFixed(1)} here, ${children.toFixed(1)} in its children, ${server.toFixed(1)} in PostgreSQL)`;
}

type File = { readonly content: Buffer; readonly large: LargeHouse };
const patient = { wallTime: 600_000 };

/** The way of the worker: the file is read for the verdicts, and what was judged is brought in as it was kept. */
async function timed(caller: Caller, { content, large: { rootId, pid } }: File): Promise<void> {
  const { id: batchId } = await declareImport(caller, { kind: 'hazards', unitId: rootId, fileName: 'ledger.xlsx' });
  await receiveImport(caller, { batchId, content: new Uint8Array(content), hash: createHash('sha256').update(content).digest('hex') });
  const whole = await spending(pid, async () => {
    const peak = watchChild();
    const began = performance.now();
    const { sheets } = await readWorkbook(content, patient);
    print(`read: ${((performance.now() - began) / 1000).toFixed(1)} s`);
    print(`reader's process: at most ${await peak()} MB (goal < 400)`);
    print(`judged and verdicts kept: ${spelled(await spending(pid, () => planImport(caller, { batchId, sheets })))}`);
    await startImport(caller, { batchId, onlyIfAll: false });
    const run = await spending(pid, () => runHazardsImport(caller, { batchId }));
    database = run.database;
    print(`brought in: ${spelled(run)}`);
  });
  const { made, counts } = await readImport(caller, { batchId });
  print(`from the file to the records: ${spelled(whole)} (goal ≤ 30 s); ${made} made of ${JSON.stringify(counts)}`);
}

async function hq(owner: pg.Client, { rootId }: LargeHouse) {
  const { rows } = await owner.query<{ id: string; lo: number; hi: number }>('select id, lo, hi from units where id = $1', [rootId]);
  const person = await owner.query<{ id: string }>('select id from persons limit 1');
  const units = { lo: Number(rows[0]?.lo), hi: Number(rows[0]?.hi) };
  const grants = kindsOf('hqSafety').map((kind) => ({
    role: 'hqSafety' as const,
    kind,
    unitId: rootId,
    units,
    from: '2020-01-01',
    to: null,
  }));
  return { personId: person.rows[0]?.id ?? null, accountId: null, grants };
}

/** p99 of the ledger page in milliseconds at twenty requests a second, until `seconds` are over. */
async function p99(reader: ChildProcess, seconds: number): Promise<number> {
  reader.send(seconds);
  return (await told<{ p99: number }>(reader)).p99;
}

function told<Said>(child: ChildProcess): Promise<Said> {
  return new Promise((resolve) => child.once('message', (said) => resolve(said as Said)));
}

/** The largest memory of any process that this one has started since, in MB, by what the system counted for it. */
function watchChild(): () => Promise<number> {
  let most = 0;
  const look = async () => {
    const children = await readFile(`/proc/${process.pid}/task/${process.pid}/children`, 'utf8');
    for (const pid of children.split(' ').filter((each) => each !== '')) {
      const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
      const status = command.includes('--permission') ? await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '') : '';
      most = Math.max(most, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0));
    }
  };
  const timer = setInterval(() => void look(), 100);
  return async () => {
    clearInterval(timer);
    return Math.round(most / 1024);
  };
}

/** A ledger of 100,000 rows: read, judged and brought in, against COPY into the same tables; what the API says meanwhile. */
const folder = await mkdtemp(join(tmpdir(), 'cm-ledger-'));
const house = await largeHouse({ units: Number(values.units), hazards: 0 });
try {
  await bring(house);
} finally {
  await house.stop();
  await rm(folder, { recursive: true, force: true });
}
