import { describe, expect, it } from 'vitest';

import { type GivenCell, givenSheet } from '../../testing/given-sheet.ts';
import { answersInput } from '../answers.ts';
import type { KnownUnit } from '../unit-recogniser.ts';
import type { Verdict } from '../verdict.ts';
import { planUnits, unitCodesIn, type UnitsOptions } from './plan-units.ts';
import type { UnitDraft } from './unit-draft.ts';

const unit = (id: string, code: string, name: string, kind: KnownUnit['kind']): KnownUnit => {
  return { id, code, name, kind, shortNames: [], parentId: id === '1' ? null : id.slice(0, -1) };
};
const known = [
  unit('1', 'A', '云岭集团', 'group'),
  unit('11', 'A01', '云岭服装厂', 'factory'),
  unit('12', 'A02', '云岭家纺厂', 'factory'),
  unit('13', 'A03', '云岭针织厂', 'factory'),
];
const header = ['一级', '二级', '三级', '单位代码'];
const [garment, home, knit] = ['云岭服装厂', '云岭家纺厂', '云岭针织厂'];

type Row = readonly GivenCell[];
type Say = 'replace' | 'keep' | null;

/** What becomes of rows below the group, each with what was said of it. */
function judged(rows: readonly (readonly [Row, Say])[], options: UnitsOptions = {}) {
  const said = rows.flatMap(([, say], at) => (say === null ? [] : [{ sheet: 'Sheet1', row: at + 2, say }]));
  const sheet = givenSheet([header, ...rows.map(([row]) => ['云岭集团', ...row])]);
  const { verdicts, drafts } = planUnits([sheet], known, { answers: answersInput.parse({ rows: said }), ...options });
  const told = rows.map((_, at) => shown(verdicts.find(({ source }) => source.row === at + 2)));
  return { told, drafts: drafts.map(({ name }) => name) };
}

function shown(verdict: Verdict<UnitDraft> | undefined): string {
  if (verdict?.kind === 'ready') return `${verdict.draft.name} ${verdict.draft.code}`;
  const problems = verdict?.kind === 'ask' ? verdict.questions : verdict?.kind === 'wrong' ? verdict.problems : [];
  return [verdict?.kind, ...problems.flatMap(({ code, cell, facts }) => [code, cell, facts['other'] ?? ''])].join(' ').trim();
}

describe('a code that another unit has', () => {
  it('is free once the same file gives that unit another one: two swap theirs, three pass theirs on', () => {
    const swap = judged([
      [[garment, null, 'a02'], 'replace'],
      [[home, null, 'A01'], 'replace'],
    ]);
    expect(swap.told).toEqual(['云岭服装厂 a02', '云岭家纺厂 A01']);

    const chain = judged([
      [[garment, null, 'A02'], 'replace'],
      [[home, null, 'A03'], 'replace'],
      [[knit, null, 'B-1'], 'replace'],
      [['云岭鞋厂', null, 'A01'], null],
    ]);
    expect(chain.told).toEqual(['云岭服装厂 A02', '云岭家纺厂 A03', '云岭针织厂 B-1', '云岭鞋厂 A01']);
  });

  it('stays taken where that unit keeps it, and so does what it would have left', () => {
    const kept = judged([
      [[garment, null, 'A02'], 'replace'],
      [[home, null, 'A03'], 'replace'],
      [[knit, null, 'B-1'], 'keep'],
      [['云岭鞋厂', null, 'A01'], null],
      [['云岭鞋厂', '一车间', null], null],
    ]);
    expect(kept.told).toEqual([
      'wrong unit_code_taken D2 云岭家纺厂',
      'wrong unit_code_taken D3 云岭针织厂',
      'skip',
      'wrong unit_code_taken D5 云岭服装厂',
      'ask unit_parent_pending C6',
    ]);
    expect(kept.drafts).toEqual([]);
  });

  it('is waited for while that unit is asked about, and so does what hangs below', () => {
    const asked = judged([
      [[garment, null, 'A02'], null],
      [['云岭鞋厂', null, 'A01'], null],
      [['云岭鞋厂', '一车间', null], null],
      [[home, null, 'A03'], 'replace'],
    ]);
    expect(asked.told).toEqual([
      'wrong unit_code_taken D2 云岭家纺厂 unit_differs B2',
      'wrong unit_code_taken D3 云岭服装厂',
      'ask unit_parent_pending C4',
      'wrong unit_code_taken D5 云岭针织厂',
    ]);
    const pending = judged([
      [[garment, null, 'A09'], null],
      [['云岭鞋厂', null, 'A01'], null],
      [['云岭鞋厂', '一车间', null], null],
    ]);
    expect(pending.told).toEqual(['ask unit_differs B2', 'ask unit_code_pending D3 云岭服装厂', 'ask unit_parent_pending C4']);
    expect(pending.drafts).toEqual([]);
  });

  it('is named with its unit also where that lies elsewhere, or was closed', () => {
    const codesElsewhere = [
      { code: 'W01', name: '西岭羽绒', closed: false },
      { code: 'w02', name: '老二厂', closed: true },
    ];
    const rows: readonly (readonly [Row, Say])[] = [
      [[garment, null, 'w01'], 'replace'],
      [['云岭鞋厂', null, 'W02'], null],
    ];
    expect(judged(rows, { codesElsewhere }).told).toEqual(['wrong unit_code_taken D2 西岭羽绒', 'wrong unit_code_of_closed D3 老二厂']);
  });
});

it('one code for two units of the file is asked about in whatever shape it is told', () => {
  const twice = judged([
    [['云岭鞋厂', null, 'X-1'], null],
    [[garment, null, 'x-1'], 'replace'],
  ]);
  expect(twice.told).toEqual(['ask unit_code_shared D2', 'ask unit_code_shared D3']);
});

it('the codes of a file are those of its column, as they were corrected', () => {
  const sheet = givenSheet([
    ['编码', '名称', '上级编码'],
    ['A01', '一厂', 'A'],
    ['A02', '二厂', 'A'],
    ['??', '三厂', 'A'],
  ]);
  const answers = answersInput.parse({ cells: [{ sheet: 'Sheet1', cell: 'A3', text: 'B02' }] });
  expect(unitCodesIn([sheet], answers)).toEqual(['A01', 'B02']);
});
