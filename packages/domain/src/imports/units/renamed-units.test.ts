import { describe, expect, it } from 'vitest';

import { type GivenCell, givenSheet } from '../../testing/given-sheet.ts';
import { answersInput } from '../answers.ts';
import { signOfName } from '../sign-of.ts';
import { type ProfiledUnit, planUnits, type UnitsOptions } from './plan-units.ts';

const unit = (id: string, code: string, name: string, kind: ProfiledUnit['kind']): ProfiledUnit => {
  return { id, code, name, kind, shortNames: [], parentId: id === '1' ? null : id.slice(0, -1), changedOn: '2025-01-01' };
};
const known = [
  unit('1', 'A', '云岭集团', 'group'),
  unit('11', 'A01', '云岭服装厂', 'factory'),
  unit('111', 'A0101', '一车间', 'workshop'),
  unit('12', 'A02', '云岭家纺厂', 'factory'),
];
const header = ['名称', '上级单位', '单位代码', '从业人数'];
const renamed = ['云岭制衣厂', '云岭集团', 'a01'];

type Said = {
  readonly say?: 'replace' | 'keep';
  readonly about?: 'unit_renamed' | 'unit_reorganise_barred' | undefined;
  readonly code?: string;
  /** Under which name the unit was seen. */
  readonly seen?: string;
};

/** What becomes of each row, with what was said of the first. */
function judged(rows: readonly (readonly GivenCell[])[], said: Said = {}, options: UnitsOptions = {}) {
  const { say, about, code, seen } = { about: 'unit_renamed', seen: '云岭服装厂', ...said } as const;
  const answers = answersInput.parse({
    rows: say === undefined ? [] : [{ sheet: 'Sheet1', row: 2, say, about, seen: signOfName(seen) }],
    cells: code === undefined ? [] : [{ sheet: 'Sheet1', cell: 'C2', text: code }],
  });
  const { verdicts, drafts } = planUnits([givenSheet([header, ...rows])], known, { answers, underId: '1', ...options });
  const told = rows.map((_, at) => {
    const verdict = verdicts.find(({ source }) => source.row === at + 2);
    if (verdict?.kind === 'ready') return `${verdict.draft.existingId ?? 'new'} ${verdict.draft.newName ?? ''}`.trim();
    const problems = verdict?.kind === 'ask' ? verdict.questions : verdict?.kind === 'wrong' ? verdict.problems : [];
    return [verdict?.kind, ...problems.map(({ code: problem, cell }) => `${problem} ${cell ?? ''}`)].join(' ').trim();
  });
  return { told, verdicts, made: drafts.map(({ name, parentId }) => `${parentId ?? ''} ${name}`) };
}

describe('a row with the code of a unit and another name', () => {
  it('is asked about at its code, names both names and all else that differs, and makes no second unit', () => {
    const { told, verdicts, made } = judged([renamed]);

    expect(told).toEqual(['ask unit_renamed C2']);
    expect(made).toEqual([]);
    expect(verdicts.find(({ kind }) => kind === 'ask')).toMatchObject({
      questions: [{ facts: { text: 'a01', column: '单位名称、单位代码', file: '云岭制衣厂、a01', known: '云岭服装厂、A01' } }],
    });
  });

  it('renames the unit, or leaves it as it is; what the file has below it hangs there either way', () => {
    const rows = [renamed, ['一车间', '云岭制衣厂', 'A0101'], ['二车间', '云岭制衣厂', null]];

    expect(judged(rows, { say: 'replace' })).toMatchObject({ told: ['11 云岭制衣厂', 'skip', 'new'], made: ['11 二车间'] });
    expect(judged(rows, { say: 'keep' })).toMatchObject({ told: ['skip', 'skip', 'new'], made: ['11 二车间'] });
  });

  it('is asked about where only the row was said to count: it was another question, and the unit has been renamed since', () => {
    expect(judged([renamed], { say: 'replace', about: undefined }).told).toEqual(['ask unit_renamed C2']);
    expect(judged([renamed], { say: 'keep', about: undefined }).told).toEqual(['skip']);
    const confirmed = judged([renamed], { say: 'replace', about: 'unit_reorganise_barred' });
    expect(confirmed.told, 'confirmed in the place of whoever may not').toEqual(['11 云岭制衣厂']);
  });

  it('is asked about again once the unit has another name than the one that was seen', () => {
    for (const about of ['unit_renamed', 'unit_reorganise_barred'] as const) {
      expect(judged([renamed], { say: 'replace', about, seen: '云岭被服厂' }).told).toEqual(['ask unit_renamed C2']);
      expect(judged([renamed], { say: 'keep', about, seen: '云岭被服厂' }).told).toEqual(['ask unit_renamed C2']);
    }
    const barred = judged([renamed], {}, { rights: (permission) => permission !== 'units.reorganise' });
    const raised = [...judged([renamed]).verdicts, ...barred.verdicts];
    expect(raised.flatMap((each) => (each.kind === 'ask' ? each.questions : each.kind === 'wrong' ? each.problems : []))).toMatchObject([
      { code: 'unit_renamed', facts: { name: '云岭服装厂' } },
      { code: 'unit_reorganise_barred', facts: { name: '云岭服装厂' } },
    ]);
  });

  it('is another unit once it is given a code of its own', () => {
    expect(judged([renamed], { code: 'A09' })).toMatchObject({ told: ['new'], made: ['1 云岭制衣厂'] });
    expect(judged([renamed], { code: '无' })).toMatchObject({ told: ['new'], made: ['1 云岭制衣厂'] });
  });

  it('is no renaming where that unit is told beside it, or lies elsewhere: the code is taken', () => {
    expect(judged([renamed, ['云岭服装厂', '云岭集团', null]]).told).toEqual(['wrong unit_code_taken C2', 'skip']);
    expect(judged([['云岭制衣厂', '云岭家纺厂', 'A01', null]]).told[0]).toMatch(/^wrong unit_code_taken C2/u);
  });

  it('may be the unit below which the file hangs', () => {
    const rows = [
      ['云岭控股', null, 'A'],
      ['云岭服装厂', '云岭控股', null],
    ];
    expect(judged(rows, { say: 'replace', seen: '云岭集团' }).told).toEqual(['1 云岭控股', 'skip']);
  });

  it('takes the permission to reorganise at that unit, and a day that the page would take', () => {
    expect(judged([renamed], { say: 'replace' }, { rights: (permission) => permission !== 'units.reorganise' }).told).toEqual([
      'wrong unit_reorganise_barred A2',
    ]);
    const days = (effectiveOn: string) => ({ days: { effectiveOn, today: '2026-01-20' } });
    expect(judged([renamed], { say: 'replace' }, days('2026-01-21')).told).toEqual(['wrong unit_day_after_today A2']);
    expect(judged([renamed], { say: 'replace' }, days('2024-12-31')).told).toEqual(['wrong unit_day_before_change A2']);
  });
});
