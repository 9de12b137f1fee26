import { createHash } from 'node:crypto';

import type { Caller } from '@changming/application/context';
import { declareImport, planImport, readImport, receiveImport, runRisksImport, startImport } from '@changming/application/imports';
import { createPoint } from '@changming/application/points';
import { createRisk, exportRegister, publishRisk, reviewRisk } from '@changming/application/risks';
import { as, given, givenAccount, holding, test } from '@changming/application/testing';
import { readWorkbook, riskTemplate } from '@changming/documents/excel';
import { press } from '@changming/documents/paper';
import { registerSheet } from '@changming/documents/register';
import { sql } from 'kysely';
import { expect } from 'vitest';

/** The register of the whole group: the file, and its cells. */
async function registerOf(caller: Caller) {
  const { rows } = await exportRegister(caller, {});
  const data = registerSheet(rows, { language: 'zh-CN', madeAt: new Date('2026-01-20T02:00:00Z') });
  return { content: await press({ kind: 'data', data }), cells: data.rows };
}

test('a register that was exported comes into an empty group as the same register; the empty template holds nothing', async ({
  house,
  database: { owner },
}) => {
  const { root, mill, workshop, west } = await given.group(owner);
  const person = await given.person(owner, root, { name: '赵敏' });
  const wang = await given.person(owner, workshop, { name: '王芳' });
  const { id: accountId } = await givenAccount(owner, { person, role: 'hqSafety', at: root });
  const office = house.callerFor({ ...holding('hqSafety', root), personId: person.id, accountId });
  const [officer, head] = [as(house, 'safetyOfficer', mill), as(house, 'unitHead', mill)];
  const { id: pointId } = await createPoint(officer, { unitId: workshop.id, name: '充绒间', kind: 'downFilling' });
  const grading = { method: 'lec', likelihood: '0.5', exposure: '6', consequence: '15', assessedOn: '2026-01-10' } as const;
  const { id } = await createRisk(officer, {
    unitId: workshop.id,
    name: '充绒机',
    kind: 'equipment',
    pointId,
    ownerId: wang.id,
    source: '绒毛积聚；遇静电起火',
    consequences: '火灾',
    measures: [
      { kind: 'engineering', text: '接地；每周测' },
      { kind: 'engineering', text: '湿度不低于 60%' },
      { kind: 'ppe', text: '=防静电服' },
    ],
    grading,
  });
  await reviewRisk(head, { riskId: id });
  await publishRisk(head, { riskId: id });
  const ls = { method: 'ls', likelihood: '5', consequence: '5', directMajor: 'tenPeople', assessedOn: '2026-01-11' } as const;
  await createRisk(officer, { unitId: mill.id, name: '布料堆垛', kind: 'place', source: '堵塞通道', measures: [], grading: ls });
  const before = await registerOf(office);
  await given.arranged(owner, (tx) => sql`truncate risks cascade`.execute(tx));

  const hash = createHash('sha256').update(before.content).digest('hex');
  const { id: batchId } = await declareImport(office, { kind: 'risks', unitId: root.id, fileName: '风险清单.xlsx' });
  await receiveImport(office, { batchId, content: before.content, hash });
  const { sheets } = await readWorkbook(before.content);
  await planImport(office, { batchId, sheets });
  expect((await readImport(office, { batchId })).counts).toMatchObject({ rows: 3, ready: 2, ask: 0, wrong: 0, warned: 0 });
  await startImport(office, { batchId, onlyIfAll: true });
  expect(await runRisksImport(office, { batchId, sheets: [...sheets] })).toMatchObject({ made: 2 });

  expect((await registerOf(office)).cells).toEqual(before.cells);
  await expect(runRisksImport(as(house, 'safetyOfficer', west), { batchId, sheets: [...sheets] })).rejects.toMatchObject({
    kind: 'missing',
  });
  const empty = await readWorkbook(new Uint8Array(await riskTemplate(['东城一厂'], 'zh-CN')));
  expect(empty.sheets.map(({ name }) => name)).toContain('风险清单');
}, 60_000);
