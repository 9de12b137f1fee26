import { describe, expect, it } from 'vitest';

import { mapPdf } from './map-pdf.ts';
import { type DrawnMap, riskMapPaper } from './risk-map.ts';

/** Three pixels by two; enough of a picture to be placed. */
const jpeg = Uint8Array.from([0xff, 0xd8, 0xff, 0xc0, 0, 17, 8, 0, 2, 0, 3, 3, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0, 0xff, 0xd9]);

const calm = {
  unit: '东城一厂',
  inherent: 'low',
  live: null,
  shown: 'low',
  open: { hazard: 0, failedCheck: 0, missedCheck: 0 },
  overdue: 0,
} as const;
const late = { ...calm, live: 'larger', shown: 'larger', open: { hazard: 2, failedCheck: 0, missedCheck: 1 }, overdue: 1 } as const;
const grave = { ...calm, inherent: 'major', shown: 'major' } as const;
const points = [
  { name: '裁剪间', x: 1000, y: 1000, ...calm },
  { name: '打包间', x: 5000, y: 5000, ...late, unit: '打包车间' },
  { name: '充绒间', x: 9000, y: 9000, ...grave },
];

const drawn: DrawnMap = {
  plan: { name: '一层平面图', unit: '东城一厂', number: 3 },
  points,
  printed: { number: 2, code: 'ABCDEFGHJK', issuedOn: '2026-03-01' },
  by: '周敏',
  at: new Date('2026-03-05T06:20:00Z'),
  jpeg,
};
const how = { colours: 'shown', origin: 'https://cm.example.com/', language: 'zh-CN' } as const;

describe('the four-colour map as a sheet', () => {
  it('says its unit, its date, who made it and which print it is, and leads to the answer whether it holds', () => {
    const { title, subtitle, facts, check } = riskMapPaper(drawn, how);

    expect([title, subtitle]).toEqual(['东城一厂安全风险四色分布图', '一层平面图 · 固有与现状，截至 2026-03-05 14:20']);
    expect(facts).toEqual([
      '单位：东城一厂',
      '底图：一层平面图，第 3 版',
      '制图：周敏',
      '时间：2026-03-05 14:20',
      '编号：第 2 张，2026-03-01 起用',
    ]);
    expect(check?.address).toBe('https://cm.example.com/m/s/ABCDEFGHJK');
  });

  it('without a number says so and has no code to check', () => {
    const { facts, check } = riskMapPaper({ ...drawn, printed: null, by: null }, how);

    expect([check, facts.at(-1), facts.length]).toEqual([null, '未编号，只反映制图时的情况', 4]);
  });

  it('counts every colour and lists red before orange with what stands open', () => {
    const { legend, worst } = riskMapPaper(drawn, how);

    expect(legend.lines.map(({ letter, words, count }) => `${letter} ${words} ${count}`)).toEqual([
      '红 重大风险 1 处',
      '橙 较大风险 1 处',
      '黄 一般风险 0 处',
      '蓝 低风险 1 处',
      '· 未评价 0 处',
    ]);
    expect(worst.lines.map(({ name, note }) => [name, note])).toEqual([
      ['充绒间', '固有红，现状无未闭环事项'],
      ['打包间 · 打包车间', '固有蓝，现状橙 · 未销号隐患 2 · 漏检 1 · 超期 1'],
    ]);
  });

  it('coloured by nature alone, knows nothing of what is open', () => {
    const { points: signs, worst } = riskMapPaper(drawn, { ...how, colours: 'inherent' });

    expect([signs.map(({ level }) => level), worst.lines.map(({ name }) => name)]).toEqual([['low', 'low', 'major'], ['充绒间']]);
  });

  it('leaves no gap unfilled in English', () => {
    const { jpeg: _, ...said } = riskMapPaper(drawn, { ...how, language: 'en' });

    expect(JSON.stringify({ ...said, worst: { ...said.worst, more: '' } })).not.toMatch(/[{]{2}|undefined/u);
  });

  it.each([3, 80])('is one page of A3 across with its picture, with %i points', async (count) => {
    const many = Array.from({ length: count }, (_, at) => ({
      ...grave,
      name: `点位${at}`,
      x: (at * 997) % 10_000,
      y: (at * 331) % 10_000,
    }));
    const text = Buffer.from(await mapPdf(riskMapPaper({ ...drawn, points: many }, how))).toString('latin1');

    expect(text).toMatch(/\/Type \/Pages\n\/Count 1/u);
    expect(text).toContain('/MediaBox [0 0 1190.55 841.89]');
    expect(text.match(/\/Subtype \/Image/gu)).toHaveLength(1);
    expect(text.match(/FontFile2/gu)).toHaveLength(2);
  });
});
