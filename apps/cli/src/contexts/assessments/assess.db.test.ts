import { installSchemes } from '@changming/application/assessments';
import type { House } from '@changming/application/context';
import { given, houseAt, test } from '@changming/application/testing';
import { expect } from 'vitest';

import type { Shell } from '../../verb.ts';
import { verbs } from '../../verbs.ts';
import { assess } from './assess.ts';

async function said(house: House, ...args: string[]): Promise<string[]> {
  const lines: string[] = [];
  await assess({ house, print: (line: string) => void lines.push(line) } as Shell, args);
  return lines;
}

test('a period is reckoned as it was known at an instant, on the local clock, and a day alone is answered with the form', async ({
  database,
}) => {
  await given.group(database.owner);
  const april = houseAt(database, '2026-04-20T02:00:00Z');
  await installSchemes(april.clockwork(), {});
  const asked = ['--period', '2026Q1', '--known-at'];

  const lines = await said(april, ...asked, '2026-04-10T08:30:00+08:00');

  expect(lines[0]).toContain('2026年第一季度（2026Q1）按 2026-04-10T08:30:00+08:00 所知');
  expect((await said(april, ...asked, '2026-04-10T00:30:00.250Z'))[0]).toContain('2026-04-10T08:30:00.250+08:00');
  for (const written of ['2026-04-10', '2026-04-10T08:30:00', '2026-13-10T08:30:00+08:00', '昨天'])
    await expect(said(april, ...asked, written)).rejects.toMatchObject({
      name: 'Misuse',
      message: expect.stringContaining('T18:00:00+08:00'),
    });
  await expect(said(april, ...asked, '2026-04-20T10:00:01+08:00')).rejects.toMatchObject({
    name: 'Misuse',
    message: expect.stringMatching(/2026-04-20T10:00:01\+08:00 还没有到（现在 2026-04-20T10:00:00\+08:00）.*请写已经过去的时刻/u),
  });
  expect(await said(april, ...asked, '2026-04-20T10:00:00+08:00')).toContain('试算，没有保存');
  await expect(said(april, '--period', '2026Q1', '--scheme', 'nothing')).rejects.toMatchObject({ code: 'assessments.scheme_not_found' });
  expect(verbs.find(({ name }) => name === 'assess')?.summary).toMatch(/--scheme.*comprehensive.*--known-at/u);
  await april.close();
});
