import { parseArgs } from 'node:util';

import { Client } from 'pg';

import { appOn, median } from './against-bare.ts';
import { type LargeHouse, largeHouse } from './large-house.ts';
import { cpuOfTree } from './usage.ts';
import { type WideBranch, wideBranch } from './wide-branch.ts';

const options = {
  units: { type: 'string', default: '5000' },
  rows: { type: 'string', default: '250000' },
  rounds: { type: 'string', default: '3' },
} as const;
const { values } = parseArgs({ options });
const print = (line: string) => process.stdout.write(`${line}\n`);

type Spent = { readonly seconds: number; readonly cpu: number };

/**
 * 划转 of a branch with many rows through the API, against the least that any program would write: the same positions set by one bare
 * statement a table, without history, scope or tree. In turn, in one run; the goal is ten seconds.
 */
const house = await largeHouse({ units: 100, hazards: 1000 });
const owner = new Client({ connectionString: house.url });
try {
  await owner.connect();
  await owner.query(`select set_config('app.at', '2025-01-01T00:00:00Z', false)`);
  await compare(house, await wideBranch(owner, { units: Number(values.units), rows: Number(values.rows) }));
} finally {
  await owner.end();
  await house.stop();
}

async function compare(large: LargeHouse, branch: WideBranch): Promise<void> {
  const ratios: number[] = [];
  const moves: Spent[] = [];
  for (let n = 0; n < Number(values.rounds); n += 1) {
    const bare = await spentIn(large, () => setBare(branch.headId));
    const parentId = await otherParent(branch.headId);
    const ours = await spentIn(large, () => moveBy(large, branch.headId, parentId));
    print(`round ${n}: move ${told(ours)}; bare ${told(bare)}`);
    moves.push(ours);
    ratios.push(ours.cpu / bare.cpu);
  }
  const seconds = median(moves.map((each) => each.seconds));
  print(
    `move of ${values.units} units with ${branch.rows} rows: ${seconds.toFixed(1)} s (goal ≤ 10), CPU ${median(ratios).toFixed(2)} × bare`,
  );
}

async function spentIn({ pid }: LargeHouse, act: () => Promise<void>): Promise<Spent> {
  await owner.query('vacuum hazards, persons');
  await owner.query('checkpoint');
  const [before, own, began] = [cpuOfTree(pid), process.cpuUsage(), performance.now()];
  await act();
  const seconds = (performance.now() - began) / 1000;
  const { user, system } = process.cpuUsage(own);
  return { seconds, cpu: (cpuOfTree(pid) - before) / 1000 + (user + system) / 1e6 };
}

async function setBare(headId: string): Promise<void> {
  await owner.query('begin');
  for (const table of ['hazards', 'persons']) {
    await owner.query(`alter table ${table} disable trigger user`);
    await owner.query(
      `update ${table} t set unit_pos = u.lo + 1 from units h join units u on u.lo between h.lo and h.hi where h.id = $1 and t.unit_pos = u.lo`,
      [headId],
    );
  }
  await owner.query('rollback');
}

async function otherParent(headId: string): Promise<string> {
  const { rows } = await owner.query<{ id: string }>(
    'select p.id from units p where p.depth = 1 and p.id <> (select parent_id from units where id = $1) order by p.lo limit 1',
    [headId],
  );
  return rows[0]?.id ?? '';
}

async function moveBy({ url, role, session }: LargeHouse, headId: string, parentId: string): Promise<void> {
  const app = appOn(url, role);
  const answer = await app.built.request(`/api/v1/units/${headId}/move`, {
    method: 'POST',
    headers: { cookie: `cm_session=${session}`, 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
    body: JSON.stringify({ parentId, on: new Date().toISOString().slice(0, 10), reason: '划转' }),
  });
  if (!answer.ok) throw new Error(`the move answered ${answer.status}: ${await answer.text()}`);
  await app.close();
}

function told({ seconds, cpu }: Spent): string {
  return `${seconds.toFixed(1)} s, CPU ${cpu.toFixed(1)} s`;
}
