import { describe, expect, it } from 'vitest';

import { type Caused, causesOf, dueBeforeWork, type Learned, levelHoursOf, levelsOf, passedOn } from './before-work.ts';
import { termsFrom } from './terms.ts';

const general: Record<string, number> = {
  'training.newWorkerHours': 24,
  'training.newWorkerHoursHighRisk': 72,
  'training.levelHours': 8,
  'training.moveLevelHours': 4,
  'training.returnMonths': 12,
  'training.beforeWorkDays': 7,
};
const given = (over: Record<string, number> = {}, highRisk = false) => {
  const rules = { ...general, ...over };
  return termsFrom({ number: (ruleId) => rules[ruleId] ?? null }, highRisk);
};
const since = { terms: given(), gateFrom: '2026-01-01', today: '2026-06-30' };
const life = { hiredOn: null, leftOn: null, moves: [], absences: [] };

describe('what asks for training before work', () => {
  it('joining counts from the first day of the gate', () => {
    const hired = (on: string) => causesOf({ ...life, hiredOn: on }, since);

    expect([hired('2025-12-31'), hired('2026-01-01'), hired('2026-06-30'), hired('2026-07-01')].map(({ length }) => length)).toEqual([
      0, 1, 1, 0,
    ]);
    expect(causesOf({ ...life, hiredOn: '2026-03-01' }, { ...since, gateFrom: null })).toEqual([]);
    expect(causesOf({ ...life, hiredOn: '2026-03-01', leftOn: '2026-03-02' }, since)).toEqual([]);
  });

  it('an absence of twelve months to the day asks for it, a day less does not', () => {
    const back = (until: string, terms = given()) =>
      causesOf({ ...life, absences: [{ from: '2025-03-10', until }] }, { ...since, terms }).map(({ cause }) => cause);

    expect([back('2026-03-09'), back('2026-03-10'), back('2026-03-11')]).toEqual([[], ['returned'], ['returned']]);
  });

  it('in Shandong six months are enough', () => {
    const terms = given({ 'training.returnMonths': 6 });
    const back = (until: string) => causesOf({ ...life, absences: [{ from: '2025-08-31', until }] }, { ...since, terms }).length;

    expect([back('2026-02-27'), back('2026-02-28'), back('2026-03-01')]).toEqual([0, 1, 1]);
  });

  it('a wrong unit put right on the same day is no move, and who moves before the first day has not moved', () => {
    const moved = (on: string, enteredOn: string) => causesOf({ ...life, hiredOn: '2026-02-01', moves: [{ on, enteredOn }] }, since).length;

    expect([moved('2026-03-05', '2026-03-05'), moved('2026-03-06', '2026-03-05'), moved('2026-02-01', '2026-01-20')]).toEqual([1, 2, 1]);
  });
});

describe('levels and hours', () => {
  it('whoever joins owes all three levels, whoever moves or comes back the workshop and the team', () => {
    expect([levelsOf('joined'), levelsOf('moved'), levelsOf('returned')]).toEqual([
      ['company', 'workshop', 'team'],
      ['workshop', 'team'],
      ['workshop', 'team'],
    ]);
  });

  it('a level owes eight hours, twenty-four where the risk is high, and a third of what a stricter unit asks for', () => {
    const hours = [given(), given({}, true), given({ 'training.newWorkerHours': 25 })].map((terms) => levelHoursOf('joined', terms));

    expect([...hours, levelHoursOf('moved', given())]).toEqual([8, 24, 9, 4]);
  });

  it('is due on the first day in a post, or seven days later while there is none', () => {
    const joined: Caused = { cause: 'joined', on: '2026-03-02' };

    expect(dueBeforeWork(joined, ['2026-03-01'], given())).toBe('2026-03-09');
    expect(dueBeforeWork(joined, ['2026-03-20', '2026-03-04', '2026-02-01'], given())).toBe('2026-03-04');
    expect(dueBeforeWork(joined, ['2026-03-02'], given())).toBe('2026-03-02');
  });
});

describe('a level is passed', () => {
  const joined: Caused = { cause: 'joined', on: '2026-03-02' };
  const held = (on: string, hours: number, over: Partial<Learned> = {}): Learned => ({
    category: 'threeLevel',
    level: 'workshop',
    on,
    hours,
    passed: false,
    ...over,
  });
  const exam = held('2026-03-05', 0, { passed: true });

  it('with full hours and a passed exam, on the later of the two days', () => {
    expect(passedOn(joined, 'workshop', [held('2026-03-03', 4), held('2026-03-04', 4), exam], 8)).toBe('2026-03-05');
    expect(passedOn(joined, 'workshop', [held('2026-03-03', 4), held('2026-03-06', 4), exam], 8)).toBe('2026-03-06');
  });

  it.each([
    [7.5, null],
    [8, '2026-03-05'],
    [8.5, '2026-03-05'],
  ])('%f hours of eight give %s', (hours, on) => {
    expect(passedOn(joined, 'workshop', [held('2026-03-03', hours), exam], 8)).toBe(on);
  });

  it('not by hours alone, not by an exam alone, not by another level', () => {
    const hours = held('2026-03-03', 8);

    expect(passedOn(joined, 'workshop', [hours], 8)).toBeNull();
    expect(passedOn(joined, 'workshop', [exam], 8)).toBeNull();
    expect(passedOn(joined, 'team', [hours, exam], 8)).toBeNull();
  });

  it('by what was held up to thirty days before the first day, but not before a move', () => {
    const passed = (on: string, caused: Caused) => passedOn(caused, 'workshop', [held(on, 8, { passed: true })], 8);

    expect([passed('2026-01-30', joined), passed('2026-01-31', joined)]).toEqual([null, '2026-01-31']);
    expect([
      passed('2026-03-01', { cause: 'moved', on: '2026-03-02' }),
      passed('2026-03-02', { cause: 'moved', on: '2026-03-02' }),
    ]).toEqual([null, '2026-03-02']);
  });

  it('transfer training does not make up for three levels', () => {
    const transfer = held('2026-03-03', 8, { category: 'transfer', passed: true });

    expect([
      passedOn(joined, 'workshop', [transfer], 8),
      passedOn({ cause: 'returned', on: '2026-03-02' }, 'workshop', [transfer], 8),
    ]).toEqual([null, '2026-03-03']);
  });
});
