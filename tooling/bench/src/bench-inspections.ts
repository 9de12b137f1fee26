import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';

import { type Caller, type House, openHouse } from '@changming/application/context';
import { clockFrom } from '@changming/application/clock';
import {
  foldInspections,
  listMine,
  listOccurrences,
  makeOccurrences,
  performCheck,
  readCoverage,
  settleMisses,
} from '@changming/application/inspections';
import { secretsFrom } from '@changming/application/secrets';
import { kindsOf, type Role } from '@changming/domain/access';
import { uuidV7 } from '@changming/domain/kernel';
import { rootRange } from '@changming/domain/units';
import { Client } from 'pg';

import { fillFloor } from './inspected-floor.ts';
import { type LargeHouse, largeHouse } from './large-house.ts';

const options = {
  units: { type: 'string', default: '1000' },
  points: { type: 'string', default: '2000' },
  /** Of daily checks, until yesterday. */
  days: { type: 'string', default: '60' },
  rounds: { type: 'string', default: '20' },
} as const;
const { values } = parseArgs({ options });
const print = (line: string) => process.stdout.write(`${line}\n`);
const [today, noon] = ['2026-06-30', '2026-06-30T04:00:00Z'];

/**
 * 排查 at size: a day's occurrences made and a day's misses settled by the worker's own verbs, a workshop's tasks, the group's board by
 * month, quarter, year and week, and a check handed in. Targets: 30 s, 20 ms in SQL, 300 ms.
 */
const large = await largeHouse({
  units: Number(values.units),
  hazards: 0,
  fill: (owner) => fillFloor(owner, { points: Number(values.points), days: Number(values.days), today }),
});
try {
  await measure(large);
} finally {
  await large.stop();
}

async function measure({ url, role, rootId }: LargeHouse): Promise<void> {
  const secrets = secretsFrom(Buffer.alloc(32, 7).toString('base64'));
  const house = openHouse({ url, role, max: 4, clock: clockFrom(undefined), secrets }).at(new Date(noon));
  const owner = new Client({ connectionString: url });
  await owner.connect();
  const { rows } = await owner.query<{ count: string }>('select count(*) from inspection_results');
  print(`${values.points} points, ${values.days} days, ${rows[0]?.count ?? 0} results`);
  await makeDay(house);
  const head = await oneHead(owner);
  await tasks(house, head);
  await board(house, rootId);
  await checks(house, head);
  await settleDay(house.at(new Date('2026-07-01T04:00:00Z')));
  await owner.end();
  await house.close();
}

async function makeDay(house: House): Promise<void> {
  let made = 0;
  const ms = await timed(async () => {
    for (let more = true; more; ) {
      const step = await makeOccurrences(house.clockwork(), {});
      made += step.made;
      more = step.more;
    }
  });
  print(`a day's ${made} occurrences made: ${(ms / 1000).toFixed(2)} s`);
  const folded = await timed(async () => {
    while ((await foldInspections(house.clockwork(), {})).more);
  });
  print(`their counts folded: ${(folded / 1000).toFixed(2)} s`);
}

type Head = { readonly personId: string; readonly id: string; readonly lo: number; readonly hi: number };

async function oneHead(owner: Client): Promise<Head> {
  const { rows } = await owner.query<{ person: string; id: string; lo: string; hi: string }>(
    `select a.person_id as person, u.id, u.lo, u.hi from appointments a join units u on u.id = a.unit_id order by u.lo limit 1 offset 3`,
  );
  const [found] = rows;
  if (found === undefined) throw new Error('no workshop');
  return { personId: found.person, id: found.id, lo: Number(found.lo), hi: Number(found.hi) };
}

type Place = { readonly id: string; readonly lo: number; readonly hi: number };

/** Who holds a role at one place. */
function as(house: House, role: Role, { id: unitId, lo, hi }: Place, personId: string | null = null): Caller {
  const grants = kindsOf(role).map((kind) => ({ role, kind, unitId, units: { lo, hi }, from: '2020-01-01', to: null }));
  return house.callerFor({ personId, accountId: null, grants });
}

async function tasks(house: House, head: Head): Promise<void> {
  const caller = as(house, 'workshopHead', head, head.personId);
  const { items } = await listMine(caller, {});
  await repeated(`a workshop's ${items.length} tasks of the day, whole`, () => listMine(caller, {}));
  const day = { unitId: head.id, from: today, to: today, withBelow: true, limit: 50 };
  await repeated(`a workshop's list of the day`, () => listOccurrences(caller, day));
}

async function board(house: House, rootId: string): Promise<void> {
  const caller = as(house, 'hqSafety', { id: rootId, ...rootRange });
  for (const period of ['2026-06', '2026Q2', '2026H1', '2026'])
    await repeated(`the group's board of ${period}`, () => readCoverage(caller, { period }));
  await repeated(`the group's board of a day`, () => readCoverage(caller, { from: today, to: today }));
  await repeated(`the group's board of a week`, () => readCoverage(caller, { from: '2026-06-24', to: today }));
}

async function checks(house: House, head: Head): Promise<void> {
  const caller = as(house, 'workshopHead', head, head.personId);
  const { items, checklists } = await listMine(caller, {});
  const answers = (checklists[0]?.items ?? []).map(({ code }) => ({ item: code, verdict: 'pass' as const }));
  const times = { startedAt: '2026-06-30T03:00:00Z', doneAt: '2026-06-30T03:04:00Z' };
  const took: number[] = [];
  for (const { id, plateCode } of items)
    took.push(
      await timed(() =>
        performCheck(caller, {
          id: uuidV7(new Date(noon), randomBytes(16)),
          occurrenceId: id,
          plateCode: plateCode ?? '',
          ...times,
          answers,
        }),
      ),
    );
  print(`a check handed in: ${middle(took).toFixed(1)} ms (median of ${took.length})`);
}

async function settleDay(house: House): Promise<void> {
  let missed = 0;
  const ms = await timed(async () => {
    for (let more = true; more; ) {
      const step = await settleMisses(house.clockwork(), {});
      missed += step.missed;
      more = step.more;
    }
  });
  print(`a day's ${missed} misses settled: ${(ms / 1000).toFixed(2)} s`);
}

async function repeated(what: string, run: () => Promise<unknown>): Promise<void> {
  const took: number[] = [];
  for (let n = 0; n <= Number(values.rounds); n += 1) {
    const ms = await timed(run);
    if (n > 0) took.push(ms);
  }
  print(`${what}: ${middle(took).toFixed(1)} ms (median of ${took.length})`);
}

async function timed(run: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await run();
  return performance.now() - began;
}

function middle(took: readonly number[]): number {
  return took.toSorted((a, b) => a - b)[Math.floor(took.length / 2)] ?? 0;
}
