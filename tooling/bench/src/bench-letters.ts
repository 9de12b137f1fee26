import { parseArgs } from 'node:util';

import { clockFrom } from '@changming/application/clock';
import { openHouse } from '@changming/application/context';
import { oweLetters, readCoverage } from '@changming/application/responsibilities';
import { secretsFrom } from '@changming/application/secrets';
import { kindsOf } from '@changming/domain/access';
import { rootRange } from '@changming/domain/units';
import type { Client } from 'pg';

import { type LargeHouse, largeHouse } from './large-house.ts';

const { values } = parseArgs({ options: { units: { type: 'string', default: '1000' }, persons: { type: 'string', default: '100000' } } });
const print = (line: string) => process.stdout.write(`${line}\n`);
const rounds = 20;

/** 责任书 at size: a year's letters made by the worker's own verb, and the coverage of the whole group. Target: 100 ms. */
const large = await largeHouse({ units: Number(values.units), hazards: 0, fill });
try {
  await measure(large);
} finally {
  await large.stop();
}

/** People spread over the units, and the year opened for all of them. */
async function fill(owner: Client): Promise<void> {
  await owner.query(
    `insert into persons (id, staff_no, name, unit_id, search_key, hired_on)
     select gen_random_uuid(), 'P' || n, '员工' || n, u.id, '', '2020-01-01'
     from generate_series(1, $1::integer) n
     join (select id, row_number() over (order by lo) - 1 as at, count(*) over () as all_units from units) u on u.at = n % u.all_units`,
    [Number(values.persons)],
  );
  await owner.query(
    `insert into letter_campaigns (id, unit_id, year, name, template, post_names, from_on, sign_by_on, state)
     select gen_random_uuid(), id, 2026, '2026', '', '{}', '2026-01-05', '2026-01-31', 'open' from units where parent_id is null`,
  );
}

async function measure({ url, role, rootId }: LargeHouse): Promise<void> {
  const secrets = secretsFrom(Buffer.alloc(32, 7).toString('base64'));
  const house = openHouse({ url, role, max: 4, clock: clockFrom(undefined), secrets }).at(new Date('2026-06-30T04:00:00Z'));
  const begun = performance.now();
  let made = 0;
  for (let more = true; more; ) {
    const step = await oweLetters(house.clockwork(), {});
    made += step.made;
    more = step.more;
  }
  print(`${made} letters made: ${((performance.now() - begun) / 1000).toFixed(1)} s`);
  const again = performance.now();
  await oweLetters(house.clockwork(), {});
  print(`nothing new among them: ${(performance.now() - again).toFixed(0)} ms`);
  const grants = kindsOf('hqLeader').map((kind) => ({
    role: 'hqLeader' as const,
    kind,
    unitId: rootId,
    units: rootRange,
    from: '2020-01-01',
    to: null,
  }));
  const caller = house.callerFor({ personId: null, accountId: null, grants });
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const at = performance.now();
    await readCoverage(caller, {});
    times.push(performance.now() - at);
  }
  const [least = 0, middle = 0] = [times.toSorted((a, b) => a - b)[0], times.toSorted((a, b) => a - b)[rounds / 2]];
  print(`coverage of the group: median ${middle.toFixed(0)} ms, least ${least.toFixed(0)} ms`);
  await house.close();
}
