import { describe, expect, it } from 'vitest';

import { categoryDefaults, hazardCategories, phoneCategories } from './categories.ts';
import { factorClassOf, factorCodes, subclassOf } from './factors.ts';
import { propose } from './proposals.ts';
import { monday, people } from './testing/given-hazard.ts';

const reported = {
  category: 'exits',
  source: 'employeeReport',
  today: monday,
  unitId: 'u-sewing',
  pointResponsibleId: people.wang,
  unitResponsibleId: people.li,
  pointKeyArea: null,
} as const;

describe('what triage is shown first', () => {
  it('follows the category: level, factor, key area, clauses, and a deadline by the level', () => {
    expect(propose(reported)).toEqual({
      level: 'team',
      factor: '3108',
      keyArea: 'fire',
      clauseIds: ['FL-28', 'AQSCF-42', 'O61-21'],
      responsibleUnitId: 'u-sewing',
      responsibleId: people.wang,
      dueOn: monday,
      dueOnBy: { team: monday, workshop: '2026-02-05', unit: '2026-02-17', major: null },
      waived: ['funds', 'contingency'],
    });
  });

  it('names who answers for the point, else for the unit, else nobody', () => {
    const names = [reported, { ...reported, pointResponsibleId: null }, { ...reported, pointResponsibleId: null, unitResponsibleId: null }];

    expect(names.map((each) => propose(each).responsibleId)).toEqual([people.wang, people.li, null]);
  });

  it('lets the point say its key area', () => {
    expect(propose({ ...reported, pointKeyArea: 'warehouse' }).keyArea).toBe('warehouse');
  });

  it('raises what an authority found to the company, which may waive nothing', () => {
    expect(propose({ ...reported, source: 'authority' })).toMatchObject({ level: 'unit', dueOn: '2026-02-17', waived: [] });
    expect(propose({ ...reported, source: 'groupInspection' })).toMatchObject({ level: 'workshop', dueOn: '2026-02-05' });
  });

  it('never proposes a major hazard', () => {
    const levels = hazardCategories.map((category) => propose({ ...reported, category, source: 'authority' }).level);

    expect(levels).not.toContain('major');
  });
});

describe('the pick lists', () => {
  it('give the phone eight chips, the last of them "other"', () => {
    expect(phoneCategories).toHaveLength(8);
    expect(phoneCategories.at(-1)).toBe('other');
    expect(new Set(hazardCategories.map((category) => categoryDefaults[category].icon)).size).toBe(hazardCategories.length);
  });

  it('hold each factor once, each in its class and subclass', () => {
    expect(new Set(factorCodes).size).toBe(factorCodes.length);
    expect(factorCodes.map(subclassOf)).not.toContain('45');
    expect(['1101', '2101', '3901', '49'].map((code) => factorClassOf(code as (typeof factorCodes)[number]))).toEqual([
      'human',
      'material',
      'environment',
      'management',
    ]);
  });
});
