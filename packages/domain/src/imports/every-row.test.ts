import * as fc from 'fast-check';
import { expect, it } from 'vitest';

import { type GivenCell, givenSheet } from '../testing/given-sheet.ts';
import type { Sheet } from './sheet.ts';
import type { KnownUnit } from './unit-recogniser.ts';
import type { Verdict } from './verdict.ts';
import { planPoints } from './points/plan-points.ts';
import { planUnits } from './units/plan-units.ts';
import { planWorkforce } from './workforce/plan-workforce.ts';

const units: readonly KnownUnit[] = [
  { id: 'g', name: '云岭集团', shortNames: [], parentId: null, kind: 'group', code: null },
  { id: 'a', name: '一车间', shortNames: ['一'], parentId: 'g', kind: 'workshop', code: null },
  { id: 'b', name: '安全部', shortNames: ['安'], parentId: 'g', kind: 'department', code: 'A' },
];

const words = fc.constantFrom(
  '云岭集团',
  '一车间',
  '一',
  '安全部',
  '李伟',
  '李 伟',
  'Y1',
  'Y2',
  '同上',
  '〃',
  '合计',
  '小计：3',
  '注：无',
  '√',
  '-',
  '无',
  '待定',
  '2026.2.30',

  '2026.5.6离职',
  '990000198503070015',
  '12000000001',
  '约8',
  'A',
  'B',
  '电工；焊工',
  '长期',
  ' ',
  '\u200b',
  '姓名',
  '工号',
  'A/B',
  '一级',
  '编码',
);
const cell: fc.Arbitrary<GivenCell> = fc.oneof(
  { weight: 6, arbitrary: words },
  { weight: 2, arbitrary: fc.constant(null) },
  { weight: 1, arbitrary: fc.integer({ min: -5, max: 99_999 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
  { weight: 1, arbitrary: fc.constantFrom({ error: '#REF!' }, { day: '2026-03-05' }, { day: '1900-02-29' }) },
);
const merge = fc.tuple(fc.nat(6), fc.nat(4), fc.integer({ min: 1, max: 12 }), fc.nat(6)).map(([left, wide, top, deep]) => {
  const name = (column: number) => String.fromCodePoint(65 + column);
  return `${name(left)}${top}:${name(left + wide)}${top + deep}`;
});

function sheets(headers: readonly (readonly string[])[]): fc.Arbitrary<Sheet[]> {
  const rows = fc.array(fc.array(cell, { maxLength: 9 }), { maxLength: 25 });
  const one = fc.tuple(fc.constantFrom(...headers, []), rows, fc.array(merge, { maxLength: 4 }), fc.boolean());
  return fc
    .array(one, { minLength: 1, maxLength: 3 })
    .map((all) =>
      all.map(([header, body, merges, hidden], at) => givenSheet([['标题'], header, ...body], { name: `表${at}`, merges, hidden })),
    );
}

/** Plans, or answers null where no sheet can be read: that is refused as a whole. */
function planned<Draft>(plan: () => { readonly verdicts: readonly Verdict<Draft>[] }): readonly Verdict<Draft>[] | null {
  try {
    return plan().verdicts;
  } catch (error) {
    expect(error).toMatchObject({ code: 'imports.no_table' });
    return null;
  }
}

function expectEachRowOnce<Draft>(given: readonly Sheet[], verdicts: readonly Verdict<Draft>[] | null): void {
  if (verdicts === null) return;
  const judged = verdicts.map(({ source }) => `${source.sheet}!${source.row}`).toSorted();
  const there = given.flatMap(({ name, rows }) => rows.map(({ number }) => `${name}!${number}`)).toSorted();
  expect(judged).toEqual(there);
  for (const verdict of verdicts) {
    if (verdict.kind === 'ask') expect(verdict.questions.length).toBeGreaterThan(0);
    if (verdict.kind === 'wrong') expect(verdict.problems.length).toBeGreaterThan(0);
  }
}

it('every row of a roster gets exactly one verdict, whatever stands in it', () => {
  const headers = [
    ['序号', '工号', '姓名', '单位', '手机', '身份证号', '入职日期', '特种作业证', '备注'],
    ['姓名', '工号', '公司', '部门', '班组', '证书编号', '证书有效期', '复审日期', '性别'],
  ];
  fc.assert(
    fc.property(sheets(headers), fc.boolean(), (given, known) => {
      const existing = known ? [{ id: 'p', staffNo: 'Y1', name: '李伟', identityKey: null, unitId: 'a', leftOn: null }] : [];
      expectEachRowOnce(
        given,
        planned(() => planWorkforce(given, units, { today: '2026-10-10', existing })),
      );
    }),
    { numRuns: 300 },
  );
});

it('every row of a unit tree gets exactly one verdict, in every shape', () => {
  const headers = [
    ['一级', '二级', '三级', '四级', '简称', '人数', '食堂', '外包外租', '第一责任人'],
    ['编码', '名称', '上级编码', '类型', '人数', '地址', '锅炉', '备注'],
    ['名称', '上级单位', '类型', '简称'],
    ['路径', '人数', '负责人'],
  ];
  fc.assert(
    fc.property(sheets(headers), fc.boolean(), (given, known) => {
      expectEachRowOnce(
        given,
        planned(() => planUnits(given, known ? units : [])),
      );
    }),
    { numRuns: 300 },
  );
});

it('every row of a table of points gets exactly one verdict, whatever stands in it', () => {
  const headers = [
    ['序号', '单位', '点位名称', '类别', '编号', '点位码', '责任人', '重点部位', '停用日期'],
    ['重点部位', '车间', '负责人', '工号', '位置', '备注'],
    ['部位', '班组', '编号', '启用日期'],
  ];
  const point = { id: 'p', code: 'ABCDEFGHJK', unitId: 'a', name: '一', kind: 'other', ownNo: 'A', place: null, remark: null } as const;
  const existing = [{ ...point, keeperId: null, key: false, closedOn: null, rows: [] }];
  const persons = [{ id: 'p', staffNo: 'Y1', name: '李伟', unitId: 'a', leftOn: null }];
  fc.assert(
    fc.property(sheets(headers), fc.boolean(), (given, known) => {
      expectEachRowOnce(
        given,
        planned(() => planPoints(given, units, { today: '2026-10-10', persons, existing: known ? existing : [] })),
      );
    }),
    { numRuns: 300 },
  );
});
