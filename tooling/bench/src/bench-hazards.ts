import { parseArgs } from 'node:util';

import { clockFrom } from '@changming/application/clock';
import { type Caller, openHouse, uuidV7 } from '@changming/application/context';
import { countHazards, foldHazards, listHazards, recountHazards, reportHazard } from '@changming/application/hazards';
import { secretsFrom } from '@changming/application/secrets';
import { scopeSetting } from '@changming/database';
import { kindsOf, type Role } from '@changming/domain/access';
import { hazardFilter } from '@changming/domain/hazards';
import { randomBytes, randomUUID } from 'node:crypto';
import { Client } from 'pg';

import { ancestorIndexes, givenAncestors, listBarely, pageByAncestors, withoutAncestors } from './by-ancestors.ts';
import { largeHouse } from './large-house.ts';
import { type List, reader, same } from './like-for-like.ts';
import { quickHazards } from './quick-hazards.ts';
import { judged, small } from './small-form.ts';
import { type Statement, statementsOf } from './statements.ts';
import { cpuOfTree, quantiles, type Quantiles, workClock } from './usage.ts';

const options = { units: { type: 'string', default: '500' }, hazards: { type: 'string', default: '100000' }, ...small } as const;
const { values } = parseArgs({ options });
const often = (full: number, least: number) => (values.small ? least : full);
const judge = judged.bind(null, values.small);
const print = (line: string) => process.stdout.write(`${line}\n`);
type Unit = { readonly id: string; readonly lo: number; readonly hi: number; readonly depth: number };
type Cost = Quantiles & { readonly cpu: number };
/** The hazard lists and dashboards of a large house: by level of the tree, against a live count, and what keeping the counts costs. */
const large = await largeHouse({ units: Number(values.units), hazards: Number(values.hazards), fill: quickHazards });
const secrets = secretsFrom(Buffer.alloc(32, 7).toString('base64'));
const house = openHouse({ url: large.url, role: large.role, max: 4, clock: clockFrom(undefined), secrets });
const owner = new Client({ connectionString: large.url });
try {
  await owner.connect();
  await byLevel(await units());
  for (const index of values.small ? (['usual'] as const) : (['usual', 'best'] as const)) await againstAncestors(await units(), index);
  await dashboards(await units());
  await keeping();
} finally {
  await owner.end();
  await house.close();
  await large.stop();
}

/** The root and twenty units of every level below it; of the small form, three. */
async function units(): Promise<Unit[]> {
  const { rows } = await owner.query<Unit>(`
    select id, lo::float8 as lo, hi::float8 as hi, depth from (select *, row_number() over (partition by depth order by hashtext(code)) as n from units) u
    where n <= ${often(20, 3)} order by depth`);
  return rows;
}

function at(role: Role, { id, lo, hi }: Unit, personId: string = randomUUID()): Caller {
  const held = { role, unitId: id, units: { lo, hi }, from: '2020-01-01', to: null };
  return house.callerFor({ personId, accountId: null, grants: kindsOf(role).map((kind) => ({ ...held, kind })) });
}

async function byLevel(all: readonly Unit[]): Promise<void> {
  for (const stage of ['assigned', 'closed']) {
    const filter = hazardFilter.parse({ stage, sort: 'dueSoonest', limit: '20' });
    const levels: Cost[] = [];
    const works: Quantiles[] = [];
    for (const depth of [0, 1, 2, 3]) {
      const callers = all.filter((unit) => unit.depth === depth).map((unit) => at('hqSafety', unit));
      const list = (n: number) => listHazards(callers[n % callers.length] as Caller, filter);
      const [cost, work] = [await costOf(often(1000, 30), list), await workOf(often(400, 60), list)];
      print(
        `list, ${stage}, level ${depth}: ${told(cost)}; PostgreSQL's CPU of one list p50 ${work.p50.toFixed(2)}, p99 ${work.p99.toFixed(2)}`,
      );
      levels.push(cost);
      works.push(work);
    }
    const [root] = levels;
    const hardest = Math.max(...works.map(({ p99 }) => p99)) / (works[0]?.p50 ?? Number.NaN);
    const worst = Math.max(...levels.map(({ p99 }) => p99));
    print(
      `list, ${stage}: p99 of the worst level ${(worst / (root?.p50 ?? Number.NaN)).toFixed(1)} × p50 of the root (goal ≤ 5); in PostgreSQL's CPU, which no other work on the machine stretches, ${hardest.toFixed(1)} ×`,
    );
    judge(`list, ${stage}: CPU p99 of the worst level ÷ p50 of the root`, hardest, { atMost: 10 });
  }
}

/**
 * The same page, of any unit, by a text of ancestors in every unit. Like for like: the same transaction and settings, the same page of ids with
 * the total, and the very same statement for what the page shows (names, photo, plan); only how the branch is told and how its rows are counted
 * differs. Once under row-level security and once without it on both sides, for such systems have none. As it was measured at first: the whole
 * verb against two bare statements of the owner.
 */
async function againstAncestors(all: readonly Unit[], index: keyof typeof ancestorIndexes): Promise<void> {
  await givenAncestors(owner, large.role, index);
  print(`against a text of ancestors with its ${index} index, ${ancestorIndexes[index]}`);
  for (const [stage, goal] of [
    ['assigned', 10],
    ['closed', 100],
  ] as const) {
    const asked = await listsOf(all, stage);
    const nth = (n: number) => asked[n % asked.length] as (typeof asked)[number];
    for (const role of values.small ? [large.role] : [large.role, undefined]) {
      const [ours, theirs] = [reader(large.url, role), reader(large.url, role)];
      for (const { unit, own, other } of asked) same(await ours.read(unit, own), await theirs.read(unit, other));
      const costs = await alternating(all.length, {
        ours: (n) => ours.read(nth(n).unit, nth(n).own),
        theirs: (n) => theirs.read(nth(n).unit, nth(n).other),
      });
      const under = `${role === undefined ? 'no' : 'with'} row-level security`;
      print(`list, ${stage}, any unit, like for like, ${under}: ${costs.told} (goal ≥ ${goal})`);
      judge(`list, ${stage}, ${under}: CPU by a text of ancestors ÷ ours`, costs.more, { atLeast: 0.8 });
      const bare = await alternating(all.length, {
        ours: (n) => ours.read(nth(n).unit, { page: nth(n).own.page }),
        theirs: (n) => theirs.read(nth(n).unit, { page: nth(n).other.page }),
      });
      print(`list, ${stage}, any unit, the ids of the page and the total alone, ${under}: ${bare.told}`);
      await Promise.all([ours.close(), theirs.close()]);
    }
    const filter = hazardFilter.parse({ stage, sort: 'dueSoonest', limit: '20' });
    const barely = await alternating(all.length, {
      ours: (n) => listHazards(at('hqSafety', nth(n).unit), filter),
      theirs: (n) => listBarely(owner, nth(n).no, stage),
    });
    print(`list, ${stage}, any unit, the whole verb against two bare statements: ${barely.told}`);
  }
  await withoutAncestors(owner);
}

/** What the product sends for the lists of these units, and what a system with texts of ancestors would send for the same answers. */
async function listsOf(all: readonly Unit[], stage: string) {
  const filter = hazardFilter.parse({ stage, sort: 'dueSoonest', limit: '20' });
  const { rows: numbered } = await owner.query<{ id: string; no: string }>('select id, no from unit_ancestors');
  const numbers = new Map(numbered.map(({ id, no }) => [id, no]));
  const lists: { unit: Unit; no: string; own: List; other: List }[] = [];
  let rows: Statement | undefined;
  for (const unit of all) {
    const sent = await statementsOf(() => listHazards(at('hqSafety', unit), filter));
    const page = sent.find(({ text }) => text.includes('hazard_counts'));
    // Where the list is empty nothing is asked about its rows; the statement is always the same.
    rows ??= sent.find(({ text }) => text.includes('responsible_for'));
    const no = numbers.get(unit.id);
    if (page === undefined || rows === undefined || no === undefined) throw new Error('the list asks otherwise');
    lists.push({ unit, no, own: { page, rows }, other: { page: pageByAncestors(no, stage), rows } });
  }
  return lists;
}

/** Three rounds in turns, the median of what each costs and of how often the one goes into the other. */
async function alternating(times: number, { ours, theirs }: Record<'ours' | 'theirs', (n: number) => Promise<unknown>>) {
  const rounds: { own: number; other: number }[] = [];
  for (let n = 0; n < 3; n += 1) {
    const own = await costOf(4 * times, ours);
    const other = await costOf(times, theirs);
    rounds.push({ own: own.cpu, other: other.cpu });
  }
  const [own, other] = [quantiles(rounds.map((each) => each.own)).p50, quantiles(rounds.map((each) => each.other)).p50];
  const more = quantiles(rounds.map((each) => each.other / each.own)).p50;
  return { more, told: `CPU ${own.toFixed(2)} ms; by a text of ancestors CPU ${other.toFixed(2)} ms: ${more.toFixed(1)} ×` };
}

async function dashboards(all: readonly Unit[]): Promise<void> {
  const live = async ({ lo, hi }: Unit) => {
    await owner.query(`begin; set local role ${large.role}; select set_config('app.read_scope', '${scopeSetting([{ lo, hi }])}', true)`);
    await owner.query(
      `select stage, level, count(*), count(*) filter (where due_key < current_date) from hazards where unit_pos between $1 and $2 group by stage, level`,
      [lo, hi],
    );
    await owner.query('commit');
  };
  const asked = { unitId: undefined, withBelow: true };
  const rounds = 2 * all.length;
  const rolled = await costOf(rounds, (n) => countHazards(at('hqSafety', all[n % all.length] as Unit), asked));
  const counted = await costOf(rounds, (n) => live(all[n % all.length] as Unit));
  const root = all.filter(({ depth }) => depth === 0);
  const rolledRoot = await costOf(50, () => countHazards(at('hqSafety', root[0] as Unit), asked));
  const countedRoot = await costOf(5, () => live(root[0] as Unit));
  print(`dashboard, any unit: rolled up ${told(rolled)}; live ${told(counted)}`);
  print(`dashboard, root: rolled up ${told(rolledRoot)}; live ${told(countedRoot)}`);
  print(
    `dashboard: live ${(counted.cpu / rolled.cpu).toFixed(1)} × the CPU (goal ≥ 25), at the root ${(countedRoot.cpu / rolledRoot.cpu).toFixed(0)} ×; p99 ${rolled.p99.toFixed(1)} ms (goal ≤ 5)`,
  );
  judge('dashboard of any unit: CPU live ÷ rolled up', counted.cpu / rolled.cpu, { atLeast: 0.5 });
  judge('dashboard of the root: CPU live ÷ rolled up', countedRoot.cpu / rolledRoot.cpu, { atLeast: 1 });
}

/** What it costs to keep the counts: reports with and without them, alternating; then one fold and a full recount. */
async function keeping(): Promise<void> {
  const [place] = (await units()).filter(({ depth }) => depth === 3);
  const { rows: persons } = await owner.query<{ id: string }>('select id from persons limit 1');
  const caller = at('worker', place as Unit, persons[0]?.id);
  const report = () => {
    const id = uuidV7(new Date(), randomBytes(16));
    return reportHazard(caller, {
      id,
      unitId: place?.id,
      category: 'exits',
      text: '安全出口堵塞',
      photos: [randomBytes(32).toString('hex')],
      foundAt: new Date().toISOString(),
    });
  };
  await costOf(30, report);
  const ratios: number[] = [];
  for (let round = 0; round < often(5, 3); round += 1) {
    const kept = await costOf(often(150, 50), report);
    await owner.query('alter table hazards disable trigger counted_in');
    const bare = await costOf(often(150, 50), report);
    await owner.query('alter table hazards enable trigger counted_in');
    ratios.push(kept.cpu / bare.cpu);
  }
  // What was written past the counts is put right here, and told as a difference.
  await recountHazards(house.clockwork(), {});
  const folded = await timed(() => foldHazards(house.clockwork(), {}));
  const recounted = await timed(() => recountHazards(house.clockwork(), {}));
  print(`reporting a hazard with the counts kept: ${quantiles(ratios).p50.toFixed(2)} × the CPU without (goal ≤ 1.15)`);
  print(
    `fold of ${folded.answer.folded}: ${folded.ms.toFixed(0)} ms; recount of everything: ${recounted.ms.toFixed(0)} ms, ${recounted.answer.differing} differing (goal 0)`,
  );
  judge('a report: CPU with the counts kept ÷ without', quantiles(ratios).p50, { atMost: 2 });
  judge('counts that a recount finds to differ', recounted.answer.differing, { atMost: 0 });
}

/** CPU milliseconds of this process and PostgreSQL for one act, and how long acts took. */
async function costOf(times: number, act: (n: number) => Promise<unknown>): Promise<Cost> {
  for (let n = 0; n < Math.min(20, times); n += 1) await act(n);
  const [own, theirs] = [process.cpuUsage(), cpuOfTree(large.pid)];
  const took: number[] = [];
  for (let n = 0; n < times; n += 1) took.push((await timed(() => act(n))).ms);
  const { user, system } = process.cpuUsage(own);
  const cpu = ((user + system) / 1000 + cpuOfTree(large.pid) - theirs) / times;
  return { cpu, ...quantiles(took) };
}

/** What one act costs PostgreSQL, call by call. */
async function workOf(times: number, act: (n: number) => Promise<unknown>): Promise<Quantiles> {
  const clock = workClock(large.pid);
  const spent: number[] = [];
  for (let n = 0; n < times; n += 1) {
    const before = clock();
    await act(n);
    spent.push(clock() - before);
  }
  return quantiles(spent);
}

async function timed<Answer>(act: () => Promise<Answer>): Promise<{ ms: number; answer: Answer }> {
  const began = performance.now();
  const answer = await act();
  return { ms: performance.now() - began, answer };
}

function told({ cpu, p50, p99 }: Cost): string {
  return `CPU ${cpu.toFixed(2)} ms, p50 ${p50.toFixed(1)}, p99 ${p99.toFixed(1)}`;
}
