import { describe, expect, it } from 'vitest';

import { adjusted, objectionToAdjusting, objectionToApprovingAdjustment } from './adjustment.ts';
import { assess } from './assess.ts';
import { canonical } from './canonical.ts';
import { type ChildFigure, groupFigure } from './group-figure.ts';
import { daysInOperation, participates } from './participation.ts';
import { periodBefore, periodKindOf } from './period-kind.ts';
import { runKindOf } from './run-kind.ts';
import { factsFrom, givenHazard, givenLookBack, hazardTreatment, quarter, several } from './testing/given-facts.ts';
import { givenLine } from './testing/given-line.ts';

describe('taking part', () => {
  const life = (openedOn: string, closedOn: string | null = null) => ({ openedOn, closedOn });

  it('needs half of the days of the period', () => {
    expect(daysInOperation(life('2026-08-16'), quarter)).toBe(46);
    expect(['2026-08-16', '2026-08-17'].map((openedOn) => participates(life(openedOn), quarter, '0.5'))).toEqual([true, false]);
    expect(['2026-08-16', '2026-08-15'].map((closedOn) => participates(life('2020-01-01', closedOn), quarter, '0.5'))).toEqual([
      true,
      false,
    ]);
    expect(participates(life('2026-10-01'), quarter, '0.5')).toBe(false);
  });

  it('is said instead of a score', () => {
    expect(assess(hazardTreatment, { ...factsFrom({ hazards: [givenHazard()] }), participates: false })).toMatchObject({
      status: 'notAssessed',
      final: null,
      grade: null,
      lines: [],
    });
  });
});

describe('data', () => {
  it('are insufficient below 60 % of the weight, and then there is no total and no grade', () => {
    const nothingDue = assess(hazardTreatment, factsFrom({}));

    /** D3 and D6 alone: 7 of 22. */
    expect(nothingDue).toMatchObject({
      status: 'insufficientData',
      applicableWeight: '7.00',
      weightOn: '22.00',
      base: null,
      final: null,
      grade: null,
    });
  });

  it('suffice without D1, which says why it is left out', () => {
    const result = assess(hazardTreatment, factsFrom({ hazards: several(4, givenHazard), lookBacks: [givenLookBack()] }));

    expect(result).toMatchObject({ status: 'scored', applicableWeight: '18.00', final: '100.00', grade: 'A' });
    expect(result.lines[0]).toMatchObject({ code: 'D1', status: 'na', reason: 'awaited', score: null, numerator: null, denominator: null });
  });
});

describe('malus and vetoes', () => {
  const relapse = givenLookBack({ reason: 'authority', result: 'relapsed' });

  it('take a point for each relapse of a hazard of an authority, ten at most', () => {
    const final = (times: number) =>
      assess(hazardTreatment, factsFrom({ hazards: [givenHazard()], lookBacks: several(times, () => ({ ...relapse })) }));

    expect(final(2)).toMatchObject({ malus: '2.00', final: '98.00', malusLines: [{ rule: 'authorityRelapse', times: 2, points: '2.00' }] });
    expect(final(14)).toMatchObject({ malus: '10.00', final: '90.00', grade: 'A' });
  });

  it('only suggest a veto by counting; a named person makes it', () => {
    const major = (dueOn: string) => givenHazard({ level: 'major', stage: 'rectifying', dueOn, submittedOn: null });
    const facts = factsFrom({
      hazards: [major('2026-09-14'), major('2026-09-15'), ...several(20, givenHazard)],
      lookBacks: [givenLookBack()],
    });

    const suggested = assess(hazardTreatment, facts);
    const confirmed = assess(hazardTreatment, { ...facts, findings: [{ rule: 'V4', recordId: 'f1' }] });

    expect(suggested).toMatchObject({ suggested: [{ rule: 'V4', count: 1 }], findings: [] });
    expect(suggested.grade).not.toBe('VETO');
    expect(confirmed).toMatchObject({ grade: 'VETO', gradeBeforeVeto: suggested.grade, final: suggested.final });
  });

  it('are told in one order, whoever recorded them first', () => {
    const findings = ['V8 b', 'V4 c', 'V8 a', 'V4 c'].map((said) => ({ rule: said.slice(0, 2), recordId: said.slice(3) }));
    const told = (given: typeof findings) => assess(hazardTreatment, { ...factsFrom({}), findings: given }).findings;

    expect(told(findings).map(({ rule, recordId }) => `${rule} ${recordId}`)).toEqual(['V4 c', 'V4 c', 'V8 a', 'V8 b']);
    expect(told(findings.toReversed())).toEqual(told(findings));
  });

  it('stand even where data are insufficient', () => {
    expect(assess(hazardTreatment, { ...factsFrom({}), findings: [{ rule: 'V8', recordId: 'f1' }] })).toMatchObject({
      grade: 'VETO',
      final: null,
    });
  });
});

describe('a correction by hand', () => {
  const line = givenLine('D2', '6.00', '4.50');

  it('stays between nothing and the weight, and shows by how much', () => {
    const corrected = (...deltas: string[]) =>
      adjusted(
        line,
        deltas.map((delta) => ({ indicator: 'D2', delta })),
      );

    expect(corrected('0.25', '-1')).toMatchObject({ score: '3.75', adjusted: '-0.75' });
    expect([corrected('9').score, corrected('-9').score]).toEqual(['6.00', '0.00']);
    expect(adjusted(line, [{ indicator: 'D3', delta: '1' }])).toEqual(line);
    expect(adjusted(givenLine('D2', '6.00', null), [{ indicator: 'D2', delta: '1' }]).score).toBeNull();
  });

  it('counts in the total', () => {
    const facts = factsFrom({ hazards: several(4, givenHazard), lookBacks: [givenLookBack()] });

    expect(assess(hazardTreatment, { ...facts, adjustments: [{ indicator: 'D2', delta: '-1.80' }] })).toMatchObject({
      base: '90.00',
      grade: 'A',
    });
  });

  it('needs a score, a reason, and a second person', () => {
    expect(objectionToAdjusting(line, { delta: '0.5', reason: '现场核实' })).toBeNull();
    expect(objectionToAdjusting(line, { delta: '0.00', reason: '现场核实' })).toBe('assessments.adjust_nothing');
    expect(objectionToAdjusting(line, { delta: '0.5', reason: ' ' })).toBe('assessments.reason_missing');
    expect(objectionToAdjusting(givenLine('D2', '6.00', null), { delta: '1', reason: 'x' })).toBe('assessments.adjust_not_scored');
    expect([objectionToApprovingAdjustment('li', 'li'), objectionToApprovingAdjustment('li', 'wang')]).toEqual([
      'assessments.own_adjustment',
      null,
    ]);
  });
});

describe('the figure of a unit above', () => {
  const child = (given: Partial<ChildFigure>): ChildFigure => ({
    unitId: 'u',
    unit: '一厂',
    final: '90.00',
    grade: 'A',
    headcount: 100,
    ...given,
  });

  it('weighs its children by their people, and counts every grade', () => {
    const children = [
      child({ final: '90.00', grade: 'A', headcount: 300 }),
      child({ final: '60.00', grade: 'C', headcount: 100 }),
      child({ final: null, grade: null, headcount: null }),
    ];

    expect(groupFigure(children)).toEqual({
      final: '82.50',
      headcount: 400,
      grades: [
        { grade: null, count: 1 },
        { grade: 'A', count: 1 },
        { grade: 'C', count: 1 },
      ],
    });
    expect(groupFigure([]).final).toBeNull();
    expect(groupFigure([child({ headcount: 0 })]).final).toBeNull();
  });

  it('has no average while the people of a child with a total are not known, and names the child', () => {
    const figure = groupFigure([child({ headcount: 300 }), child({ unitId: 'n', unit: '新厂', headcount: null })]);

    expect(figure).toMatchObject({ final: null, headcount: 300, missing: [{ unitId: 'n', unit: '新厂' }] });
    expect(groupFigure([child({ headcount: 300 })])).not.toHaveProperty('missing');
  });
});

describe('periods and runs', () => {
  it('are of a kind, and follow one another', () => {
    expect(['2026', '2026H1', '2026Q3', '2026-03', '2026Q5'].map(periodKindOf)).toEqual(['year', 'half', 'quarter', 'month', null]);
    expect(['2026', '2026H1', '2026H2', '2026Q1', '2026Q3', '2026-01', '2026-10', 'x'].map(periodBefore)).toEqual([
      '2025',
      '2025H2',
      '2026H1',
      '2025Q4',
      '2026Q2',
      '2025-12',
      '2026-09',
      null,
    ]);
  });

  it('are 补算 when the period was not run in its time, and restated once it was published', () => {
    const kind = (computedOn: string, published = false) => runKindOf({ cutOffOn: '2026-10-14', computedOn, published });

    expect([kind('2026-10-14'), kind('2026-11-14'), kind('2026-11-15'), kind('2027-03-01', true)]).toEqual([
      'regular',
      'regular',
      'late',
      'restated',
    ]);
  });
});

describe('canonical text', () => {
  it('is one for one value, whatever built it', () => {
    expect(canonical({ b: [1, 'ü"', null], a: { z: true, y: undefined } })).toBe('{"a":{"z":true},"b":[1,"ü\\"",null]}');
    expect(canonical({ a: 1, b: 2 })).toBe(canonical({ b: 2, a: 1 }));
    expect(canonical({ 乙: 1, 甲: 2, a: 3, B: 4 })).toBe('{"B":4,"a":3,"乙":1,"甲":2}');
    expect(() => canonical(Number.NaN)).toThrow(RangeError);
  });
});
