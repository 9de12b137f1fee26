import { randomUUID } from 'node:crypto';

import { type DatasetName, pullOf } from '@changming/domain/analytics';
import { sql } from 'kysely';
import { describe, expect } from 'vitest';

import type { House } from '../context.ts';
import { as, given, houseAt, test } from '../testing/index.ts';
import { readDataset } from './index.ts';

const line = {
  code: 'D2',
  dimension: 'D',
  weight: '6.00',
  status: 'scored',
  reason: null,
  numerator: '17',
  denominator: '20',
  value: '85.00',
  score: '3.00',
  adjusted: null,
  facts: {},
};
const unscored = { ...line, code: 'D1', status: 'na', reason: 'awaited', numerator: null, denominator: null, value: null, score: null };

describe('data of the assessment', () => {
  test('give every score with what was expected and done, and nothing for what was not counted', async ({ house, database: { owner } }) => {
    const { root, east, west } = await given.group(owner);
    const [scheme, run] = [randomUUID(), randomUUID()];
    await given.arranged(owner, async (tx) => {
      await sql`insert into assessment_schemes (id, code, version, name, stage, body, hash, effective_from, drafted_at, published_at)
        values (${scheme}, 'hazard-treatment', 1, '专项', 'published', '{}', 'h', '2025-01-01', now(), now())`.execute(tx);
      await sql`insert into assessment_runs (id, scheme_id, period, period_kind, from_on, until_on, known_at, opening_at, computed_at, kind, scheme_hash,
          input_hash, result_hash, facts, summary, stage)
        values (${run}, ${scheme}, '2025Q4', 'quarter', '2025-10-01', '2026-01-01', '2026-01-09T16:00:00Z', '2026-01-09T16:00:00Z', '2026-01-10T00:00:00Z',
          'regular', 'h', 'h', 'h', '{}', '{}', 'computed')`.execute(tx);
      for (const [unit, final, lines] of [
        [east, '87.40', [unscored, line]],
        [west, null, [unscored]],
      ] as const)
        await sql`insert into assessment_results (run_id, unit_id, unit_pos, name, kind, members, status, base, bonus, malus, final, grade, grade_before_veto,
            place, applicable_weight, result, facts, receipts)
          values (${run}, ${unit.id}, 0, ${unit.name}, 'subsidiary', '{}', ${final === null ? 'notAssessed' : 'scored'}, ${final}, 0, 0, ${final},
            ${final === null ? null : 'B'}, null, ${final === null ? null : 1}, 6, ${JSON.stringify({ lines })}, '{}', '{}')`.execute(tx);
    });
    const read = async (name: DatasetName, where: typeof root, select: string) => {
      const { items } = await readDataset(as(house, 'analyst', where), pullOf(name, { select: [select], current: ['true'] }));
      return items.toSorted();
    };

    expect(await read('results', root, 'unitName,period,final,grade,ranking')).toEqual([
      '{"unitName":"东城服饰","period":"2025Q4","final":87.40,"grade":"B","ranking":1}',
      '{"unitName":"西岭羽绒","period":"2025Q4","final":null,"grade":null,"ranking":null}',
    ]);
    expect(await read('indicators', east, 'indicator,lineStatus,reason,expected,actual,value,score')).toEqual([
      '{"indicator":"D1","lineStatus":"na","reason":"awaited","expected":null,"actual":null,"value":null,"score":null}',
      '{"indicator":"D2","lineStatus":"scored","reason":null,"expected":20,"actual":17,"value":85.00,"score":3.00}',
    ]);
    expect(await read('indicators', west, 'unitName,indicator')).toEqual(['{"unitName":"西岭羽绒","indicator":"D1"}']);
  });

  test('count by month what came due, was done and done in time, and nothing before it is due', async ({ house, database }) => {
    const { owner } = database;
    const { id: unitId } = await owner.selectFrom('units').select('id').where('name', '=', '缝制一车间').executeTakeFirstOrThrow();
    const root = await owner.selectFrom('units').selectAll().where('kind', '=', 'group').executeTakeFirstOrThrow();
    const row = (due: string | null, over: object = {}) => {
      const seen = new Date('2026-01-05T02:00:00Z');
      const what = { stage: 'assigned', level: 'team', category: 'exits', key_area: 'fire', kind: 'site', source: 'selfCheck' };
      return {
        id: randomUUID(),
        unit_id: unitId,
        ...what,
        found_on: '2026-01-05',
        found_at: seen,
        claimed_at: seen,
        reported_at: seen,
        due_on: due,
        ...over,
      };
    };
    const closed = (submitted_on: string) => ({ stage: 'closed', submitted_on, closed_on: '2026-01-25' });
    await given.arranged(owner, (tx) =>
      tx
        .insertInto('hazards')
        .values([
          row('2026-01-10', closed('2026-01-10')),
          row('2026-01-20', closed('2026-01-21')),
          row('2026-01-31'),
          row('2026-01-31', { stage: 'void' }),
          row('2026-02-01'),
          row(null),
        ] as never)
        .execute(),
    );

    const dueMonths = async (at: House) => {
      const asked = pullOf('dueMonths', { select: ['duty,monthOn,expected,actual,inTime,inTimeRate'] });
      return (await readDataset(as(at, 'analyst', root), asked)).items;
    };
    const february = houseAt(database, '2026-02-05T02:00:00Z');

    expect(await dueMonths(house)).toEqual([
      '{"duty":"rectification","monthOn":"2026-01-01","expected":1,"actual":1,"inTime":1,"inTimeRate":100.00}',
    ]);
    expect(await dueMonths(february)).toEqual([
      '{"duty":"rectification","monthOn":"2026-01-01","expected":3,"actual":2,"inTime":1,"inTimeRate":33.33}',
      '{"duty":"rectification","monthOn":"2026-02-01","expected":1,"actual":0,"inTime":0,"inTimeRate":0.00}',
    ]);
    await february.close();
  });
});
