import { describe, expect, it } from 'vitest';

import { findingInput, objectionToFinding } from './record-finding.ts';
import { garment35Draft } from './schemes/garment-35-draft.ts';

const unitId = '01900000-0000-7000-8000-000000000001';

describe('what persons add to what is counted', () => {
  const objected = (over: object) =>
    objectionToFinding(
      garment35Draft,
      findingInput.parse({
        unitId,
        schemeCode: 'garment-35',
        kind: 'bonus',
        rule: 'commendedByCity',
        on: '2026-08-03',
        reason: '市级表彰',
        ...over,
      }),
    );

  it('stands under a rule of the scheme, with the matter it is about', () => {
    expect(objected({ matter: '安全月先进' })).toBeNull();
    expect(objected({})).toBe('assessments.finding_incomplete');
    expect(objected({ rule: 'V1', matter: '安全月先进' })).toBe('assessments.rule_unknown');
    expect(objected({ kind: 'veto', rule: 'V1' })).toBeNull();
    expect(objected({ kind: 'veto', rule: 'V1', points: '1' })).toBe('assessments.finding_incomplete');
  });

  it('corrects an indicator by points of one period, and not by nothing', () => {
    const correction = { kind: 'correction', rule: 'D2', period: '2026Q3', points: '-0.5' };

    expect(objected(correction)).toBeNull();
    expect(objected({ ...correction, points: '0.00' })).toBe('assessments.adjust_nothing');
    expect(objected({ ...correction, points: null })).toBe('assessments.finding_incomplete');
    expect(objected({ ...correction, outOf: '10' })).toBe('assessments.finding_incomplete');
    expect(objected({ ...correction, period: '2026Q5' })).toBe('assessments.period_unknown');
    expect(objected({ ...correction, rule: 'Z9' })).toBe('assessments.rule_unknown');
  });

  it.each(['1000000', '0.005', '1e3', '01'])('takes no points of %s, which could not be kept as they are', (points) => {
    expect(() => objected({ kind: 'correction', rule: 'D2', period: '2026Q3', points })).toThrow();
  });

  it('gives points only to an indicator that waits for them', () => {
    const indicators = garment35Draft.indicators.map((each) =>
      each.code === 'B4' ? { ...each, source: { kind: 'given' as const } } : each,
    );
    const points = { kind: 'given', rule: 'B4', period: '2026', points: '80', outOf: '100' };
    const given = (over: object) =>
      objectionToFinding(
        { ...garment35Draft, indicators },
        findingInput.parse({ unitId, schemeCode: 'garment-35', on: '2026-08-03', reason: '现场考核', ...points, ...over }),
      );

    expect(given({})).toBeNull();
    expect(given({ outOf: '0' })).toBe('assessments.finding_incomplete');
    expect(given({ outOf: null })).toBe('assessments.finding_incomplete');
    expect(given({ outOf: '-100' })).toBe('assessments.finding_incomplete');
    expect(given({ points: '-1' })).toBe('assessments.finding_incomplete');
    expect(given({ points: '100.01' })).toBe('assessments.finding_incomplete');
    expect(given({ points: '100' })).toBeNull();
    expect(given({ rule: 'D2' })).toBe('assessments.rule_unknown');
  });
});
