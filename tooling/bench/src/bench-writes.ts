import { type ChildProcess, fork } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { uuidV7 } from '@changming/application/context';
import { Client } from 'pg';

import { appOn, type Figures, measured, median, portOf, told, withoutSession, withSession } from './against-bare.ts';
import { largeHouse } from './large-house.ts';
import { ownNames, renamed } from './renamed.ts';
import { judged, small } from './small-form.ts';
import { type Statement, statementsOf } from './statements.ts';

const options = {
  units: { type: 'string', default: '500' },
  hazards: { type: 'string', default: '20000' },
  rounds: { type: 'string', default: '3' },
  seconds: { type: 'string', default: '5' },
  ...small,
} as const;
const { values } = parseArgs({ options });
const print = (line: string) => process.stdout.write(`${line}\n`);
/** How long a round lasts; the small form asks so many times, for the clock tells it nothing. */
const lasting = values.small ? { amount: 120 } : { duration: Number(values.seconds) };
/** As many transactions as either side can do while it is measured. */
const enough = (lasting.amount ?? 1000 * Number(values.seconds)) * (Number(values.rounds) + 1);

/** A write that is measured: how one is asked for, and the records that it needs beforehand. */
type Write = {
  readonly name: string;
  readonly askOf: (id: string) => { path: string; body: object };
  readonly givenIds: (count: number) => Promise<string[]>;
};

/** A report and a step of the loop through the API, with trail and jobs, against the same statements in the same transaction behind bare Hono and pg. */
const large = await largeHouse({ units: Number(values.units), hazards: Number(values.hazards) });
const servers: ChildProcess[] = [];
const owner = new Client({ connectionString: large.url });
try {
  await owner.connect();
  const { rows } = await owner.query<{ id: string }>('select id from units where depth = 3 order by code limit 1');
  const unitId = rows[0]?.id ?? '';
  for (const write of [reporting(unitId), registering(unitId)]) await compare(write);
} finally {
  for (const server of servers) server.disconnect();
  await owner.end();
  await large.stop();
}

function reporting(unitId: string): Write {
  const askOf = (id: string) => ({
    path: '/api/v1/hazards',
    body: {
      id,
      unitId,
      category: 'exits',
      text: '安全出口堵塞',
      photos: [randomBytes(32).toString('hex')],
      foundAt: new Date().toISOString(),
    },
  });
  const givenIds = async (count: number) => Array.from({ length: count }, () => uuidV7(new Date(), randomBytes(16)));
  return { name: 'a report', askOf, givenIds };
}

function registering(unitId: string): Write {
  const askOf = (id: string) => ({ path: `/api/v1/hazards/${id}/registration`, body: { level: 'team' } });
  return { name: 'a registration', askOf, givenIds: (count) => reported(unitId, count) };
}

/** Hazards that wait to be registered. */
async function reported(unitId: string, count: number): Promise<string[]> {
  await owner.query(`select set_config('app.at', now()::text, false)`);
  const { rows } = await owner.query<{ id: string }>(
    `insert into hazards (id, unit_id, stage, category, key_area, kind, source, text, found_on, found_at, claimed_at, reported_at)
     select gen_random_uuid(), $1, 'reported', 'exits', 'fire', 'site', 'employeeReport', '安全出口堵塞', current_date, now(), now(), now() from generate_series(1, $2)
     returning id`,
    [unitId, count],
  );
  return rows.map(({ id }) => id);
}

async function compare(write: Write): Promise<void> {
  const sent = await sentBy(write);
  print(`${write.name} sends ${sent.statements.length} statements`);
  const ours = await asked(child('serve-ours.ts'), { ids: await write.givenIds(enough), askOf: write.askOf });
  const bare: { readonly name: string; readonly ask: () => Promise<Figures> }[] = [];
  const alone = { name: 'those of its transaction alone', statements: sent.statements };
  for (const { name, statements } of [{ name: 'the same statements', statements: sent.whole }, ...(values.small ? [] : [alone])]) {
    const replaying = child('replay-bare.ts');
    replaying.send((await write.givenIds(enough)).map((id) => renamed(statements, sent.own, [[sent.about, id]])));
    bare.push({ name, ask: await asked(replaying, { ids: [], askOf: () => ({ path: '/next', body: write.askOf(randomUUID()).body }) }) });
  }
  await compared(write.name, ours, bare);
}

/** The middle of the rounds; the first of them warms both sides up. */
async function compared(
  name: string,
  ours: () => Promise<Figures>,
  bare: readonly { readonly name: string; readonly ask: () => Promise<Figures> }[],
): Promise<void> {
  const rounds = bare.map((): { rate: number; cpu: number }[] => []);
  for (let n = 0; n <= Number(values.rounds); n += 1) {
    const mine = await ours();
    print(`round ${n}: ours ${told(mine)}`);
    for (const [at, { ask, name: said }] of bare.entries()) {
      const theirs = await ask();
      print(`  bare, ${said}: ${told(theirs)}`);
      const cpu = (mine.server + mine.database) / (theirs.server + theirs.database);
      if (n > 0) rounds[at]?.push({ rate: mine.rate / theirs.rate, cpu });
    }
  }
  for (const [at, { name: said }] of bare.entries()) {
    const [rate, cpu] = [median((rounds[at] ?? []).map((round) => round.rate)), median((rounds[at] ?? []).map((round) => round.cpu))];
    print(`${name}: ${rate.toFixed(2)} × bare with ${said} (goal ≥ 0.85), CPU of server and PostgreSQL ${cpu.toFixed(2)} ×`);
    judged(values.small, `${name}: CPU through the API ÷ bare with ${said}`, cpu, { atMost: 2.5 });
  }
}

type Asked = { readonly ids: string[]; readonly askOf: Write['askOf'] };

/** A server that is ready, to be asked for one round. */
async function asked(server: ChildProcess, { ids, askOf }: Asked): Promise<() => Promise<Figures>> {
  const port = await portOf(server);
  servers.push(server);
  return () =>
    measured(
      server,
      asking(port, () => askOf(ids.pop() ?? '')),
      large,
    );
}

function asking(port: number, next: () => { path: string; body: object }) {
  const headers = { cookie: `cm_session=${large.session}`, 'content-type': 'application/json' };
  const setupRequest = (request: object) => {
    const { path, body } = next();
    return { ...request, path, body: JSON.stringify(body) };
  };
  return {
    url: `http://127.0.0.1:${port}`,
    ...lasting,
    headers,
    requests: [{ method: 'POST' as const, setupRequest }],
  };
}

/** What one such request sends after it is known who asks, and which names in it are its own. */
async function sentBy({ askOf, givenIds }: Write): Promise<{ statements: Statement[]; whole: Statement[]; own: string[]; about: string }> {
  const app = appOn(large.url, large.role);
  const ask = async (id: string) => {
    const { path, body } = askOf(id);
    const headers = { cookie: `cm_session=${large.session}`, 'content-type': 'application/json' };
    const answer = await app.built.request(path, { method: 'POST', headers, body: JSON.stringify(body) });
    if (answer.status >= 300) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
    await answer.text();
  };
  const [first = '', second = '', about = ''] = await givenIds(3);
  await ask(first);
  const other = withoutSession(await statementsOf(() => ask(second)));
  const all = await statementsOf(() => ask(about));
  const statements = withoutSession(all);
  await app.close();
  return { statements, whole: withSession(all), own: ownNames(statements, other).filter((name) => name !== about), about };
}

function child(file: string): ChildProcess {
  return fork(join(import.meta.dirname, file), [large.url, large.role], { serialization: 'advanced' });
}
