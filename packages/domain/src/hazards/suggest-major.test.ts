import { describe, expect, it } from 'vitest';

import { type CriterionScope, criterionIds, majorCriteria } from './major-criteria.ts';
import { starredItems } from './starred-items.ts';
import { conditionsOf, criteriaFor, suggestMajor } from './suggest-major.ts';

const scopes = (...given: CriterionScope[]) => new Set(given);
const seen = (...conditions: string[]) => ({ conditions: new Set(conditions) });

describe('the suggestion of a major hazard', () => {
  it('needs both halves of a criterion joined by 并且', () => {
    const confined = scopes('confinedSpace');

    expect(suggestMajor(seen('WT10-13-1.a'), confined)).toEqual([]);
    expect(suggestMajor(seen('WT10-13-1.b'), confined)).toEqual([]);
    expect(suggestMajor(seen('WT10-13-1.a', 'WT10-13-1.b'), confined)).toEqual(['WT10-13-1']);
  });

  it.each(['a', 'b', 'c'])('needs one part of a criterion joined by 或者: %s', (letter) => {
    expect(suggestMajor(seen(`WT10-13-2.${letter}`), scopes('confinedSpace'))).toEqual(['WT10-13-2']);
  });

  it('concerns only units that have what the criterion is about', () => {
    const dust = seen('WT10-11-3.a');

    expect(suggestMajor(dust, scopes())).toEqual([]);
    expect(suggestMajor(dust, scopes('textile'))).toEqual([]);
    expect(suggestMajor(dust, scopes('dust'))).toEqual(['WT10-11-3']);
    expect(suggestMajor(seen('WT10-3-2.a'), scopes())).toEqual(['WT10-3-2']);
  });

  it('follows from a failed starred item of a checklist', () => {
    expect(suggestMajor({ failedItems: ['ELEC-06', 'FIRE-02'] }, scopes())).toEqual(['WT10-3-2']);
    expect(suggestMajor({ failedItems: ['DUST-07'] }, scopes())).toEqual([]);
    expect(suggestMajor({ failedItems: ['DUST-07'] }, scopes('dust'))).toEqual(['WT10-11-10']);
  });

  it('leaves fire criteria to an expert', () => {
    const suggested = suggestMajor({ failedItems: ['FIRE-01'] }, scopes());

    expect(suggested).toEqual(['GB35181-exitsLocked']);
    expect(suggested.map((id) => majorCriteria[id].forExpert)).toEqual([true]);
  });

  it('is nothing when nothing was seen', () => {
    expect(suggestMajor({}, scopes('dust', 'textile', 'confinedSpace', 'specialEquipment', 'metalSmelting'))).toEqual([]);
  });
});

describe('the tables of criteria', () => {
  it('hold what concerns textile and garment groups: 17 of Order 10, 19 of special equipment', () => {
    const bySource = Map.groupBy(criterionIds, (id) => majorCriteria[id].source);

    expect([...bySource].map(([source, ids]) => [source, ids.length])).toEqual([
      ['WT10', 17],
      ['GB45067', 19],
      ['GB35181', 7],
    ]);
  });

  it('name a condition for every box', () => {
    expect(conditionsOf('WT10-11-2')).toEqual(['WT10-11-2.a', 'WT10-11-2.b', 'WT10-11-2.c']);
    expect(criterionIds.every((id) => conditionsOf(id).length > 0)).toBe(true);
  });

  it('offer a unit the general ones and its own', () => {
    expect(criteriaFor(scopes('confinedSpace')).filter((id) => id.startsWith('WT10'))).toEqual([
      'WT10-3-1',
      'WT10-3-2',
      'WT10-13-1',
      'WT10-13-2',
    ]);
  });

  it('star only criteria that exist', () => {
    expect(
      Object.values(starredItems)
        .flat()
        .every((id) => criterionIds.includes(id)),
    ).toBe(true);
  });
});
