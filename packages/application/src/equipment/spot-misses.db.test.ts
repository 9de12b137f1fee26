import { describe, expect } from 'vitest';

import { as, given, houseAt, test } from '../testing/index.ts';
import {
  checkFire,
  explainSpots,
  exportMissedSpots,
  listDue,
  listFire,
  listMissedSpots,
  oweSpotChecks,
  readFire,
  registerFire,
  scrapFire,
} from './index.ts';

const page = { withBelow: true, limit: 50 } as const;
const right = { inPlace: 'right', pressure: 'right', seal: 'right', body: 'right', label: 'right', unblocked: 'right' } as const;
const inFebruary = '2026-02-10T02:00:00Z';
const january = '2026-01-31';

let stage: Awaited<ReturnType<typeof given.group>>;
let officerId: string;
/** Three hoses of the mill, owed a look-over in January that nobody made. */
const pieces: string[] = [];

test('a look-over missed in one month is to be done no more once the piece is looked over in the next, and stays missed', async ({
  house,
  database,
}) => {
  stage = await given.group(database.owner);
  const unitId = stage.mill.id;
  officerId = (await given.person(database.owner, stage.mill, { name: '李安' })).id;
  for (const no of ['M-01', 'M-02', 'M-03'])
    pieces.push((await registerFire(as(house, 'safetyOfficer', stage.mill), { unitId, no, kind: 'hose' })).id);
  const [equipmentId = ''] = pieces;
  await oweSpotChecks(house.clockwork(), {});
  const february = houseAt(database, inFebruary);
  await oweSpotChecks(february.clockwork(), {});
  const officer = as(february, 'safetyOfficer', stage.mill, officerId);
  const overdue = async () => (await listDue(officer, { ...page, unitId, withBelow: false, kind: ['spotCheck'], overdue: true })).items;

  expect(await overdue()).toMatchObject([{ dueOn: january, count: 3 }]);
  await checkFire(officer, { equipmentId, on: '2026-02-10', condition: 'intact', items: right });
  expect(await overdue()).toMatchObject([{ dueOn: january, count: 2 }]);
  expect((await readFire(officer, { equipmentId })).duties.map(({ checkedOn }) => checkedOn)).toEqual(['2026-02-10', null]);
  await february.close();
});

describe('why a look-over was missed', () => {
  test('is said for all that a unit missed in a period and again for one piece, and stands with it in lists, ledger and export', async ({
    database,
  }) => {
    const house = houseAt(database, inFebruary);
    const leader = as(house, 'teamLeader', stage.mill, officerId);
    const missed = { unitId: stage.mill.id, dueOn: january };
    const [first = '', second = ''] = pieces;
    expect(await listMissedSpots(leader, page)).toMatchObject({
      missed: 3,
      unexplained: 3,
      items: [{ ...missed, missed: 3, reasons: [] }],
    });

    await explainSpots(leader, { ...missed, equipmentId: first, reason: 'away', note: '送修' });
    expect(await explainSpots(leader, { ...missed, reason: 'shortStaffed' })).toEqual({ explained: 2 });
    await expect(explainSpots(leader, { ...missed, reason: 'forgotten' })).rejects.toMatchObject({ code: 'equipment.spots_explained' });
    await explainSpots(leader, { ...missed, equipmentId: second, reason: 'other', note: '库房锁着' });

    const { items, unexplained } = await listMissedSpots(leader, page);
    expect(unexplained).toBe(0);
    expect(items[0]?.reasons).toEqual([
      { reason: 'away', count: 1, note: '送修' },
      { reason: 'other', count: 1, note: '库房锁着' },
      { reason: 'shortStaffed', count: 1, note: null },
    ]);
    expect((await listMissedSpots(leader, { ...page, unexplained: true })).items).toEqual([]);
    const owedBy = async (from: string, to: string) => (await listMissedSpots(leader, { ...page, from, to })).missed;
    expect([await owedBy(january, january), await owedBy('2026-01-01', '2026-01-30'), await owedBy('2026-02-01', '2026-02-28')]).toEqual([
      3, 0, 0,
    ]);
    expect((await readFire(leader, { equipmentId: first })).duties[1]).toMatchObject({ reason: 'away', note: '送修', reasonBy: '李安' });
    expect((await listFire(leader, { ...page, missedOn: january })).items.map(({ no }) => no)).toEqual(['M-01', 'M-02', 'M-03']);
    expect((await exportMissedSpots(leader, {})).rows.map(({ no, reason }) => [no, reason])).toEqual([
      ['M-01', 'away'],
      ['M-02', 'other'],
      ['M-03', 'shortStaffed'],
    ]);
    const kept = await database.owner.selectFrom('trail').select('verb').where('subject_id', '=', second).execute();
    expect(kept.filter(({ verb }) => verb === 'equipment.explain').length).toBe(2);
    await house.close();
  });

  test('is not asked of what still runs, of what was looked over, nor of what was scrapped by then', async ({ database }) => {
    const house = houseAt(database, inFebruary);
    const officer = as(house, 'safetyOfficer', stage.mill, officerId);
    const [first = '', , third = ''] = pieces;
    const february = { unitId: stage.mill.id, dueOn: '2026-02-28', reason: 'forgotten' } as const;
    await expect(explainSpots(officer, february)).rejects.toMatchObject({ code: 'equipment.not_missed' });
    await expect(explainSpots(officer, { ...february, equipmentId: first })).rejects.toMatchObject({ code: 'equipment.not_missed' });
    await scrapFire(officer, { equipmentId: third, on: '2026-02-10', reason: '破损' });
    expect(await listMissedSpots(officer, page)).toMatchObject({ missed: 3 });
    await house.close();
    const march = houseAt(database, '2026-03-05T02:00:00Z');
    expect(await listMissedSpots(as(march, 'safetyOfficer', stage.mill, officerId), page)).toMatchObject({ missed: 4, unexplained: 1 });
    await march.close();
  });

  test('is neither seen nor given from another branch', async ({ database }) => {
    const house = houseAt(database, inFebruary);
    const stranger = as(house, 'safetyOfficer', stage.west);
    const missed = { unitId: stage.mill.id, dueOn: january, reason: 'forgotten' } as const;
    await expect(explainSpots(stranger, missed)).rejects.toMatchObject({ kind: 'missing' });
    await expect(explainSpots(stranger, { ...missed, equipmentId: pieces[0] ?? '' })).rejects.toMatchObject({ kind: 'missing' });
    await expect(listMissedSpots(stranger, { ...page, unitId: stage.mill.id })).rejects.toMatchObject({ kind: 'missing' });
    await expect(exportMissedSpots(stranger, { unitId: stage.mill.id })).rejects.toMatchObject({ kind: 'missing' });
    expect(await listMissedSpots(stranger, page)).toMatchObject({ items: [], missed: 0 });
    expect((await exportMissedSpots(stranger, {})).rows).toEqual([]);
    await house.close();
  });
});
