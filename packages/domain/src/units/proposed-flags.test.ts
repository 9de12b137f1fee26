import { describe, expect, it } from 'vitest';

import { createUnitInput } from './inputs.ts';
import { proposedFlags } from './proposed-flags.ts';
import { provinces } from './provinces.ts';

describe('the flags proposed for a new unit', () => {
  it.each([
    ['a garment plant, by its industry', { kind: 'factory', name: '东城一厂', industry: 'C1811' }, ['isFireKeyUnit']],
    ['a shoe plant, by its industry without the letter', { kind: 'factory', name: '二厂', industry: '1952' }, ['isFireKeyUnit']],
    ['a shoe plant, by its name', { kind: 'factory', name: '海湾制鞋厂' }, ['isFireKeyUnit']],
    ['another plant', { kind: 'factory', name: '东城一厂', industry: 'C1951X' }, []],
    ['a mill of textiles', { kind: 'factory', name: '纺纱厂', industry: 'C17' }, []],
    ['a company of garments', { kind: 'subsidiary', name: '东城服饰', industry: 'C18' }, []],
    ['a sewing workshop', { kind: 'workshop', name: '缝制二车间' }, ['isCrowdedPlace']],
    ['a cutting workshop', { kind: 'workshop', name: '裁剪车间' }, ['isCrowdedPlace']],
    ['a team of sewers', { kind: 'team', name: '缝制一班' }, []],
    ['a dormitory', { kind: 'department', name: '员工宿舍' }, ['isCrowdedPlace']],
    ['a down-filling workshop: dust is for an expert to judge', { kind: 'workshop', name: '充绒车间' }, []],
    ['nothing filled in yet', {}, []],
  ] as const)('for %s', (_, described, flags) => {
    expect(proposedFlags(described)).toEqual(flags);
  });
});

describe('the profile of a unit', () => {
  const unit = { parentId: null, code: 'A', name: '甲厂', kind: 'factory', on: '2026-01-01', reason: '新设' } as const;
  const told = (profile: object) => {
    const read = createUnitInput.safeParse({ ...unit, profile: { headcount: 1, province: null, industry: null, flags: [], ...profile } });
    return read.success ? 'taken' : read.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`).join();
  };

  it('names one of the 34 provinces', () => {
    expect(Object.keys(provinces)).toHaveLength(34);
    expect([told({ province: '江苏省' }), told({ province: '江苏' }), told({ province: null })]).toEqual(['taken', 'taken', 'taken']);
    expect(told({ province: '火星省' })).toBe('profile.province 没有这个省份，请填写省、自治区、直辖市或特别行政区的名称，如“江苏省”');
  });

  it('gives the industry as a code of GB/T 4754', () => {
    for (const industry of ['C18', 'c1811', '18', '1952', 'A01', 'T97']) expect(told({ industry })).toBe('taken');
    for (const industry of ['ZZ99', 'U12', 'C1', 'C12345', '服装'])
      expect(told({ industry })).toBe('profile.industry 请填写国民经济行业代码（GB/T 4754），如“C1811”');
  });
});
