import { describe, expect, it } from 'vitest';

import { press } from '../paper/press.ts';
import { incidentSheet } from './incident-sheet.ts';
import { type PrintedQuickReport, quickReportPaper, quickReportTitle } from './quick-report.ts';

const made = { language: 'zh-CN', madeAt: new Date('2026-01-20T02:00:00Z') } as const;
const report: PrintedQuickReport = {
  number: 'E-2026-0001',
  unit: '岚枝集团 / 东城一厂',
  place: '2号裁床',
  text: '裁床夹手',
  occurredAt: new Date('2026-01-19T18:00:00Z'),
  leaderInformedAt: null,
  reportedAt: new Date('2026-01-19T18:06:00Z'),
  reporter: '李工',
  eventClass: 'statutory',
  accidentType: 'oldMachinery',
  grade: null,
  counts: { deaths: 0, serious: 1, minor: 0, missing: 0 },
  atRisk: 0,
  lossFen: 123_456,
  casualties: [
    { name: null, relation: 'employee', degree: 'serious' },
    { name: '张三', relation: 'contractor', degree: 'none' },
  ],
  reports: [],
};

describe('the quick report on paper', () => {
  it('tells what the law wants in it, with lines to sign on, as far as it is known', async () => {
    const paper = quickReportPaper(report, made);

    expect(quickReportTitle(report, 'zh-CN')).toBe('生产安全事故快报 E-2026-0001');
    expect(new Map(paper.rows.map(([item, content]) => [item, content]))).toEqual(
      new Map([
        ['事故发生单位', '岚枝集团 / 东城一厂'],
        ['发生时间', '2026-01-20 02:00'],
        ['地点', '2号裁床'],
        ['简要经过', '裁床夹手'],
        ['伤亡情况', '死亡 0 人，重伤 1 人，轻伤 0 人，下落不明 0 人'],
        ['伤亡人员', '姓名待核实（本单位员工，重伤）'],
        ['涉险人数', '0'],
        ['初步估计直接经济损失（元）', '1234.56'],
        ['等级', '生产安全事故 尚未定级'],
        ['事故类型', '机械伤害'],
        ['单位负责人接报时间', '无'],
        ['上报时间', '2026-01-20 02:06'],
        ['上报人', '李工'],
        ['报送情况', '无'],
      ]),
    );
    expect((await press({ kind: 'word', paper })).length).toBeGreaterThan(5000);
  });
});

it('the ledger of incidents prints a line for each, in the words of the language', () => {
  const row = { ...report, grade: 'none', state: 'closed', deaths: 0, serious: 1, minor: 0, missing: 0, responsibility: 'unit' } as const;
  const sheet = incidentSheet([{ ...row, lateClocks: 1, closedOn: '2026-02-01' }], made);

  expect(sheet.sheet).toBe('事件台账');
  expect(sheet.rows[0]).toHaveLength(sheet.columns.length);
  expect(sheet.rows[0]?.slice(5, 9)).toEqual(['生产安全事故', '机械伤害', '未达事故等级', '已结案']);
});
