import { listFilter, listPageFilter } from '@changming/domain/hazards';
import { expect } from 'vitest';

import { as, given, test } from '../testing/index.ts';
import { listThreeLists, reconcileUnits } from './index.ts';
import { enter, givenLedgerHazard } from './testing/given-ledger.ts';

test('the lists print what the office wrote: all who are named, the day of acceptance, the inspection, no money where none is told', async ({
  house,
  database: { owner },
}) => {
  const { root, workshop } = await given.group(owner);
  const office = as(house, 'hqSafety', root, (await given.person(owner, root)).id);
  const rectifier = await given.person(owner, workshop, { name: '张敏' });
  const { ledger, ...told } = givenLedgerHazard(workshop.id, 'a', {
    text: '配电箱前堆放私人物品',
    stage: 'closed',
    doneOn: '2025-10-20',
    closedOn: '2025-10-20',
    responsibleId: rectifier.id,
    rectifierIds: [rectifier.id],
  });
  const words = { responsible: '张敏、李建国', acceptor: '何秀梅', form: '车间周检', remark: '上月已提醒' };
  await enter(office, { ...told, foundOn: '2025-10-12', dueOn: '2025-10-25', ledger: { ...ledger, words, acceptedOn: '2025-10-18' } });

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
