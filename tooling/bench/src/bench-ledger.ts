import { type ChildProcess, fork } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import type { Actor } from '@changming/application/context';
import { kindsOf } from '@changming/domain/access';
import pg from 'pg';

import type { Bringing, Brought } from './bring-ledger.ts';
import { copiedAgain } from './copied-again.ts';
import { type LargeHouse, largeHouse } from './large-house.ts';
import { writeLargeLedger } from './large-ledger.ts';
import { slowness } from './yardstick.ts';

const options = {
  rows: { type: 'string', default: '100000' },
  units: { type: 'string', default: '1000' },
  meanwhile: { type: 'string', default: '60' },
} as const;
const { values } = parseArgs({ options });
const print = (line: string) => process.stdout.write(`${line}\n`);

async function bring(large: LargeHouse): Promise<void> {
  const { url, role, rootId } = large;
  const owner = new pg.Client({ connectionString: url });
  owner.on('error', () => {});
  await owner.connect();
  const units = await owner.query<{ code: string }>(`select code from units where depth = 3 order by code`);
  const path = join(folder, 'ledger.xlsx');
  const content = await writeLargeLedger(path, { rows: Number(values.rows), units: units.rows.map(({ code }) => code) });
  print(`ledger: ${values.rows} rows, ${(content.byteLength / 1e6).toFixed(1)} MB, ${units.rows.length} units`);
  const { seconds, times } = await slowness(path);
  print(
    `exceljs reads it as a stream in ${seconds.toFixed(1)} s: ${times.toFixed(2)} × slower than where the figures were set, so 30 s there are ${(30 * times).toFixed(0)} s here`,
  );
  const api = apart('serve-ours.ts', [url, role]);
  const { port } = await told<{ port: number }>(api);
  const reader = apart('ask-list.ts', [`http://127.0.0.1:${port}/api/v1/hazards?limit=20`, `cm_session=${large.session}`]);
  await p99(reader, 3);
  const quiet = await p99(reader, 20);
  const busy = p99(reader, Number(values.meanwhile));
  const worker = apart('bring-ledger.ts', []);
  worker.send({ url, role, serverPid: large.pid, rootId, actor: await hq(owner, large), path } satisfies Bringing);
  const { database } = await told<Brought>(worker);
  const meanwhile = await busy;
  print(`API p99: ${quiet} ms before, ${meanwhile} ms meanwhile (goal: at most doubled), ${await p99(reader, 20)} ms with the ledger in`);
  reader.disconnect();
  api.disconnect();
  const copied = await copiedAgain(owner, { folder, pid: large.pid });
  print(`COPY of the same rows into the same indexed tables: ${copied.wall.toFixed(1)} s (CPU ${copied.cpu.toFixed(1)})`);
  print(`database part ÷ COPY, CPU: ${(database / copied.cpu).toFixed(2)} (goal ≤ 2.5)`);
  await owner.end();
}

/** A process of its own session, as the product's programs are: the system shares the processors out by session. */
function apart(file: string, args: readonly string[]): ChildProcess {
  return fork(join(import.meta.dirname, file), args, { detached: true });
}

async function hq(owner: pg.Client, { rootId }: LargeHouse): Promise<Actor> {
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

/** A ledger of 100,000 rows: read, judged and brought in, against COPY into the same tables; what the API says meanwhile. */
const folder = await mkdtemp(join(tmpdir(), 'cm-ledger-'));
const house = await largeHouse({ units: Number(values.units), hazards: 0 });
try {
  await bring(house);
} finally {
  await house.stop();
  await rm(folder, { recursive: true, force: true });
}
