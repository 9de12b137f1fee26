import { listFilter, listPageFilter } from '@changming/domain/hazards';
import { expect } from 'vitest';
import { z } from 'zod';

import { command } from '../context.ts';
import { as, given, test } from '../testing/index.ts';
import { enterLedger } from './import-hazards.ts';
import { listThreeLists, reconcileUnits } from './index.ts';
import type { LedgerHazard } from './ledger-hazard.ts';

const enter = command({
  permission: 'hazards.import',
  name: 'hazards.enterLedger',
  input: z.custom<LedgerHazard>(),
  run: async (work, hazard) => work.trail(await enterLedger(work, [hazard]), null),
});

test('the lists print what the office wrote: all who are named, the day of acceptance, the inspection, no money where none is told', async ({
  house,
  database: { owner },
}) => {
  const { root, workshop } = await given.group(owner);
  const office = as(house, 'hqSafety', root, (await given.person(owner, root)).id);
  const rectifier = await given.person(owner, workshop, { name: '张敏' });
  await enter(office, {
    id: '01900000-0000-7000-8000-00000000000b',
    unitId: workshop.id,
    foundOn: '2025-10-12',
    text: '配电箱前堆放私人物品',
    place: null,
    category: 'electricity',
    factor: null,
    keyArea: 'fire',
    kind: 'site',
    source: 'selfCheck',
    level: 'team',
    stage: 'closed',
    dueOn: '2025-10-25',
    doneOn: '2025-10-20',
    closedOn: '2025-10-20',
    foundById: null,
    responsibleUnitId: workshop.id,
    responsibleId: rectifier.id,
    rectifierIds: [rectifier.id],
    acceptedById: null,
    measures: null,
    funds: null,
    ledger: {
      fileHash: 'a'.repeat(64),
      fileName: 'a.xlsx',
      sheet: '台账',
      row: 2,
      words: { responsible: '张敏、李建国', acceptor: '何秀梅', form: '车间周检', remark: '上月已提醒' },
      acceptedOn: '2025-10-18',
    },
  });

  const { items } = await listThreeLists(office, listPageFilter.parse({ limit: 50 }));
  expect(items).toMatchObject([
    {
      responsible: '张敏、李建国',
      acceptor: '何秀梅',
      rectifiedOn: '2025-10-20',
      acceptedOn: '2025-10-18',
      asWritten: { form: '车间周检', remark: '上月已提醒' },
    },
  ]);
  await given.arranged(owner, (tx) =>
    tx
      .insertInto('hazard_events')
      .values({
        id: '01900000-0000-7000-8000-00000000000c',
        hazard_id: items[0]?.id ?? '',
        round: 1,
        step: 'accept',
        at: new Date(),
        facts: '{}',
      })
      .execute(),
  );
  const acceptedHere = await listThreeLists(office, listPageFilter.parse({ limit: 50 }));
  expect(acceptedHere.items).toMatchObject([{ acceptor: null, acceptedOn: '2025-10-20' }]);
  const { total } = await reconcileUnits(office, listFilter.parse({}));
  expect(total).toMatchObject({ problems: 1, closed: 1, fundsPlanned: null, fundsSpent: null });
});
