import { randomUUID } from 'node:crypto';

import type { Database } from '@changming/database';
import { describe, expect } from 'vitest';

import type { Caller } from '../context.ts';
import { as, given, type Given, test as onHouse } from '../testing/index.ts';
import { readRecordTrail } from './index.ts';

const test = onHouse.extend<{ group: Given }>({
  group: [async ({ database: { owner } }, use) => use(await given.group(owner)), { scope: 'file' }],
});

const at = new Date('2026-01-20T00:00:00Z');

async function givenRun(owner: Database, results: readonly Given['mill'][]): Promise<string> {
  const [id, scheme_id] = [randomUUID(), randomUUID()];
  const stated = { code: randomUUID(), version: 1, name: '考核方案', stage: 'draft', body: '{}', hash: '', drafted_at: at } as const;
  await owner
    .insertInto('assessment_schemes')
    .values({ id: scheme_id, ...stated })
    .execute();
  const hashes = { scheme_hash: '', input_hash: '', result_hash: '', facts: '{}', summary: '{}' };
  const days = { from_on: '2025-12-01', until_on: '2026-01-01', known_at: at, opening_at: at, computed_at: at };
  await owner
    .insertInto('assessment_runs')
    .values({ id, scheme_id, period: '2025-12', period_kind: 'month', kind: 'regular', stage: 'computed', ...days, ...hashes })
    .execute();
  const points = { bonus: '0', malus: '0', applicable_weight: '0', result: '{}', facts: '{}', receipts: '{}' };
  const rows = results.map(({ id: unit_id, name }) => ({ run_id: id, unit_id, name, kind: 'factory' as const, members: [], ...points }));
  await owner
    .insertInto('assessment_results')
    .values(rows.map((row) => ({ ...row, status: 'notAssessed' as const })))
    .execute();
  return id;
}

async function givenHandling(owner: Database, unit: Given['mill']): Promise<string> {
  const [id, incident_id] = [randomUUID(), randomUUID()];
  const times = { occurred_on: '2026-01-10', occurred_at: at, discovered_at: at, reported_at: at, recorded_at: at };
  const incident = {
    id: incident_id,
    unit_id: unit.id,
    text: '滑倒',
    state: 'investigating',
    event_class: 'minorInjury',
    ...times,
  } as const;
  const handled = { name: '李四', measure: 'talk', clause: '第三条', body: '一厂', decided_on: '2026-01-18' } as const;
  await given.arranged(owner, async (tx) => {
    await tx.insertInto('incidents').values(incident).execute();
    await tx
      .insertInto('incident_handlings')
      .values({ id, incident_id, ...handled })
      .execute();
  });
  return id;
}

/** What the reader is told of the record to which a row of the trail of the unit points. */
async function toldOf(id: string, unit: Given['mill'], { owner, reader }: { owner: Database; reader: Caller }) {
  const subject_id = randomUUID();
  const row = { id: randomUUID(), verb: 'units.editProfile', subject_id, unit_id: unit.id, via: 'shell', at } as const;
  await owner
    .insertInto('trail')
    .values({ ...row, after: JSON.stringify({ pointsTo: id }) })
    .execute();
  const { items } = await readRecordTrail(reader, { subjectId: subject_id, limit: 10 });
  return items[0]?.records;
}

describe('a record of another context', () => {
  test('is told by what its context says of it: a run by its period, to whoever has a result of it', async ({
    house,
    group: { mill, farMill, root },
    database: { owner },
  }) => {
    const here = await givenRun(owner, [farMill, mill]);
    const elsewhere = await givenRun(owner, [farMill]);
    const told = (id: string, reader: Caller) => toldOf(id, mill, { owner, reader });
    const run = { kind: 'run', name: null, nameEn: null, no: '2025-12', opens: true };

    expect(await told(here, as(house, 'safetyOfficer', mill))).toEqual([{ id: here, ...run }]);
    expect(await told(elsewhere, as(house, 'safetyOfficer', mill))).toEqual([]);
    expect(await told(elsewhere, as(house, 'hqSafety', root))).toEqual([{ id: elsewhere, ...run }]);
  });

  test('stands where the record stands to which it belongs: a handling where its incident is', async ({
    house,
    group: { mill, farMill },
    database: { owner },
  }) => {
    const [here, elsewhere] = [await givenHandling(owner, mill), await givenHandling(owner, farMill)];
    const told = (id: string) => toldOf(id, mill, { owner, reader: as(house, 'safetyOfficer', mill) });

    expect(await told(here)).toEqual([{ id: here, kind: 'handling', name: '李四', nameEn: null, no: '2026-01-18', opens: true }]);
    expect(await told(elsewhere)).toEqual([]);
  });
});
