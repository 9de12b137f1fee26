import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { clockFrom } from '@changming/application/clock';
import { openHouse } from '@changming/application/context';
import { localFiles } from '@changming/application/files';
import { secretsFrom } from '@changming/application/secrets';
import autocannon from 'autocannon';
import { escapeLiteral } from 'pg';
import { pino } from 'pino';

import { buildApp } from '@changming/api/app';
import { type LargeHouse, largeHouse } from './large-house.ts';
import { type Statement, statementsOf } from './statements.ts';
import { cpuOfTree } from './usage.ts';

const options = {
  units: { type: 'string', default: '5000' },
  hazards: { type: 'string', default: '100000' },
  rounds: { type: 'string', default: '3' },
  /** A folder for CPU profiles of both servers. */
  profile: { type: 'string' },
} as const;
const { values } = parseArgs({ options });
const address = '/api/v1/hazards?limit=20&stage=assigned&sort=dueSoonest';
const print = (line: string) => process.stdout.write(`${line}\n`);

/** Ratios of one run, alternating, median of the rounds: the product's list against bare Hono and pg with the same statements. */
const house = await largeHouse({ units: Number(values.units), hazards: Number(values.hazards) });
try {
  await tree(house);
  await list(house);
} finally {
  await house.stop();
}

async function tree({ url, role, session, rootId }: LargeHouse): Promise<void> {
  const app = appOn(url, role);
  const times: number[] = [];
  for (let n = 0; n < 20; n += 1) {
    const began = performance.now();
    const answer = await app.built.request(`/api/v1/units?parentId=${rootId}`, { headers: { cookie: `cm_session=${session}` } });
    if (answer.status !== 200) throw new Error(`the tree answered ${answer.status}: ${await answer.text()}`);
    await answer.text();
    times.push(performance.now() - began);
  }
  await app.close();
  print(
    `tree page, first level of ${values.units} units: median ${median(times).toFixed(1)} ms, slowest ${Math.max(...times).toFixed(1)} ms`,
  );
}

async function list(large: LargeHouse): Promise<void> {
  const statements = await sentBy(large);
  print(`one request sends ${statements.length} statements`);
  const ours = child('serve-ours.ts', large);
  const bare = child('serve-bare.ts', large);
  bare.send(withoutSession(statements));
  const ports = await Promise.all([portOf(ours), portOf(bare)]);
  const rounds: Record<'rate' | 'cpu' | 'server', number>[] = [];
  for (let n = 0; n <= Number(values.rounds); n += 1) {
    const mine = await measured(ours, `http://127.0.0.1:${ports[0]}${address}`, large);
    const theirs = await measured(bare, `http://127.0.0.1:${ports[1]}/list`, large);
    print(`round ${n}: ours ${told(mine)}; bare ${told(theirs)}`);
    const cpu = (mine.server + mine.database) / (theirs.server + theirs.database);
    if (n > 0) rounds.push({ rate: mine.rate / theirs.rate, cpu, server: mine.server / theirs.server });
  }
  ours.disconnect();
  bare.disconnect();
  const middle = (name: 'rate' | 'cpu' | 'server') => median(rounds.map((round) => round[name])).toFixed(2);
  print(
    `list endpoint: ${middle('rate')} × bare (goal ≥ 0.85), CPU of server and PostgreSQL ${middle('cpu')} × (goal ≤ 1.15), of the server alone ${middle('server')} ×`,
  );
}

function told({ rate, server, database }: Figures): string {
  return `${rate.toFixed(0)}/s, CPU ms ${server.toFixed(3)} + ${database.toFixed(3)} of PostgreSQL`;
}

function appOn(url: string, role: string) {
  const opened = openHouse({
    url,
    role,
    max: 2,
    clock: clockFrom(undefined),
    secrets: secretsFrom(Buffer.alloc(32, 7).toString('base64')),
  });
  return {
    built: buildApp({ house: opened, log: pino({ level: 'silent' }), secure: false, files: localFiles('/tmp') }),
    close: opened.close,
  };
}

async function sentBy({ url, role, session }: LargeHouse): Promise<Statement[]> {
  const app = appOn(url, role);
  const ask = async () => {
    const answer = await app.built.request(address, { headers: { cookie: `cm_session=${session}` } });
    if (answer.status !== 200) throw new Error(`the list answered ${answer.status}: ${await answer.text()}`);
    await answer.text();
  };
  await ask();
  const statements = await statementsOf(ask);
  await app.close();
  return statements;
}

/** From the last `begin` on: the list's own transaction, without finding out who asks. */
function withoutSession(statements: readonly Statement[]): Statement[] {
  const begins = statements.map(({ text }) => /^(begin|start transaction)/i.test(text));
  const own = statements.slice(begins.lastIndexOf(true)).filter(({ text }) => !text.includes('session_known'));
  return openedAtOnce(own);
}

/** Bare code would open its transaction in one trip: `begin` and the settings as one text. */
function openedAtOnce([begun, settings, ...others]: readonly Statement[]): Statement[] {
  if (begun === undefined || settings === undefined || !settings.text.includes('set_config')) throw new Error('the list opens otherwise');
  const said = settings.text.replace(/\$(\d+)/g, (_, at: string) => escapeLiteral(String(settings.values[Number(at) - 1])));
  return [{ text: `${begun.text}; ${said}`, values: [] }, ...others];
}

function child(file: string, { url, role }: LargeHouse): ChildProcess {
  const execArgv = values.profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${values.profile}`];
  return fork(join(import.meta.dirname, file), [url, role], { execArgv });
}

async function portOf(process: ChildProcess): Promise<number> {
  const { port } = await new Promise<{ port: number }>((resolve) =>
    process.once('message', (message) => resolve(message as { port: number })),
  );
  return port;
}

type Figures = { readonly rate: number; readonly server: number; readonly database: number };

/** Requests a second, and CPU milliseconds of a request in the server and in PostgreSQL. */
async function measured(process: ChildProcess, url: string, { session, pid }: LargeHouse): Promise<Figures> {
  await usageOf(process);
  const before = cpuOfTree(pid);
  const { requests, non2xx } = await autocannon({ url, connections: 16, duration: 5, headers: { cookie: `cm_session=${session}` } });
  if (non2xx > 0) throw new Error(`${non2xx} answers of ${url} were refusals`);
  const server = (await usageOf(process)) / requests.total;
  return { rate: requests.average, server, database: (cpuOfTree(pid) - before) / requests.total };
}

async function usageOf(process: ChildProcess): Promise<number> {
  process.send('usage');
  const { cpu } = await new Promise<{ cpu: number }>((resolve) =>
    process.once('message', (message) => resolve(message as { cpu: number })),
  );
  return cpu;
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}
