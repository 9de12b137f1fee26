import { plainItem } from '@changming/domain/inspections';
import { describe, expect, it } from 'vitest';

import { press } from '../paper/press.ts';
import { type PrintedCheck, checkPaper, titleOf } from './check-paper.ts';
import { checklistSheet } from './checklist-sheet.ts';
import { coverageSheet } from './coverage-sheet.ts';
import { occurrenceSheet } from './occurrence-sheet.ts';
import { planSheet } from './plan-sheet.ts';

const made = { language: 'zh-CN', madeAt: new Date('2026-01-20T02:00:00Z') } as const;
const gauge = { kind: 'reading', unit: 'MPa', least: 0.4, most: null, meter: false } as const;
const cited = { clauseIds: ['FL-16'], basis: 'GB 50974' };
const items = [
  { ...plainItem, ...cited, code: 'PUMP-01', text: '控制柜自动', starred: true, factor: 'material', category: 'fireEquipment' },
  { ...plainItem, code: 'PUMP-06', text: '管网压力', factor: 'material', category: 'fireEquipment', answer: gauge },
] as const;

const check: PrintedCheck = {
  checklist: { name: '消防泵房', number: 3, items },
  occurrence: { unit: '缝制一车间', point: '一号泵房', plan: '每日点检' },
  doneAt: new Date('2026-01-20T01:45:00Z'),
  doneBy: '王芳',
  byHand: null,
  corrects: null,
  correctedWhy: null,
  correctedBy: null,
  answers: [
    { item: 'PUMP-01', verdict: 'fail', reading: null, note: '处于手动', photos: [], failure: { hazardNumber: 'H-2026-000001' } },
    { item: 'PUMP-06', verdict: 'pass', reading: 0.6, note: null, photos: [], failure: null },
  ],
};

describe('the record of a check', () => {
  it('shows item by item what was asked and answered, the hazard it became, and where to sign', () => {
    const paper = checkPaper(check, new Map(), made);

    expect(titleOf(check, 'zh-CN')).toBe('消防泵房检查记录');
    expect(paper.lead).toContain('检查时间：2026-01-20 09:45');
    expect(paper.rows.map((row) => row.slice(0, 7))).toEqual([
      ['PUMP-01★', '控制柜自动', '消防法第16条；GB 50974', '异常', null, '处于手动', 'H-2026-000001'],
      ['PUMP-06', '管网压力', null, '正常', '0.6 MPa', null, null],
    ]);
    expect([paper.reckoning, paper.signatures.length]).toEqual(['共 2 项：正常 1 项，异常 1 项，不适用 0 项。', 3]);
  });

  it('says that it was done by hand, and that a correction stands in its place', () => {
    const struck = checkPaper({ ...check, byHand: '铭牌破损', correctedBy: 'x' }, new Map(), made);

    expect(struck.lead).toContain('到位方式：手动（铭牌破损）');
    expect(struck.reckoning).toContain('已被更正');
  });

  it('is a Word document', async () => {
    const file = await press({ kind: 'word', paper: checkPaper(check, new Map(), { ...made, language: 'en' }) });

    expect(Buffer.from(file.slice(0, 2)).toString()).toBe('PK');
  });
});

describe('the workbooks', () => {
  it('of a checklist has a line an item with its limits', () => {
    const { rows, columns, sheet } = checklistSheet({ name: '消防泵房/一', items }, made);

    expect([sheet, columns.length, rows[1]?.slice(7, 11)]).toEqual(['消防泵房 一', 13, ['读数', 'MPa', 0.4, null]]);
  });

  it('of plans say how often, where and by whom', () => {
    const plan = {
      name: '日查',
      kind: 'inspection',
      unit: '一厂',
      checklist: '消防',
      doerName: null,
      restDays: 'skip',
      graceMinutes: 30,
    } as const;
    const rest = {
      points: { of: 'branch', kinds: [] },
      pointCount: 4,
      doer: { by: 'post', post: 'teamLeader' },
      from: '2026-01-01',
      until: null,
    } as const;
    const shifts = { every: 'shift', shifts: [{ shift: 'night', from: '20:00', until: '08:00' }] } as const;
    const { rows } = planSheet(
      [{ ...plan, ...rest, cadence: { ...shifts, shifts: [...shifts.shifts] }, points: { of: 'branch', kinds: [] } }],
      made,
    );

    expect(rows[0]?.slice(4, 9)).toEqual(['每班 夜班 20:00–08:00', '全部点位 · 4 个点位', '班组长', '休息日不查', 30]);
  });

  it('of the ledger and the board have the very numbers, and no rate over nothing', () => {
    const owed = { on: '2026-01-20', shift: null, kind: 'inspection', plan: '日查', unit: '一厂', point: null, state: 'missed' } as const;
    const missed = {
      timing: null,
      doneAt: null,
      recordedAt: null,
      doneBy: null,
      byHand: false,
      failed: 0,
      missReason: 'other',
      missNote: '停电',
    } as const;
    const none = { owed: 0, done: 0, late: 0, missed: 0, madeUp: 0, open: 0, failed: 0, pointsOwed: 0, pointsChecked: 0 };
    const ledger = occurrenceSheet([{ ...owed, ...missed }], made);
    const board = coverageSheet(
      { total: { ...none, owed: 3, done: 2, missed: 1 }, units: [{ ...none, unit: '一厂', withBelow: false }] },
      made,
    );

    expect([ledger.rows[0]?.[6], ledger.rows[0]?.[12]]).toEqual(['漏查', '其他：停电']);
    expect(board.rows.map((row) => [row[0], row[1], row[10]])).toEqual([
      ['一厂（本级）', 0, null],
      ['合计', 3, 66.67],
    ]);
  });
});
