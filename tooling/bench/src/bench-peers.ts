import { fork } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';

import autocannon, { type Request } from 'autocannon';
import { Client } from 'pg';

import { median, portOf } from './against-bare.ts';
import { largeHouse } from './large-house.ts';
import { copiedForPeers, withContent } from './peers-content.ts';
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
  /** Says where the databases listen and waits, so that peers can be started on them; each line of standard input then names a file of peers. */
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
  /** What stands against it: the whole list, or bare Hono and pg with the same columns, without and with a total. */
  readonly against?: keyof typeof owns;
};
type Unit = { readonly id: string; readonly lo: string; readonly hi: string; readonly code: string };
type Told = {
  readonly items: readonly {
    readonly id: string;
    readonly unit?: string;
    readonly responsible?: string | null;
    readonly photoId?: string | null;
  }[];
  readonly total?: number | { readonly count: number };
};
type Figures = { readonly rate: number; readonly p99: number; readonly server: number; readonly database: number };

/** The list of twenty of branches of the first two levels below the group, against other servers on the same table: alternating, median of the rounds. */
const large = await largeHouse({ units: Number(values.units), hazards: Number(values.hazards), fill: quickHazards });

/** One's own side: the product's list, or bare rows of the owner as the peers ask them. */
const owns = {
  list: {
    by: 'list',
    path: '/api/v1/hazards?limit=20&stage={stage}&sort=dueSoonest&unitId={id}',
    headers: { cookie: `cm_session=${large.session}` },
  },
  rows: { by: 'rows', path: '/rows?stage={stage}&lo={lo}&hi={hi}', headers: {} },
  rowsAndTotal: { by: 'rows', path: '/rows?total&stage={stage}&lo={lo}&hi={hi}', headers: {} },
} as const;
try {
  await withContent(large.url);
  print(`the database: ${large.url}, pid ${large.pid}`);
  if (values.wait) await serving();
  else if (values.peers !== undefined) await compare(values.peers);
} finally {
  await large.stop();
}

async function serving(): Promise<void> {
  print(`the peers' own: ${await copiedForPeers(large.url)}`);
  for await (const file of createInterface({ input: process.stdin })) await compare(file);
}

async function compare(file: string): Promise<void> {
  const all = await units();
  const peers = JSON.parse(await readFile(file, 'utf8')) as Peer[];
  const served = { list: fork(script('serve-ours.ts'), [large.url, large.role]), rows: fork(script('serve-rows.ts'), [large.url]) };
  const ports = { list: await portOf(served.list), rows: await portOf(served.rows) };
  for (const peer of peers) {
    const { path, headers, by } = owns[peer.against ?? 'list'];
    const own = { name: 'ours', pid: Number(served[by].pid), url: `http://127.0.0.1:${ports[by]}`, path, headers };
    try {
      await alike(peer, own, all);
      await against(peer, own, all);
    } catch (error) {
      print(`${peer.name}: ${error instanceof Error ? error.message.slice(0, 500) : String(error)}`);
    }
  }
  for (const each of Object.values(served)) each.disconnect();
}

function script(name: string): string {
  return join(import.meta.dirname, name);
}

/** Both sides answer the same hazards of every branch, the same photos and the same total, as far as one's own side tells them. */
async function alike(peer: Peer, own: Peer, all: readonly Unit[]): Promise<void> {
  for (const unit of all) {
    const [mine, theirs] = await Promise.all([own, peer].map((each) => answerOf(each, unit)));
    const answer = JSON.parse(mine ?? '') as Told;
    const count = typeof answer.total === 'object' ? answer.total.count : answer.total;
    const said = [...answer.items.flatMap(({ id, unit: name, responsible, photoId }) => [id, name, responsible, photoId]), count];
    const missing = said.filter((each) => each !== null && each !== undefined && !spelled(theirs ?? '').includes(String(each)));
    if (missing.length > 0) throw new Error(`${peer.name} does not tell of ${unit.code}: ${missing.join(', ')}`);
  }
}

async function answerOf(side: Peer, unit: Unit): Promise<string> {
  const { url, path, method = 'GET', headers = {}, body } = filledFor(side, unit);
  const answer = await fetch(`${url}${path}`, { method, headers, ...(body === undefined ? {} : { body }) });
  return answer.text();
}

/** An answer with its letters as they are: some servers escape all but Latin ones. */
function spelled(answer: string): string {
  return JSON.stringify(JSON.parse(answer));
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

function filledFor<Side extends Peer>(side: Side, unit: Unit): Side {
  const filled = (text: string) =>
    text.replaceAll(/\{(id|lo|hi|code|stage)\}/g, (_, slot: keyof Unit | 'stage') => (slot === 'stage' ? values.stage : unit[slot]));
  return { ...side, path: filled(side.path), ...(side.body === undefined ? {} : { body: filled(side.body) }) };
}

async function measured(side: Peer, all: readonly Unit[]): Promise<Figures> {
  const { name, pid, url } = side;
  if (!['127.0.0.1', 'localhost', '[::1]'].includes(new URL(url).hostname)) throw new Error(`${name} is not on this machine`);
  const requests = all.map((unit): Request => {
    const { path, method = 'GET', headers = {}, body } = filledFor(side, unit);
    return { method, path, headers, ...(body === undefined ? {} : { body }) };
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
