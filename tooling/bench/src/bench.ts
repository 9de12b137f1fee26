import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { appOn, measured, median, portOf, told, withoutSession } from './against-bare.ts';
import { type LargeHouse, largeHouse } from './large-house.ts';
import { type Statement, statementsOf } from './statements.ts';

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
    const headers = { cookie: `cm_session=${large.session}` };
    const mine = await measured(ours, { url: `http://127.0.0.1:${ports[0]}${address}`, headers }, large);
    const theirs = await measured(bare, { url: `http://127.0.0.1:${ports[1]}/list`, headers }, large);
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

function child(file: string, { url, role }: LargeHouse): ChildProcess {
  const execArgv = values.profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${values.profile}`];
  return fork(join(import.meta.dirname, file), [url, role], { execArgv });
}
