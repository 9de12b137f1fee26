import { expect } from 'vitest';

import { gramsOf } from '@changming/domain/hazards';
import { sql } from 'kysely';
import { as, given, houseAt, test } from '../testing/index.ts';
import type { LedgerHazard } from './ledger-hazard.ts';
import { readHazard } from './read-hazard.ts';
import { sweepHazards } from './sweep-hazards.ts';
import { enter, givenLedgerHazard, moveOn } from './testing/given-ledger.ts';

test('a later ledger that opens a closed hazard again begins another round, which closes by itself', async ({ house, database }) => {
  const { owner } = database;
  const { root, workshop } = await given.group(owner);
  const office = as(house, 'hqSafety', root, (await given.person(owner, root)).id);
  const ledger = (file: string, progress: Pick<LedgerHazard, 'stage' | 'dueOn' | 'doneOn' | 'closedOn'>) =>
    givenLedgerHazard(workshop.id, file, { text: '安全出口堆放"布料"\\箱', ...progress });

  await enter(office, ledger('a', { stage: 'closed', dueOn: '2025-09-05', doneOn: '2025-09-04', closedOn: '2025-09-04' }));
  await moveOn(office, ledger('b', { stage: 'assigned', dueOn: '2025-10-01', doneOn: null, closedOn: null }));
  await moveOn(office, ledger('c', { stage: 'closed', dueOn: '2025-10-01', doneOn: '2025-09-30', closedOn: '2025-09-30' }));

  const { text, ...hazard } = await owner
    .selectFrom('hazards')
    .select(['stage', 'reopenings', 'closed_on', 'text'])
    .executeTakeFirstOrThrow();
  expect(text).toBe('安全出口堆放"布料"\\箱');
  const { rows } = await sql<{ grams: string[] }>`select grams from hazard_words`.execute(owner);
  expect(rows.map(({ grams }) => grams)).toEqual([expect.arrayContaining(['放"', '\\箱', '堆'])]);
  const closings = await owner.selectFrom('hazard_closings').select(['round', 'closed_on']).orderBy('round').execute();
  expect(hazard).toEqual({ stage: 'closed', reopenings: 1, closed_on: '2025-09-30' });
  expect(closings).toEqual([
    { round: 0, closed_on: '2025-09-04' },
    { round: 1, closed_on: '2025-09-30' },
  ]);
  const { id: hazardId } = ledger('a', { stage: 'closed', dueOn: null, doneOn: null, closedOn: null });
  const row = (file: string) => ({ fileName: `${file}.xlsx`, sheet: '台账', row: 2 });
  expect((await readHazard(office, { hazardId })).timeline, 'later ledgers do not bring it in, but move it on').toMatchObject([
    { step: 'import', facts: row('a') },
    { step: 'importAgain', facts: row('b') },
    { step: 'importAgain', facts: row('c') },
  ]);
});

test('a day of closing that is taken from a later ledger is the day of its closing, too; what that one is silent about stays', async ({
  house,
  database: { owner },
}) => {
  const units = owner.selectFrom('units').selectAll();
  const root = await units.where('parent_id', 'is', null).executeTakeFirstOrThrow();
  const workshop = await units.where('name', '=', '缝制一车间').executeTakeFirstOrThrow();
  const office = as(house, 'hqSafety', root, (await given.person(owner, root)).id);
  const acceptor = await given.person(owner, workshop);
  const closed = { stage: 'closed', doneOn: '2025-09-04', closedOn: '2025-09-04' } as const;
  const ledger = (file: string, over: Partial<LedgerHazard>) =>
    givenLedgerHazard(workshop.id, file, { id: '01900000-0000-7000-8000-00000000000d', text: '消防通道堆放托盘', ...closed, ...over });
  const { id } = ledger('a', {});
  const closing = () =>
    owner.selectFrom('hazard_closings').select(['round', 'closed_on', 'accepted_by_id']).where('hazard_id', '=', id).execute();

  await enter(office, ledger('a', { acceptedById: acceptor.id, funds: 50_000 }));
  await moveOn(office, ledger('b', { closedOn: '2025-09-06', takes: ['acceptedOn'] }));

  expect(await closing()).toEqual([{ round: 0, closed_on: '2025-09-06', accepted_by_id: acceptor.id }]);
  const known = owner.selectFrom('hazards').select(['closed_on', 'accepted_by_id', 'funds']).where('id', '=', id);
  expect(await known.executeTakeFirst()).toEqual({ closed_on: '2025-09-06', accepted_by_id: acceptor.id, funds: 50_000 });
});

test('whoever answers for a hazard keeps the right to the work that may be sent back, as long as its new deadline asks', async ({
  house,
  database: { owner },
}) => {
  const units = owner.selectFrom('units').selectAll();
  const root = await units.where('parent_id', 'is', null).executeTakeFirstOrThrow();
  const workshop = await units.where('name', '=', '缝制一车间').executeTakeFirstOrThrow();
  const office = as(house, 'hqSafety', root, (await given.person(owner, root)).id);
  const [answerable, other] = [await given.person(owner, root), await given.person(owner, root)];
  const named = { id: '01900000-0000-7000-8000-00000000000e', text: '裁床防护罩缺失', responsibleId: answerable.id };
  const ledger = (file: string, over: Partial<LedgerHazard> = {}) => givenLedgerHazard(workshop.id, file, { ...named, ...over });
  const { id } = ledger('a');
  const working = () =>
    owner
      .selectFrom('assignments')
      .select(['person_id', 'until_on'])
      .where('subject_id', '=', id)
      .where('verb', '=', 'hazards.rectify')
      .where('ended_at', 'is', null)
      .execute();
  await enter(office, ledger('a'));
  expect(await working()).toEqual([{ person_id: answerable.id, until_on: '2026-07-19' }]);

  await moveOn(office, ledger('b', { dueOn: '2026-12-31' }));
  expect(await working(), 'later').toEqual([{ person_id: answerable.id, until_on: '2027-06-29' }]);
  await moveOn(office, ledger('c', { stage: 'submitted', dueOn: null, doneOn: '2026-01-10' }));
  expect(await working(), 'handed in').toEqual([{ person_id: answerable.id, until_on: '2027-06-29' }]);
  await moveOn(office, ledger('d', { stage: 'submitted', doneOn: '2026-01-10', responsibleId: other.id, takes: ['responsible'] }));
  expect(await working(), 'handed over').toMatchObject([{ person_id: other.id }]);
  await moveOn(office, ledger('e', { stage: 'closed', doneOn: '2026-01-10', closedOn: '2026-01-12' }));
  expect(await working(), 'closed').toEqual([]);
});

test('words are cut the same way here and in the database, also those with quotes, blanks and full width', async ({ database }) => {
  for (const written of ['安全出口 堆放布料', '配电箱"前"\\堆放', 'ＡＢＣ　１２３号①㎡', '𠮷野家 Öl', ' '] as const) {
    const { rows } = await sql<{ grams: string[] }>`select house.grams(${written}) as grams`.execute(database.owner);
    expect(gramsOf(written).toSorted()).toEqual((rows[0]?.grams ?? []).toSorted());
  }
});

test('reminders and escalations are nobody’s work: what was only told of is moved on by the next ledger', async ({ house, database }) => {
  const { owner } = database;
  const units = owner.selectFrom('units').selectAll();
  const root = await units.where('parent_id', 'is', null).executeTakeFirstOrThrow();
  const workshop = await units.where('name', '=', '缝制一车间').executeTakeFirstOrThrow();
  const office = as(house, 'hqSafety', root, (await given.person(owner, root)).id);
  const ledger = (file: string, over: Partial<LedgerHazard>) =>
    givenLedgerHazard(workshop.id, file, { id: '01900000-0000-7000-8000-00000000000f', text: '配电箱无门', doneOn: '2025-09-04', ...over });
  const { id } = ledger('a', {});
  await enter(office, ledger('a', { stage: 'submitted' }));
  await sweepHazards(houseAt(database, '2026-02-20T02:00:00Z').clockwork(), { rule: 'acceptance' });
  const told = owner.selectFrom('hazard_events').select('id').where('hazard_id', '=', id).where('step', 'in', ['remind', 'escalate']);
  expect(await told.execute()).not.toEqual([]);

  await moveOn(office, ledger('b', { stage: 'closed', closedOn: '2025-09-08' }));

  const closed = owner.selectFrom('hazards').select(['stage', 'closed_on']).where('id', '=', id);
  expect(await closed.executeTakeFirst()).toEqual({ stage: 'closed', closed_on: '2025-09-08' });
});
