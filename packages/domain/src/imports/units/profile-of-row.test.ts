import { describe, expect, it } from 'vitest';

import { type GivenCell, givenSheet } from '../../testing/given-sheet.ts';
import { type Answers, answersInput } from '../answers.ts';
import { type ProfiledUnit, planUnits } from './plan-units.ts';

const header = ['编码', '名称', '上级编码', '省份', '行业代码', '粉尘涉爆', '消防重点', '简称'];
const group = ['A', '云岭集团'];
const [mill, sewing] = [
  ['A01', '云岭服装厂', 'A', '江苏', 'c-1811'],
  ['A0101', '缝制车间', 'A01'],
];

type Said = { readonly [Part in keyof Answers]?: readonly object[] };

function plan(rows: readonly (readonly GivenCell[])[], said: Said = {}, known: readonly ProfiledUnit[] = []) {
  return planUnits([givenSheet([header, group, ...rows])], known, { answers: answersInput.parse(said) });
}

function toldAt({ verdicts }: ReturnType<typeof plan>, row: number) {
  const verdict = verdicts.find(({ source }) => source.row === row);
  if (verdict?.kind === 'ask') return { ask: verdict.questions.map(shown) };
  if (verdict?.kind === 'wrong') return { wrong: verdict.problems.map(shown) };
  return verdict?.kind === 'ready' ? { ready: verdict.warnings.map(shown) } : { skip: verdict?.reason };
}

function shown({ code, cell, candidates = [] }: { code: string; cell: string | null; candidates?: readonly { value: string }[] }) {
  return [code, cell, ...candidates.map(({ value }) => value)].join(' ');
}

const named = ({ drafts }: ReturnType<typeof plan>, name: string) => drafts.find((draft) => draft.name === name);
const cell = (at: string, said: object) => ({ cells: [{ sheet: 'Sheet1', cell: at, ...said }] });

describe('the province and the industry of a row', () => {
  it('are kept by their full name and as a code', () => {
    expect(named(plan([mill]), '云岭服装厂')).toMatchObject({ province: '江苏省', industry: 'C1811' });
    expect(named(plan([['A01', '云岭家纺厂', 'A', '北京市', '1771 床上用品制造']]), '云岭家纺厂')).toMatchObject({ industry: '1771' });
  });

  it('are asked about at their cells where they are none, with the nearest real ones', () => {
    const rows = [['A01', '云岭服装厂', 'A', '江蘇省', '服装']];

    expect(toldAt(plan(rows), 3)).toEqual({
      ask: ['province_unknown D3 江苏省 浙江省 江西省 黑龙江省 empty', 'industry_unknown E3 C18 empty'],
    });
    const answers = { cells: [...cell('D3', { value: '江苏省' }).cells, ...cell('E3', { value: 'C18' }).cells] };
    expect(named(plan(rows, answers), '云岭服装厂')).toMatchObject({ province: '江苏省', industry: 'C18' });
  });

  it('are wrong where nothing is near, until they are corrected or left empty', () => {
    const rows = [['A01', '云岭服装厂', 'A', '火星', 'ZZ99']];

    expect(toldAt(plan(rows), 3)).toEqual({ wrong: ['province_unknown D3 empty', 'industry_unknown E3 empty'] });
    const answers = { cells: [...cell('D3', { text: '浙江' }).cells, ...cell('E3', { value: 'empty' }).cells] };
    expect(named(plan(rows, answers), '云岭服装厂')).toMatchObject({ province: '浙江省', industry: null });
  });

  it('may stay as they stood before the tables were known', () => {
    const profile = { headcount: null, province: '东岚省', city: null, industry: '服装', flags: [], address: null, remark: null };
    const known: readonly ProfiledUnit[] = [
      { id: '1', name: '云岭集团', shortNames: [], parentId: null, kind: 'group', code: 'A' },
      { id: '2', name: '云岭服装厂', shortNames: [], parentId: '1', kind: 'factory', code: 'A01', profile },
    ];
    const told = (province: string) =>
      toldAt(
        plan(
          [['A01', '云岭服装厂', 'A', province, '服装', null, null, '服装厂']],
          { rows: [{ sheet: 'Sheet1', row: 3, say: 'replace' }] },
          known,
        ),
        3,
      );

    expect(told('东岚省')).toEqual({ ready: [] });
    expect(told('西岚省')).toMatchObject({ ask: [expect.stringContaining('province_unknown D3')] });
  });
});

describe('粉尘涉爆', () => {
  const rows = [['A01', '云岭服装厂', 'A', null, null, '√', '√']];

  it('without its assessment is left out, and the row says so', () => {
    expect(toldAt(plan(rows), 3)).toEqual({ ready: ['dust_unassessed F3 empty'] });
    expect(named(plan(rows), '云岭服装厂')).toMatchObject({ flags: ['isFireKeyUnit'], dustAssessment: null });
  });

  it('is set with the assessment that is typed in answer, or that stands in a column of its own', () => {
    const dustAssessment = '省安科院 2026-03-01 评估报告 18 号';
    const typed = plan(rows, cell('F3', { text: dustAssessment }));
    const written = planUnits([givenSheet([[...header, '粉尘涉爆评估'], group, [...(rows[0] ?? []), null, dustAssessment]])], []);

    for (const each of [typed, written]) {
      expect(toldAt(each, 3)).toEqual({ ready: [] });
      expect(named(each, '云岭服装厂')).toMatchObject({ flags: expect.arrayContaining(['hasCombustibleDust']), dustAssessment });
    }
  });

  it('is not set by an assessment alone, which the row says', () => {
    const told = planUnits(
      [givenSheet([[...header, '粉尘涉爆评估'], group, ['A01', '云岭服装厂', 'A', null, null, null, '√', null, '18 号']])],
      [],
    );

    expect(toldAt(told, 3)).toEqual({ ready: ['dust_unmarked I3'] });
    expect(named(told, '云岭服装厂')).toMatchObject({ flags: ['isFireKeyUnit'], dustAssessment: '18 号' });
  });

  it('that somebody leaves empty is not asked about again; other words in its cell are no mark and no assessment', () => {
    expect(toldAt(plan(rows, cell('F3', { value: 'empty' })), 3)).toEqual({ ready: [] });
    expect(toldAt(plan([['A01', '云岭服装厂', 'A', null, null, '待评估', '√']]), 3)).toEqual({ wrong: ['mark_unreadable F3 empty'] });
  });

  it('that a unit has already needs none', () => {
    const profile = {
      headcount: null,
      province: null,
      city: null,
      industry: null,
      flags: ['hasCombustibleDust' as const],
      address: null,
      remark: null,
    };
    const known: readonly ProfiledUnit[] = [
      { id: '1', name: '云岭集团', shortNames: [], parentId: null, kind: 'group', code: 'A' },
      { id: '2', name: '云岭服装厂', shortNames: [], parentId: '1', kind: 'factory', code: 'A01', profile },
    ];
    const file = [['A01', '云岭服装厂', 'A', null, null, '√', null, '服装厂']];
    expect(toldAt(plan(file, { rows: [{ sheet: 'Sheet1', row: 3, say: 'replace' }] }, known), 3)).toEqual({ ready: [] });
  });
});

describe('the flags that a unit most likely has', () => {
  it('are proposed by row and set only where a person accepts them', () => {
    const asked = plan([mill, sewing]);
    expect([3, 4].map((row) => toldAt(asked, row))).toEqual([
      { ready: ['fire_key_unit_proposed G3'] },
      { ready: ['crowded_place_proposed '] },
    ]);
    expect([named(asked, '云岭服装厂')?.flags, named(asked, '缝制车间')?.flags]).toEqual([[], []]);

    const abouts = ['fire_key_unit_proposed', 'crowded_place_proposed'];
    const said = (about: string) => [3, 4].map((row) => ({ sheet: 'Sheet1', row, say: 'accept', about }));
    const one = plan([mill, sewing], { rows: said('crowded_place_proposed') });
    expect([named(one, '云岭服装厂')?.flags, named(one, '缝制车间')?.flags], 'one answer serves one question').toEqual([
      [],
      ['isCrowdedPlace'],
    ]);
    const accepted = plan([mill, sewing], { rows: abouts.flatMap(said) });
    expect([3, 4].map((row) => toldAt(accepted, row))).toEqual([{ ready: [] }, { ready: [] }]);
    expect(named(accepted, '云岭服装厂')?.flags).toEqual(['isFireKeyUnit']);
    expect(named(accepted, '缝制车间')?.flags).toEqual(['isCrowdedPlace']);
  });

  it('are not proposed where the row says yes or no, nor for a unit that is there', () => {
    const marked = (mark: string) => toldAt(plan([['A01', '云岭服装厂', 'A', null, null, null, mark]]), 3);
    const known: readonly ProfiledUnit[] = [
      { id: '1', name: '云岭集团', shortNames: [], parentId: null, kind: 'group', code: 'A' },
      { id: '2', name: '云岭服装厂', shortNames: [], parentId: '1', kind: 'factory', code: 'A01' },
    ];

    expect([marked('√'), marked('否')]).toEqual([{ ready: [] }, { ready: [] }]);
    expect(toldAt(plan([mill], {}, known), 3)).toEqual({ skip: 'already_there' });
  });
});
