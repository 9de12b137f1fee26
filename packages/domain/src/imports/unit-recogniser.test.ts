import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { matchKey } from './text-keys.ts';
import { type KnownUnit, type Scope, unitRecogniser } from './unit-recogniser.ts';

const unit = (id: string, name: string, parentId: string | null, shortNames: readonly string[] = []): KnownUnit => {
  const kind = name.endsWith('部') || name.endsWith('科') ? 'department' : 'workshop';
  return { id, name, shortNames, parentId, kind, code: null };
};

const units = [
  unit('g', '岚枝集团', null),
  unit('d', '安全环保科', 'g'),
  unit('c1', '临溪羽绒服饰有限公司', 'g', ['临溪公司']),
  unit('d1', '安全环保科', 'c1', ['安环科']),
  unit('f1', '临溪第一工厂', 'c1', ['一厂']),
  unit('f2', '临溪第二工厂', 'c1', ['二厂']),
  unit('w1', '缝制一车间', 'f1', ['缝一']),
  unit('t1', '缝制一组', 'w1'),
  unit('w2', '缝制车间', 'f2'),
  unit('t2', '缝制一组', 'w2'),
];
const recogniser = unitRecogniser(units);
const linxi: Scope = { unitId: 'c1', only: 'branch' };

function recognised(text: string, scope: Scope | null = null): readonly string[] {
  const found = recogniser.recognise(text, scope);
  if (found.kind === 'unit') return [found.unit.id];
  return found.kind === 'ambiguous' ? found.units.map(({ id }) => id).toSorted() : [];
}

describe('a unit is recognised', () => {
  it('by its name or short name, with or without its ancestors in front', () => {
    const spellings = [
      '缝制一车间',
      '缝一',
      '临溪公司缝一',
      '一厂/缝制一车间',
      '岚枝集团 临溪公司（一厂）缝一',
      '临溪公司\u200b缝制一车\u00a0间',
      '缝制一車間',
    ];
    expect(spellings.map((text) => recognised(text))).toEqual([['w1'], ['w1'], ['w1'], ['w1'], ['w1'], ['w1'], []]);
  });

  it('never when two units share the name, until something in front tells them apart', () => {
    expect(recognised('缝制一组')).toEqual(['t1', 't2']);
    expect(recognised('缝制车间缝制一组')).toEqual(['t2']);
    expect(recognised('一厂缝制一组')).toEqual(['t1']);
    expect(recognised('临溪公司缝制一组')).toEqual(['t1', 't2']);
  });

  it('within the scope of the sheet only', () => {
    expect(recognised('安全环保科')).toEqual(['d', 'd1']);
    expect(recognised('安全环保科', linxi)).toEqual(['d1']);
    expect(recognised('安全环保科', { unitId: 'g', only: 'headquarters' })).toEqual(['d']);
    expect(recognised('缝制一车间', { unitId: 'g', only: 'headquarters' })).toEqual([]);
  });

  it('not by a mistyped name, which only proposes what it resembles', () => {
    expect(recognised('逢制一车间')).toEqual([]);
    expect(recogniser.similar('一厂逢制一车间', linxi)[0]?.id).toBe('w1');
    expect(['', ' ', '（）', '车间', '缝制一车间缝制二组'].map((text) => recognised(text))).toEqual([[], [], [], [], []]);
  });
});

it('proposes of the units whose names go on from what is written the upper one first, in the order of the tree', () => {
  const plant = unitRecogniser([
    unit('c', '临溪公司', null, ['临溪']),
    unit('f', '临溪第一工厂', 'c', ['临溪一厂']),
    unit('w', '充绒车间', 'f'),
    unit('s1', '充绒一班', 'w'),
    unit('s2', '充绒二班', 'w'),
  ]);

  expect(plant.similar('临溪一厂充绒', null).map(({ id }) => id)).toEqual(['w', 's1', 's2', 'f', 'c']);
});

it('answers no unit for a name that two units in the scope share, whatever the tree', () => {
  const name = fc.constantFrom('一厂', '二厂', '车间', '一车间', '一组', '二组', '厂');
  const tree = fc.array(fc.record({ name, short: fc.option(name), parent: fc.nat() }), { minLength: 1, maxLength: 25 });
  fc.assert(
    fc.property(tree, name, (grown, asked) => {
      const known = grown.map(({ name: named, short, parent }, at) =>
        unit(String(at), named, at === 0 ? null : String(parent % at), short === null ? [] : [short]),
      );
      const sharing = known.filter((one) => [one.name, ...one.shortNames].some((each) => matchKey(each) === matchKey(asked)));
      const found = unitRecogniser(known).recognise(asked, null);
      if (sharing.length > 1) expect(found.kind).toBe('ambiguous');
      if (found.kind === 'unit' && sharing.length === 1) expect(found.unit.id).toBe(sharing[0]?.id);
    }),
  );
});

it('answers any text, also in a tree that closes in a circle', () => {
  const circle = unitRecogniser([unit('a', '甲', 'b'), unit('b', '乙', 'a')]);
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
      expect(typeof recogniser.recognise(text, linxi).kind).toBe('string');
      expect(typeof circle.recognise(`乙甲${text}甲`, null).kind).toBe('string');
    }),
  );
});
