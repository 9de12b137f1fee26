import { describe, expect, it } from 'vitest';

import { type GivenCell, givenSheet } from '../../testing/given-sheet.ts';
import { answersInput } from '../answers.ts';
import { type ProfiledUnit, planUnits } from './plan-units.ts';
import type { UnitPermission, UnitRights } from './unit-rights.ts';

const profile = { headcount: 38, province: null, city: null, industry: null, flags: [], address: null, remark: null };
const known: readonly ProfiledUnit[] = [
  { id: '1', name: '云岭集团', shortNames: [], parentId: null, kind: 'group', code: 'A', profile },
  { id: '2', name: '云岭服装厂', shortNames: [], parentId: '1', kind: 'factory', code: 'A01', profile },
];
const header = ['一级', '二级', '三级', '单位代码', '从业人数'];

/** Holds these permissions at these units and nowhere else. */
const holding =
  (...held: readonly (readonly [UnitPermission, string])[]): UnitRights =>
  (permission, unitId) =>
    held.some(([each, at]) => each === permission && at === unitId);

function judged(rights: UnitRights, rows: readonly (readonly GivenCell[])[], say: 'replace' | 'keep' | null = null) {
  const said = say === null ? [] : rows.map((_, at) => ({ sheet: 'Sheet1', row: at + 2, say }));
  const sheet = givenSheet([header, ...rows.map((row) => ['云岭集团', ...row])]);
  const { verdicts, drafts } = planUnits([sheet], known, { rights, answers: answersInput.parse({ rows: said }) });
  const told = rows.map((_, at) => {
    const verdict = verdicts.find(({ source }) => source.row === at + 2);
    if (verdict?.kind === 'wrong') return verdict.problems.map(({ code, cell }) => `${code} ${cell ?? ''}`).join(', ');
    return verdict?.kind === 'skip' ? verdict.reason : verdict?.kind;
  });
  return { told, names: drafts.map(({ name }) => name) };
}

describe('a new unit', () => {
  const rows = [
    ['云岭服装厂', '缝制车间'],
    ['云岭鞋厂', '制鞋车间'],
    ['云岭鞋厂', null, 'A09'],
  ];

  it('goes in where whoever brings the file may make it on the page, and is left out elsewhere with all below it', () => {
    expect(judged(holding(['units.create', '1'], ['units.create', '2']), rows)).toEqual({
      told: ['ready', 'ready', 'ready'],
      names: ['缝制车间', '云岭鞋厂', '制鞋车间'],
    });
    expect(judged(holding(['units.create', '2']), rows)).toEqual({
      told: ['ready', 'unit_create_barred C3', 'unit_create_barred B4'],
      names: ['缝制车间'],
    });
    expect(judged(holding(['units.editProfile', '2']), rows).names).toEqual([]);
  });

  it('that no row tells is not made for rows that are left out', () => {
    expect(judged(holding(), [['云岭鞋厂', '制鞋车间']])).toEqual({ told: ['unit_create_barred C2'], names: [] });
  });
});

describe('a unit that is there', () => {
  const both = [['云岭服装厂', null, 'A05', 40]];

  it('takes from a file what whoever brings it may change on the page, each by its own permission', () => {
    expect(judged(holding(['units.editProfile', '2'], ['units.reorganise', '2']), both).told).toEqual(['ask']);
    expect(judged(holding(['units.editProfile', '2']), both).told).toEqual(['unit_reorganise_barred B2']);
    expect(judged(holding(['units.reorganise', '2']), both).told).toEqual(['unit_edit_barred B2']);
    expect(judged(holding(['units.editProfile', '2']), [['云岭服装厂', null, 'A01', 40]]).told).toEqual(['ask']);
    expect(judged(holding(['units.reorganise', '2']), [['云岭服装厂', null, 'A05', 38]]).told).toEqual(['ask']);
  });

  it('takes it by no answer either; what stands there may be kept', () => {
    expect(judged(holding(['units.editProfile', '2']), both, 'replace').told).toEqual(['unit_reorganise_barred B2']);
    expect(judged(holding(), both, 'keep').told).toEqual(['kept_as_is']);
  });

  it('names what differs, and no more than what is barred', () => {
    const sheet = givenSheet([header, ['云岭集团', '云岭服装厂', null, 'A05', 40]]);
    const { verdicts } = planUnits([sheet], known, { rights: holding(['units.editProfile', '2']) });
    expect(verdicts[1]).toMatchObject({ problems: [{ facts: { text: '云岭服装厂', column: '单位代码', file: 'A05', known: 'A01' } }] });
  });

  it('is passed over where the file tells nothing else, whatever may be done', () => {
    expect(judged(holding(), [['云岭服装厂', null, 'A01', 38]]).told).toEqual(['already_there']);
  });
});
