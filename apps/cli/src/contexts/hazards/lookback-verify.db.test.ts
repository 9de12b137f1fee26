import { commitToDraws, drawLookBacks } from '@changming/application/hazards';
import { given, houseAt, test } from '@changming/application/testing';
import { expect } from 'vitest';

import type { Shell } from '../../verb.ts';
import { lookbackVerify } from './lookback-verify.ts';

test('a draw is checked from the shell against its published seed, and one that was changed is found out', async ({ house, database }) => {
  await given.group(database.owner);
  await commitToDraws(house.clockwork(), {});
  const march = houseAt(database, '2026-03-02T00:00:00Z');
  await drawLookBacks(march.clockwork(), {});
  const lines: string[] = [];
  const shell = { house: march, print: (line: string) => void lines.push(line) } as unknown as Shell;

  await lookbackVerify(shell, ['--month', '2026-02']);
  await lookbackVerify(shell, ['--month', '2026-02', '--json']);

  expect(lines).toContain('抽查结果与种子一致');
  expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({ month: '2026-02', differences: [] });
  await expect(lookbackVerify(shell, [])).rejects.toThrow('--month');
  await expect(lookbackVerify(shell, ['--month', '2026-03'])).rejects.toMatchObject({ code: 'hazards.month_not_over' });
  await database.owner
    .updateTable('hazard_draws')
    .set({ commitment: '0'.repeat(64) })
    .where('month', '=', '2026-02')
    .execute();
  await expect(lookbackVerify(shell, ['--month', '2026-02'])).rejects.toMatchObject({ code: 'hazards.seed_mismatch' });
  await march.close();
});
