import { fork } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import autocannon, { type Request } from 'autocannon';
import { Client } from 'pg';

import { median, portOf } from './against-bare.ts';
import { largeHouse } from './large-house.ts';
import { quickHazards } from './quick-hazards.ts';
import { cpuOfTree } from './usage.ts';

const options = {
  units: { type: 'string', default: '5000' },
  hazards: { type: 'string', default: '1000000' },
  stage: { type: 'string', default: 'assigned' },
  rounds: { type: 'string', default: '3' },
  seconds: { type: 'string', default: '5' },
  /** A JSON file of the peers: see `Peer`. */
  peers: { type: 'string' },
  /** Only says where the database listens and waits, so that peers can be started on it. */
  wait: { type: 'boolean', default: false },
} as const;
const { values } = parseArgs({ options });
const print = (line: string) => process.stdout.write(`${line}\n`);

/** Another server on the same database. In `path` and `body` stand {id}, {lo}, {hi} and {code} of a unit and {stage}; of `pid` the children count too. */
type Peer = {
  readonly name: string;
  readonly pid: number;
  readonly url: string;
  readonly path: string;
  readonly method?: 'GET' | 'POST';
  readonly headers?: Record<string, string>;
  readonly body?: string;
};
type Unit = { readonly id: string; readonly lo: string; readonly hi: string; readonly code: string };
type Figures = { readonly rate: number; readonly p99: number; readonly server: number; readonly database: number };

/** The list of twenty of branches of the first two levels below the group, against other servers on the same table: alternating, median of the rounds. */
const large = await largeHouse({ units: Number(values.units), hazards: Number(values.hazards), fill: quickHazards });
try {
  print(`the database: ${large.url}`);
  if (values.wait) await new Promise((resolve) => process.once('SIGINT', resolve));
  else await compare();
} finally {
  await large.stop();
}

async function compare(): Promise<void> {
  const all = await units();
  const peers: Peer[] = values.peers === undefined ? [] : (JSON.parse(await readFile(values.peers, 'utf8')) as Peer[]);
  const ours = fork(join(import.meta.dirname, 'serve-ours.ts'), [large.url, large.role]);
  const own: Peer = {
    name: 'ours',
    pid: Number(ours.pid),
    url: `http://127.0.0.1:${await portOf(ours)}`,
    path: '/api/v1/hazards?limit=20&stage={stage}&sort=dueSoonest&unitId={id}',
    headers: { cookie: `cm_session=${large.session}` },
  };
  for (const peer of peers) await against(peer, own, all);
  ours.disconnect();
}

async function units(): Promise<Unit[]> {
  const owner = new Client({ connectionString: large.url });
  await owner.connect();
  const { rows } = await owner.query<Unit>(`
    select id, lo::text, hi::text, code from (select *, row_number() over (partition by depth order by hashtext(code)) as n from units) u
    where depth in (1, 2) and n <= 20 order by depth, n`);
  await owner.end();
  return rows;
}

async function against(peer: Peer, own: Peer, all: readonly Unit[]): Promise<void> {
  const rounds: { readonly mine: Figures; readonly theirs: Figures }[] = [];
  for (let n = 0; n <= Number(values.rounds); n += 1) {
    const mine = await measured(own, all);
    const theirs = await measured(peer, all);
    // The first round warms both sides up.
    if (n > 0) rounds.push({ mine, theirs });
  }
  const cpu = ({ server, database }: Figures) => server + database;
  const middle = (of: (round: (typeof rounds)[number]) => number) => median(rounds.map(of));
  print(`${peer.name}: ${told(middle, 'theirs')}; ours ${told(middle, 'mine')}`);
  const [rate, work] = [middle(({ mine, theirs }) => mine.rate / theirs.rate), middle(({ mine, theirs }) => cpu(theirs) / cpu(mine))];
  print(`${peer.name}: ours answers ${rate.toFixed(1)} × as many; it takes ${work.toFixed(1)} × the CPU`);
}

function told(middle: (of: (round: Record<'mine' | 'theirs', Figures>) => number) => number, side: 'mine' | 'theirs'): string {
  const [rate, p99, server, database] = (['rate', 'p99', 'server', 'database'] as const).map((name) =>
    middle((round) => round[side][name]),
  );
  return `${rate?.toFixed(0)}/s, p99 ${p99?.toFixed(0)} ms, CPU ms ${server?.toFixed(2)} + ${database?.toFixed(2)} of PostgreSQL`;
}

async function measured({ name, pid, url, path, method = 'GET', headers = {}, body }: Peer, all: readonly Unit[]): Promise<Figures> {
  if (!['127.0.0.1', 'localhost', '[::1]'].includes(new URL(url).hostname)) throw new Error(`${name} is not on this machine`);
  const requests = all.map((unit): Request => {
    const filled = (text: string) =>
      text.replaceAll(/\{(id|lo|hi|code|stage)\}/g, (_, slot: keyof Unit | 'stage') => (slot === 'stage' ? values.stage : unit[slot]));
    return { method, path: filled(path), headers, ...(body === undefined ? {} : { body: filled(body) }) };
  });
  const before = [cpuOfTree(pid), cpuOfTree(large.pid)] as const;
  const answered = await autocannon({ url, connections: 16, duration: Number(values.seconds), requests });
  if (answered.non2xx > 0 || answered.errors > 0) throw new Error(`${answered.non2xx + answered.errors} answers of ${name} were refusals`);
  const each = (after: number, at: 0 | 1) => (after - before[at]) / answered.requests.total;
  return {
    rate: answered.requests.average,
    p99: answered.latency.p99,
    server: each(cpuOfTree(pid), 0),
    database: each(cpuOfTree(large.pid), 1),
  };
}
