import { describe, expect, it } from 'vitest';

import { type Appointment, overlap, placeObjection, sameOffice } from './appointment.ts';

const office: Appointment = {
  personId: 'wang',
  unitId: 'mill',
  pointId: null,
  post: 'safetyOfficer',
  deputy: false,
  from: '2026-01-10',
  to: null,
};

describe('two terms', () => {
  it.each([
    ['meet without a shared day', { from: '2026-01-01', to: '2026-01-10' }, { from: '2026-01-10', to: null }, false],
    ['share a day', { from: '2026-01-01', to: '2026-01-11' }, { from: '2026-01-10', to: null }, true],
    ['are both open', { from: '2026-01-01', to: null }, { from: '2026-03-01', to: null }, true],
    ['lie one in the other', { from: '2026-01-01', to: '2026-12-01' }, { from: '2026-03-01', to: '2026-03-02' }, true],
    ['never held in one case', { from: '2026-01-01', to: null }, { from: '2026-03-01', to: '2026-03-01' }, false],
  ])('%s', (_, one, other, expected) => {
    expect([overlap(one, other), overlap(other, one)]).toEqual([expected, expected]);
  });
});

it('a deputy holds another office than the one he stands in for', () => {
  expect(sameOffice(office, { ...office, from: '2025-01-01' })).toBe(true);
  expect(sameOffice(office, { ...office, deputy: true })).toBe(false);
});

it('a keeper needs a point, nobody else has one', () => {
  expect(placeObjection({ post: 'pointKeeper', pointId: null })).toBe('workforce.point_needed');
  expect(placeObjection({ post: 'unitHead', pointId: 'p' })).toBe('workforce.point_unwanted');
  expect(placeObjection({ post: 'pointKeeper', pointId: 'p' })).toBeNull();
});
