import { type ChildProcess, fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { get } from 'node:http';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { buildApp } from '@changming/api/app';
import { clockFrom } from '@changming/application/clock';
import { openHouse } from '@changming/application/context';
import { secretsFrom } from '@changming/application/secrets';
import { Client } from 'pg';
import { pino } from 'pino';

import { type LargeHouse, largeHouse } from './large-house.ts';
import { type Statement, statementsOf } from './statements.ts';
import { cpuOfTree } from './usage.ts';

const options = {
  units: { type: 'string', default: '500' },
  rows: { type: 'string', default: '20000' },
  rounds: { type: 'string', default: '3' },
} as const;
const { values } = parseArgs({ options });
const address = '/api/v1/analytics/hazards?format=csv';
const print = (line: string) => process.stdout.write(`${line}\n`);

/** A CSV of all hazards through the API, against the server's own COPY of the same statement into nothing; alternating, median of the rounds. */
const house = await largeHouse({ units: Number(values.units), hazards: Number(values.rows), fill });
try {
  await compare(house);
} finally {
  await house.stop();
}

/** Whole records, as a ledger has them. History and words are not read here, so their triggers rest. */
async function fill(owner: Client, rows: number): Promise<void> {
  await owner.query('alter table hazards disable trigger user');
  await owner.query(
    `insert into hazards (id, unit_id, unit_pos, stage, level, category, factor, key_area, kind, source, text, place, measures, found_on, found_at,
       claimed_at, reported_at, registered_on, assigned_on, due_on, started_on, submitted_on, closed_on, funds, spent)
     select gen_random_uuid(), u.id, u.lo, case when n % 16 = 0 then 'assigned' else 'closed' end, (array['team', 'workshop', 'unit'])[1 + n % 3],
       'exits', '3108', 'fire', 'site', 'employeeReport', '安全出口堆放第' || n || '批布料，联系 1380000' || lpad((n % 10000)::text, 4, '0'),
       '二号仓库东通道', '当班清走并划线', d, d + time '10:00', d + time '10:00', d + time '10:00', d, d, d + 3, d + 1,
       case when n % 16 = 0 then null else d + 2 end, case when n % 16 = 0 then null else d + 2 end, n % 100000, case when n % 2 = 0 then n % 90000 end
     from (select n, date '2023-01-01' + (n % 1000) as d from generate_series(1, $1::int) n) as days
     join (select id, lo, row_number() over () as at from units where depth = 3) u on u.at = 1 + days.n % (select count(*) from units where depth = 3)`,
    [rows],
  );
  await owner.query('alter table hazards enable trigger user');
}

async function compare(large: LargeHouse): Promise<void> {
  const statements = await sentBy(large);
  const api = fork(join(import.meta.dirname, 'serve-ours.ts'), [large.url, large.role]);
  const port = await portOf(api);
  const [ratios, ofCpu]: [number[], number[]] = [[], []];
  for (let n = 0; n <= Number(values.rounds); n += 1) {
    const ours = await pulled(api, large, port);
    const bare = await copied(large, statements);
    print(
      `round ${n}: API ${ours.seconds.toFixed(2)} s, CPU ${ours.cpu.toFixed(2)} + ${ours.server.toFixed(2)} s of the server, memory at most ${peakOf(api).toFixed(0)} MB; COPY ${bare.seconds.toFixed(2)} s, CPU ${bare.server.toFixed(2)} s; ${(ours.bytes / 1e6).toFixed(0)} MB`,
    );
    if (n === 0) continue;
    ratios.push(ours.seconds / bare.seconds);
    ofCpu.push((ours.cpu + ours.server) / bare.server);
  }
  api.disconnect();
  print(`CSV of ${values.rows} rows: ${median(ratios).toFixed(2)} × the server's COPY, ${median(ofCpu).toFixed(2)} × its CPU (goal ≤ 1.1)`);
}

/** What the API sends for one such answer: its transaction, from opening it to the copy. */
async function sentBy({ url, role, session }: LargeHouse): Promise<Statement[]> {
  const opened = openHouse({
    url,
    role,
    max: 2,
    clock: clockFrom(undefined),
    secrets: secretsFrom(Buffer.alloc(32, 7).toString('base64')),
  });
  const app = buildApp({ house: opened, log: pino({ level: 'silent' }), secure: false });
  const sent = await statementsOf(async () => {
    const answer = await app.request(`${address}&limit=1`, { headers: { cookie: `cm_session=${session}` } });
    if (answer.status !== 200) throw new Error(`the export answered ${answer.status}: ${await answer.text()}`);
    await answer.text();
  });
  await opened.close();
  const copy = sent.findIndex(({ text }) => text.startsWith('copy ('));
  const begun = sent.slice(0, copy).findLastIndex(({ text }) => text.startsWith('begin'));
  return sent.slice(begun, copy + 1);
}

async function portOf(api: ChildProcess): Promise<number> {
  const { port } = await new Promise<{ port: number }>((resolve) => api.once('message', (message) => resolve(message as { port: number })));
  return port;
}

async function pulled(api: ChildProcess, { session, pid }: LargeHouse, port: number) {
  await usageOf(api);
  let bytes = 0;
  const spent = await timed(
    pid,
    () =>
      new Promise<void>((resolve, reject) => {
        get(`http://127.0.0.1:${port}${address}`, { headers: { cookie: `cm_session=${session}` } }, (answer) => {
          answer.on('data', (chunk: Buffer) => {
            bytes += chunk.byteLength;
          });
          answer.on('end', () => (answer.statusCode === 200 ? resolve() : reject(new Error(`the export answered ${answer.statusCode}`))));
          answer.on('error', reject);
        });
      }),
  );
  return { ...spent, bytes, cpu: (await usageOf(api)) / 1000 };
}

/** The same transaction with its copy going nowhere, as the same role; only that role may write a file here, which is /dev/null. */
async function copied(large: LargeHouse, statements: readonly Statement[]): Promise<Spent> {
  const client = new Client({ connectionString: large.url });
  await client.connect();
  await client.query(`grant pg_write_server_files to ${large.role}; set role ${large.role}`);
  const spent = await timed(large.pid, async () => {
    for (const { text, values: given } of statements) await client.query(whole(text), given);
    await client.query('commit');
  });
  await client.end();
  return spent;
}

function whole(text: string): string {
  return text.replace(/ limit 1\) to stdout/, ") to '/dev/null'");
}

type Spent = { readonly seconds: number; readonly server: number };

/** Seconds of the clock, and CPU seconds of the server. */
async function timed(pid: number, work: () => Promise<void>): Promise<Spent> {
  const [began, before] = [performance.now(), cpuOfTree(pid)];
  await work();
  return { seconds: (performance.now() - began) / 1000, server: (cpuOfTree(pid) - before) / 1000 };
}

async function usageOf(api: ChildProcess): Promise<number> {
  api.send('usage');
  const { cpu } = await new Promise<{ cpu: number }>((resolve) => api.once('message', (message) => resolve(message as { cpu: number })));
  return cpu;
}

/** The most memory that the process ever held, in MB. */
function peakOf({ pid }: ChildProcess): number {
  return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? Number.NaN) / 1024;
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}
