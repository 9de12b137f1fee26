import { describe, expect, it } from 'vitest';

import { givenPoint } from '../../testing/given-point.ts';
import { givenSheet } from '../../testing/given-sheet.ts';
import { type Answers, noAnswers } from '../answers.ts';
import { planPoints, type PointsOptions } from './plan-points.ts';

const units = [
  { id: 'mill', name: '东城一厂', shortNames: [], parentId: null, kind: 'factory', code: 'E' },
  { id: 'sew', name: '缝制一车间', shortNames: [], parentId: 'mill', kind: 'workshop', code: 'E1' },
] as const;
const persons = [
  { id: 'wang', name: '王芳', staffNo: 'A001', unitId: 'sew', leftOn: null },
  { id: 'li', name: '李强', staffNo: 'A002', unitId: 'sew', leftOn: null },
];
const there = givenPoint();
const existing = [there];
const titles = ['单位', '点位名称', '编号', '点位码', '责任人', '设立日期', '停用日期'] as const;
type Cells = Readonly<Partial<Record<(typeof titles)[number], string>>>;
const same: Cells = { 单位: '缝制一车间', 点位名称: '二号配电室', 编号: 'P-001' };
const row: Cells = { 单位: '缝制一车间', 点位名称: '南侧通道', 编号: 'P-100', 责任人: '王芳' };

function plan(cells: Cells, options: Partial<PointsOptions> = {}) {
  const sheet = givenSheet([titles, titles.map((title) => cells[title] ?? null)]);
  return planPoints([sheet], units, { today: '2026-01-20', persons, ...options });
}

/** What became of the row: its fate, and where and why. */
function told(cells: Cells, options: Partial<PointsOptions> = {}) {
  const verdict = plan(cells, options).verdicts.find(({ source }) => source.row === 2);
  if (verdict?.kind === 'ask') return verdict.questions.map(({ code, cell, facts }) => ({ code, cell, facts }));
  if (verdict?.kind === 'ready') return [verdict.draft, ...verdict.warnings.map(({ code, cell }) => ({ code, cell }))];
  return verdict?.kind === 'skip' ? [verdict.reason] : [];
}
const answering = (cell: string, value: string): { answers: Answers } => ({
  answers: { ...noAnswers, cells: [{ sheet: 'Sheet1', cell, value }] },
});

describe('a plate code that is not the one of the point', () => {
  const other = { ...same, 点位码: 'zzzzz-zzzzz' };
  const asked = {
    code: 'point_code_differs',
    cell: 'D2',
    facts: { text: 'zzzzz-zzzzz', other: '二号配电室', known: 'ABCDEFGHJK' },
  };

  it('is asked about at its cell and not passed over; left empty, the known one stays', () => {
    expect(told(other, { existing })).toEqual([asked]);
    expect(told(other, { existing, ...answering('D2', 'empty') })).toEqual(['already_there']);
    expect(told({ ...same, 点位码: 'ABCDE-FGHJK' }, { existing })).toEqual(['already_there']);
  });

  it('is asked about beside what else differs, and where the point is closed in both', () => {
    const moved = { ...other, 责任人: '李强' };
    expect(told(moved, { existing }).map((each) => (each as { code: string }).code)).toEqual(['point_code_differs', 'point_differs']);

    const closed = { existing: [{ ...there, closedOn: '2025-06-01' }] };
    expect(told({ ...other, 停用日期: '2025-06-01' }, closed)).toMatchObject([{ code: 'point_code_differs', cell: 'D2' }]);
    expect(told({ ...same, 停用日期: '2025-06-01' }, closed)).toEqual(['already_there']);
  });

  it('is told once where somebody else has it', () => {
    expect(told(other, { existing, takenCodes: new Set(['ZZZZZZZZZZ']) })).toMatchObject([{ code: 'point_code_taken', cell: 'D2' }]);
  });
});

describe('a keeper whom the gates keep out', () => {
  const barred = new Map([['Sheet1!2', 2]]);

  it('is asked about at his cell, in a new point and in one that is there, of an opening ledger too', () => {
    const asked = { code: 'point_keeper_barred', cell: 'E2', facts: { text: '王芳', count: 2 } };

    expect(told(row, { barred })).toEqual([asked]);
    expect(told(row, { barred, opening: true })).toEqual([asked]);
    const unkept = { existing: [{ ...there, keeperId: null }] };
    expect(told({ ...same, 责任人: '王芳' }, { ...unkept, barred })).toEqual([asked]);
  });

  it('gives way to nobody or to somebody else', () => {
    expect(told(row, { barred, ...answering('E2', 'empty') })).toMatchObject([{ keeperId: null }]);
    expect(plan(row).appointing).toMatchObject([
      { source: { sheet: 'Sheet1', row: 2 }, personId: 'wang', unitId: 'sew', existingId: null },
    ]);
  });

  it('stays where he keeps the point already, and keeps none that is closed', () => {
    expect(told({ ...same, 责任人: '王芳' }, { existing, barred })).toEqual(['already_there']);
    expect(plan({ ...same, 责任人: '王芳' }, { existing }).appointing).toEqual([]);
    expect(plan({ ...row, 停用日期: '2025-12-01' }).appointing).toEqual([]);
  });
});

it('the day on which a point was set up counts in an opening ledger, and is told to be only noted in others', () => {
  const old = { ...row, 设立日期: '2024-03-05' };

  expect(told(old)).toMatchObject([{ openedOn: '2024-03-05' }, { code: 'point_opened_as_recorded', cell: 'F2' }]);
  expect(told(old, { opening: true })).toHaveLength(1);
  expect(told({ ...row, 设立日期: '2026-01-20' })).toHaveLength(1);
});
