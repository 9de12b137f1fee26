import { createHash, randomUUID } from 'node:crypto';

import type { Sheet } from '@changming/domain/imports';
import { expect } from 'vitest';

import type { Caller, House } from '../context.ts';
import { given, holding, test, today } from '../testing/index.ts';
import { bringIn, declareImport, type ImportKind, listImportRows, planImport, readImport, receiveImport, startImport } from './index.ts';

type Rows = readonly (readonly string[])[];
type File = { readonly head: Rows; readonly rows: Rows };

const riskHead = ['单位', '风险点', '类型', '危险源', '评价方法', '可能性(L)', '暴露频次(E)', '后果(C/S)', '管理措施', '评价日期', '状态'];
const riskRow = (name: string) => ['缝制一车间', name, '设备设施', '蒸汽烫伤', 'LEC', '3', '6', '3', '断电挂牌', '2026-01-05', '已发布'];

/** A file of each kind, every row of which is ready in a group that has none of it. */
const files: Readonly<Record<ImportKind, File>> = {
  units: {
    head: [['一级', '二级', '三级', '单位类型']],
    rows: [
      ['岚枝集团', '东城服饰', '东城二厂', '工厂'],
      ['岚枝集团', '东城服饰', '东城三厂', '工厂'],
      ['岚枝集团', '东城服饰', '东城四厂', '工厂'],
    ],
  },
  workforce: {
    head: [['工号', '姓名', '所属部门']],
    rows: [
      ['A01', '李强', '缝制一车间'],
      ['A02', '赵敏', '缝制一车间'],
      ['A03', '孙宁', '缝制一车间'],
    ],
  },
  points: {
    head: [['点位名称', '所属部门', '编号']],
    rows: [
      ['配电室', '缝制一车间', 'K-001'],
      ['油漆间', '缝制一车间', 'K-002'],
      ['水泵房', '东城一厂', 'K-003'],
    ],
  },
  hazards: {
    head: [['受检单位', '检查日期', '隐患描述', '等级', '整改期限', '是否销号']],
    rows: [
      ['缝制一车间', '2026-01-05', '成品库防火门常开未复位', '车间级', '2026-02-01', '否'],
      ['缝制一车间', '2026-01-06', '配电箱前堆放纸箱', '车间级', '2026-02-01', '否'],
      ['缝制一车间', '2026-01-07', '蒸汽管道保温层脱落', '车间级', '2026-02-01', '否'],
    ],
  },
  specialEquipment: {
    head: [['使用单位', '设备名称', '设备类别', '单位内编号', '使用登记证编号', '检验日期', '检验结论', '下次检验日期', '使用状态']],
    rows: [
      ['缝制一车间', '叉车', '场（厂）内专用机动车辆', 'T-1', '车11苏A00001(25)', '2025-11-01', '合格', '2026-11-01', '在用'],
      ['缝制一车间', '叉车', '场（厂）内专用机动车辆', 'T-2', '车11苏A00002(25)', '2025-11-01', '合格', '2026-11-01', '在用'],
      ['缝制一车间', '叉车', '场（厂）内专用机动车辆', 'T-3', '车11苏A00003(25)', '2025-11-01', '合格', '2026-11-01', '在用'],
    ],
  },
  fireEquipment: {
    head: [['使用单位', '编号', '名称', '规格型号', '放置位置', '出厂日期', '状态']],
    rows: [
      ['缝制一车间', 'F-1', '手提式干粉灭火器', 'MFZ/ABC4', '东门', '2024-03-01', '完好'],
      ['缝制一车间', 'F-2', '手提式干粉灭火器', 'MFZ/ABC4', '西门', '2024-03-01', '完好'],
      ['缝制一车间', 'F-3', '手提式干粉灭火器', 'MFZ/ABC4', '南门', '2024-03-01', '完好'],
    ],
  },
  risks: { head: [riskHead], rows: [riskRow('熨烫台'), riskRow('裁床'), riskRow('验针机')] },
  training: {
    head: [
      ['培训主题：新员工公司级安全教育　　培训类别：三级教育'],
      ['培训时间：2026年1月10日 13：30-17:30　　学时：4课时　　地点：食堂　　主讲人：郑云'],
      ['序号', '姓名', '部门/班组', '签名'],
    ],
    rows: [
      ['1', '王芳', '缝制一车间', '√'],
      ['2', '周强', '缝制一车间', '√'],
      ['3', '郑云', '缝制一车间', '√'],
    ],
  },
};

function sheetsOf(rows: Rows): Sheet[] {
  const cellsOf = (texts: readonly string[]) =>
    texts.flatMap((text, at) => (text === '' ? [] : [{ column: at + 1, text, kind: 'text' as const }]));
  return [{ name: '表', hidden: false, merges: [], rows: rows.map((texts, at) => ({ number: at + 1, cells: cellsOf(texts) })) }];
}

async function planned({ caller, unitId }: { caller: Caller; unitId: string }, kind: ImportKind, rows: Rows) {
  const sheets = sheetsOf(rows);
  const { id: batchId } = await declareImport(caller, { kind, unitId, fileName: '表.xlsx', effectiveOn: today });
  const hash = createHash('sha256').update(JSON.stringify(rows)).digest('hex');
  await receiveImport(caller, { batchId, content: new Uint8Array([1]), hash });
  await planImport(caller, { batchId, sheets });
  const counts = async () => (await readImport(caller, { batchId })).counts;
  const bring = async () => {
    await startImport(caller, { batchId, onlyIfAll: false });
    return bringIn(caller, { batchId, kind }, async () => sheets);
  };
  return { batchId, counts, bring };
}

type Office = { readonly caller: Caller; readonly unitId: string };
let office: Office | undefined;

async function officeIn(house: House, owner: Parameters<typeof given.group>[0]): Promise<Office> {
  const { root, workshop } = await given.group(owner);
  for (const name of ['王芳', '周强', '郑云']) await given.person(owner, workshop, { name });
  const { id: personId } = await given.person(owner, root, { name: '钱进' });
  return { caller: house.callerFor({ ...holding('hqSafety', root), personId }), unitId: root.id };
}

test.for(Object.keys(files) as ImportKind[])(
  '%s: after a run every row of the file is there, or says why not, also one that others brought in meanwhile',
  { timeout: 60_000 },
  async (kind, { house, database: { owner } }) => {
    office ??= await officeIn(house, owner);
    const { caller } = office;
    const { head, rows } = files[kind];
    const file = await planned(office, kind, [...head, ...rows]);
    expect(await file.counts()).toMatchObject({ ready: 3, ask: 0, wrong: 0 });
    const other = await planned(office, kind, [...head, ...rows.slice(0, 1)]);
    expect(await other.bring()).toMatchObject({ made: 1 });

    expect(await file.bring()).toMatchObject({ made: 2, changed: 0 });

    const { counts, made, changed } = await readImport(caller, { batchId: file.batchId });
    const { items } = await listImportRows(caller, { batchId: file.batchId, limit: 50 });
    const kept = (verdict: string) => items.filter((row) => row.verdict === verdict);
    expect(counts).toMatchObject({ rows: head.length + rows.length, ready: made + changed });
    expect(items).toHaveLength(head.length + rows.length);
    for (const verdict of ['ready', 'ask', 'wrong', 'skip'] as const) expect(kept(verdict)).toHaveLength(counts?.[verdict] ?? -1);
    expect(kept('ready').map(({ row }) => row)).toEqual([head.length + 2, head.length + 3]);
    const { detail } = items.find(({ row }) => row === head.length + 1) ?? {};
    expect(detail?.reason ?? detail?.questions?.[0]?.code ?? detail?.problems?.[0]?.code).toMatch(/./u);
  },
);

test('a roster: somebody else who has got the number meanwhile is asked about', async ({ house, database: { owner } }) => {
  office ??= await officeIn(house, owner);
  const { caller } = office;
  const { head } = files.workforce;
  const file = await planned(office, 'workforce', [...head, ['B01', '钱伟', '缝制一车间'], ['B02', '孙立', '缝制一车间']]);
  const unit = await owner.selectFrom('units').selectAll().where('name', '=', '缝制一车间').executeTakeFirstOrThrow();
  await given.person(owner, unit, { id: randomUUID(), name: '吴刚', staff_no: 'B01' });

  expect(await file.bring()).toMatchObject({ made: 1 });

  const [asked] = (await listImportRows(caller, { batchId: file.batchId, verdict: 'ask', limit: 5 })).items;
  expect(asked).toMatchObject({ row: 2, detail: { questions: [{ code: 'staff_no_of_another' }] } });
  expect(await file.counts()).toMatchObject({ rows: 3, ready: 1, ask: 1, skip: 1 });
});
