import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';

import { clockFrom } from '@changming/application/clock';
import { type Actor, type Caller, openHouse } from '@changming/application/context';
import { declareImport, planImport, readImport, receiveImport, runHazardsImport, startImport } from '@changming/application/imports';
import { secretsFrom } from '@changming/application/secrets';
import { stepBack } from '@changming/application/step-back';
import { readWorkbook } from '@changming/documents/excel';

import { cpuOfTree } from './usage.ts';

/** What is brought in, by whom, and where. */
export type Bringing = {
  readonly url: string;
  readonly role: string;
  /** Of the server's own process. */
  readonly serverPid: number;
  readonly rootId: string;
  readonly actor: Actor;
  readonly path: string;
};

/** CPU seconds of PostgreSQL for bringing the rows in. */
export type Brought = { readonly database: number };

/** The worker of `bench-ledger.ts`, a process of its own that steps back as the product's does. */
process.once('message', (bringing: Bringing) => void bring(bringing));

const print = (line: string) => process.stdout.write(`${line}\n`);
const patient = { wallTime: 600_000 };

async function bring({ url, role, serverPid, rootId, actor, path }: Bringing): Promise<void> {
  stepBack(process.pid);
  const secrets = secretsFrom(Buffer.alloc(32, 7).toString('base64'));
  const house = openHouse({ url, role, max: 4, inBackground: true, clock: clockFrom(undefined), secrets });
  const told = await timed(house.callerFor(actor), { content: await readFile(path), rootId, serverPid });
  await house.close();
  process.send?.(told, () => process.exit(0));
}

type File = Pick<Bringing, 'rootId' | 'serverPid'> & { readonly content: Buffer };

/** The way of the worker: the file is read for the verdicts, and what was judged is brought in as it was kept. */
async function timed(caller: Caller, { content, rootId, serverPid }: File): Promise<Brought> {
  const { id: batchId } = await declareImport(caller, { kind: 'hazards', unitId: rootId, fileName: 'ledger.xlsx' });
  await receiveImport(caller, { batchId, content: new Uint8Array(content), hash: createHash('sha256').update(content).digest('hex') });
  let database = 0;
  const whole = await spending(serverPid, async () => {
    const peak = watchChild();
    const began = performance.now();
    const { sheets } = await readWorkbook(content, patient);
    print(`read: ${((performance.now() - began) / 1000).toFixed(1)} s`);
    print(`reader's process: at most ${await peak()} MB (goal < 400)`);
    print(`judged and verdicts kept: ${spelled(await spending(serverPid, () => planImport(caller, { batchId, sheets })))}`);
    await startImport(caller, { batchId, onlyIfAll: false });
    const run = await spending(serverPid, () => runHazardsImport(caller, { batchId }));
    database = run.database;
    print(`brought in: ${spelled(run)}`);
  });
  const { made, counts } = await readImport(caller, { batchId });
  print(`from the file to the records: ${spelled(whole)} (goal ≤ 30 s); ${made} made of ${JSON.stringify(counts)}`);
  return { database };
}

type Spent = { readonly wall: number; readonly own: number; readonly children: number; readonly database: number };

/** Seconds of the clock, and CPU seconds of this process, of those it started, and of PostgreSQL: on a busy machine only these tell. */
async function spending(serverPid: number, work: () => Promise<unknown>): Promise<Spent> {
  const at = () => ({ wall: performance.now(), own: process.cpuUsage(), whole: cpuOfTree(process.pid), server: cpuOfTree(serverPid) });
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
