import { expect } from 'vitest';

import { createRisk, readRisk } from '../risks/index.ts';
import { as, test, today } from '../testing/index.ts';
import { callers, givenHazard, givenTrade } from '../testing/hazard-story.ts';
import { listFailedMeasures, nameFailedMeasure } from './index.ts';

test('a hazard names the measure that has failed once, and asks for its risk to be graded anew; nobody else’s measure, nobody else’s hazard', async ({
  house,
  database: { owner },
}) => {
  const trade = await givenTrade(owner);
  const { hazardId } = await givenHazard(owner, { trade, by: callers(house, trade) }, 'registered');
  const { unit_id: unitId } = await owner.selectFrom('hazards').select('unit_id').where('id', '=', hazardId).executeTakeFirstOrThrow();
  const units = await owner.selectFrom('units').selectAll().execute();
  const [root, away] = [units.find(({ parent_id }) => parent_id === null), units.find(({ name }) => name === '西岭羽绒')];
  if (root === undefined || away === undefined) throw new Error('the trade has a root and another company');
  const office = as(house, 'hqSafety', root);
  const grading = { method: 'ls', likelihood: '2', consequence: '2', assessedOn: today } as const;
  const given = {
    name: '通道',
    kind: 'place',
    source: '堵塞',
    measures: ['每班看一遍', '换班交接'].map((text) => ({ kind: 'management' as const, text })),
    grading,
  } as const;
  const { id: riskId } = await createRisk(office, { unitId, ...given, measures: [...given.measures] });
  const [measureId = '', another = ''] = (await readRisk(office, { riskId })).measures.map(({ id }) => id);
  const choice = async () => listFailedMeasures(office, { hazardId });
  expect(await choice()).toMatchObject({ named: null, measures: [{ id: measureId, text: '每班看一遍', risk: '通道' }, { id: another }] });
  const jobs = () => owner.selectFrom('hazard_measures').select('measure_id').execute();

  expect(await nameFailedMeasure(office, { hazardId, measureId })).toEqual({ riskId });
  expect(await nameFailedMeasure(office, { hazardId, measureId })).toEqual({ riskId });
  await expect(nameFailedMeasure(office, { hazardId, measureId: another })).rejects.toMatchObject({ code: 'hazards.changed_meanwhile' });

  expect(await jobs()).toEqual([{ measure_id: measureId }]);
  expect((await choice()).named).toBe(measureId);
  await expect(listFailedMeasures(as(house, 'safetyOfficer', away), { hazardId })).rejects.toMatchObject({ kind: 'missing' });
  await expect(nameFailedMeasure(office, { hazardId, measureId: riskId })).rejects.toMatchObject({ code: 'hazards.measure_not_found' });
  await expect(nameFailedMeasure(as(house, 'safetyOfficer', away), { hazardId, measureId })).rejects.toMatchObject({ kind: 'missing' });
});
