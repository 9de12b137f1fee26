import { parseArgs } from 'node:util';

import { clockFrom } from '@changming/application/clock';
import { type House, openHouse } from '@changming/application/context';
import { secretsFrom } from '@changming/application/secrets';
import { reckonOwed, reckonStandings, reckonTerms } from '@changming/application/training';
import { Client } from 'pg';

import { type LargeHouse, largeHouse } from './large-house.ts';

const options = { units: { type: 'string', default: '2000' }, people: { type: 'string', default: '100000' } } as const;
const { values } = parseArgs({ options });
const print = (line: string) => process.stdout.write(`${line}\n`);
const [today, noon] = ['2026-06-30', '2026-06-30T04:00:00Z'];

/**
 * 培训 at size: what every unit asks for, what everybody owes before work and in the year reckoned anew after a change of the rules, and who
 * of a unit may take up a post. Targets: 10 s together, 50 ms.
 */
const large = await largeHouse({ units: Number(values.units), hazards: 0, fill: (owner) => fillPeople(owner, Number(values.people)) });
try {
  await measure(large);
} finally {
  await large.stop();
}

async function measure({ url, role }: LargeHouse): Promise<void> {
  const secrets = secretsFrom(Buffer.alloc(32, 7).toString('base64'));
  const house = openHouse({ url, role, max: 4, clock: clockFrom(undefined), secrets }).at(new Date(noon));
  const owner = new Client({ connectionString: url });
  await owner.connect();
  await reckonAll(house, 'first');
  await owner.query('vacuum analyze training_owed, training_standings, training_terms');
  await owner.query(`select set_config('app.at', '${noon}', false)`);
  await owner.query(`insert into rules (rule_id, value, layer, place, source, certainty, from_on)
    values ('training.workerAgainHours', '10', 'group', '', '集团规定', 'own', date '2026-01-01')`);
  await reckonAll(house, 'after a change of the rules');
  await reckonAll(house, 'again, nothing changed');
  await mayWork(owner);
  await owner.end();
  await house.close();
}

async function reckonAll(house: House, when: string): Promise<void> {
  const terms = await timed(() => reckonTerms(house.clockwork(), {}));
  const owed = await timed(() => reckonOwed(house.clockwork(), {}));
  const hours = await timed(() => reckonStandings(house.clockwork(), {}));
  print(
    `${when}: terms ${seconds(terms)}, before work ${seconds(owed)}, hours ${seconds(hours)}, together ${seconds(terms + owed + hours)}`,
  );
}

/** The fiftieth of fifty units with the people of each, as the gate is asked. */
async function mayWork(owner: Client): Promise<void> {
  const { rows } = await owner.query<{ unit: string; people: string[] }>(
    `select unit_id as unit, array_agg(id) as people from persons group by unit_id order by unit_id limit 50`,
  );
  await owner.query(`select set_config('app.read_scope', '{[1,9007199254740991]}', false)`);
  const times: number[] = [];
  for (const { unit, people } of rows)
    times.push(await timed(() => owner.query('select * from house.gate_objections($1, $2, $3, null, $4)', [people, unit, 'staff', today])));
  times.sort((a, b) => a - b);
  print(
    `who may be assigned, ${rows[0]?.people.length ?? 0} people: median ${(times[25] ?? 0).toFixed(1)} ms, worst ${(times.at(-1) ?? 0).toFixed(1)} ms`,
  );
}

/** A twentieth joined this spring; everybody has had two sessions, half of the newcomers their three levels. */
async function fillPeople(owner: Client, count: number): Promise<void> {
  await owner.query(
    `insert into persons (id, staff_no, name, unit_id, unit_pos, hired_on, search_key)
     select gen_random_uuid(), 'P' || n, '人员' || n, u.id, u.lo, case when n % 20 = 0 then date '2026-03-01' + (n % 60) else date '2020-01-01' end, ''
     from generate_series(1, $1::integer) n join (select id, lo, row_number() over (order by lo) as k, count(*) over () as units from units where depth = 3) u
       on u.k = n % u.units + 1`,
    [count],
  );
  await owner.query(`insert into training_starts (id, unit_id, unit_pos, from_on)
    select gen_random_uuid(), id, lo, '2026-01-01' from units where depth = 0`);
  await owner.query(`insert into training_sessions (id, unit_id, unit_pos, kind, category, level, title, class_hours, code, search_key, state, held_on, closed_at)
    select gen_random_uuid(), u.id, u.lo, 'planned', c.category, c.level, c.category, c.hours, c.category || coalesce(c.level, '') || c.n || u.id, '', 'closed',
      '2026-05-01', '2026-05-01T08:00:00Z'
    from units u, (values ('fire', null, 2, 1), ('annual', null, 2, 2), ('threeLevel', 'company', 8, 3), ('threeLevel', 'workshop', 8, 4), ('threeLevel', 'team', 8, 5))
      as c (category, level, hours, n) where u.depth = 3`);
  await owner.query(`insert into training_credits (id, session_id, person_id, unit_id, unit_pos, person_unit_id, category, level, on_day, attended, class_hours, result, recorded_at)
    select gen_random_uuid(), s.id, p.id, s.unit_id, s.unit_pos, p.unit_id, s.category, s.level, s.held_on, true, s.class_hours,
      case when s.level is not null then 'passed' end, '2026-05-01T08:00:00Z'
    from persons p join training_sessions s on s.unit_id = p.unit_id
    where s.level is null or (p.hired_on > '2026-01-01' and right(p.staff_no, 2)::integer < 50)`);
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(2)} s`;
}
