import { describe, expect, it } from 'vitest';

import { defaultScales, type Scale } from '../../risks/index.ts';
import type { Sheet } from '../sheet.ts';
import { planRisks } from './plan-risks.ts';
import { measuresIn, measuresWritten } from './risk-words.ts';

const unit = { id: 'u1', name: '缝制一车间', shortNames: [], parentId: null, kind: 'workshop' as const, code: 'A1' };
const scales: Scale[] = (['lec', 'ls'] as const).map((method) => ({ id: method, method, from: '2000-01-01', body: defaultScales[method] }));
const header = [
  '序号',
  '单位',
  '风险点',
  '类型',
  '点位',
  '危险源',
  '评价方法',
  '可能性(L)',
  '暴露频次(E)',
  '后果(C/S)',
  '分值',
  '风险等级',
  '管理措施',
  '管控责任人',
  '评价日期',
  '状态',
];
const row = [
  '1',
  '缝制一车间',
  '熨烫台',
  '设备设施',
  'ABCDEFGHJK',
  '蒸汽烫伤',
  'LEC',
  '3',
  '6',
  '3',
  '54',
  '低风险',
  '1. 断电挂牌\n2. 每班点检',
  '王芳',
  '2026-01-05',
  '已发布',
];

function givenSheet(...rows: string[][]): Sheet {
  const all = [header, ...rows];
  return {
    name: '风险清单',
    hidden: false,
    merges: [],
    rows: all.map((cells, at) => ({
      number: at + 1,
      hidden: false,
      cells: cells.flatMap((text, column) => (text === '' ? [] : [{ column: column + 1, text, kind: 'text' as const }])),
    })),
  } as unknown as Sheet;
}

function plan(...rows: string[][]) {
  return planRisks([givenSheet(...rows)], [unit], {
    today: '2026-01-20',
    scales,
    persons: [{ id: 'p1', name: '王芳', unitId: 'u1' }],
    points: [{ id: 'pt1', code: 'ABCDEFGHJK', name: '熨烫区', unitId: 'u1' }],
    existing: [{ unitId: 'u1', name: '旧锅炉', source: '超压爆炸' }],
  });
}

function changed(at: string, value: string): string[] {
  return row.map((cell, column) => (header[column] === at ? value : cell));
}

describe('a register of risks', () => {
  it('goes in as it is told, graded by the table', () => {
    const { verdicts, counts } = plan(row);

    expect(counts).toMatchObject({ ready: 1, ask: 0, wrong: 0, warned: 0 });
    expect(verdicts.at(-1)).toMatchObject({
      kind: 'ready',
      draft: {
        unitId: 'u1',
        riskPoint: '熨烫台',
        kind: 'equipment',
        pointId: 'pt1',
        ownerId: 'p1',
        level: 'low',
        published: true,
        measures: [
          { kind: 'management', text: '断电挂牌' },
          { kind: 'management', text: '每班点检' },
        ],
        grading: { method: 'lec', likelihood: '3', exposure: '6', consequence: '3', assessedOn: '2026-01-05' },
      },
    });
  });

  it.each([
    ['可能性(L)', '4', 'wrong', 'risk_value_not_in_scale'],
    ['后果(C/S)', '', 'wrong', 'risk_value_missing'],
    ['评价日期', '2026-02-01', 'wrong', 'date_after_today'],
    ['危险源', '', 'wrong', 'risk_source_missing'],
    ['风险等级', '较大风险', 'ask', 'risk_level_differs'],
    ['单位', '没有这个单位', 'ask', 'unit_unmatched'],
    ['分值', '70', 'ready', 'risk_score_differs'],
    ['点位', '别处', 'ready', 'risk_point_unmatched'],
    ['管控责任人', '不认识', 'ready', 'risk_kept_as_draft'],
  ] as const)('whose column %s says “%s” is %s: %s', (at, value, kind, code) => {
    const verdict = plan(changed(at, value)).verdicts.at(-1);
    const told =
      verdict?.kind === 'ready'
        ? verdict.warnings
        : verdict?.kind === 'wrong'
          ? verdict.problems
          : verdict?.kind === 'ask'
            ? verdict.questions
            : [];

    expect(verdict?.kind).toBe(kind);
    expect(told.map((each) => each.code)).toContain(code);
  });

  it('is not entered twice, neither from one file nor beside what is there', () => {
    const there = row.map((cell, at) => ({ 风险点: '旧锅炉', 危险源: '超压爆炸' })[header[at] ?? ''] ?? cell);

    expect(plan(row, row, there).verdicts.map((verdict) => (verdict.kind === 'skip' ? verdict.reason : verdict.kind))).toEqual(
      expect.arrayContaining(['ready', 'duplicate', 'already_there']),
    );
  });
});

it.each([[['一条；里面有分号']], [['甲', '乙；丙', '3. 丁']], [['只有一条']]])('the measures %o are read as they were written', (texts) => {
  expect(measuresIn(measuresWritten(texts) ?? '')).toEqual(texts);
});

it('measures of offices are parted at lines and semicolons', () => {
  expect([measuresIn('接地；清绒；'), measuresIn('接地\n清绒'), measuresIn('无')]).toEqual([['接地', '清绒'], ['接地', '清绒'], []]);
});
