import { expect, it } from 'vitest';

import { placeOf, takenAtOf } from './camera.ts';
import { disguiseIn } from './disguise.ts';

it('reads camera time as Shanghai time unless the camera names an offset', () => {
  expect(takenAtOf('2026:01:20 09:30:00', undefined)?.toISOString()).toBe('2026-01-20T01:30:00.000Z');
  expect(takenAtOf('2026:01:20 09:30:00', '+00:00')?.toISOString()).toBe('2026-01-20T09:30:00.000Z');
});

it('takes nothing from a camera that never had its clock set, or writes nonsense', () => {
  const nonsense = ['0000:00:00 00:00:00', '2026:02:30 10:00:00', '1970:01:01 00:00:00', '2026:01:20 99:00:00', 7, null, 'yesterday'];

  expect(nonsense.map((each) => takenAtOf(each, 'local'))).toEqual(nonsense.map(() => null));
});

it('knows no place outside the globe, nor the zero that means unknown', () => {
  expect(placeOf(29.87, 121.54)).toEqual({ latitude: 29.87, longitude: 121.54 });
  expect([placeOf(0, 0), placeOf(91, 0), placeOf(0, 999), placeOf(Number.NaN, 1), placeOf('29', 1)]).toEqual([
    null,
    null,
    null,
    null,
    null,
  ]);
});

it('sees a page or an archive that hides in a photo', () => {
  expect(disguiseIn('\u00ff\u00d8…<ScRiPt>alert(1)</script>')).toBe('markup');
  expect(disguiseIn(`\u00ff\u00d8…PK\u0003\u0004…PK\u0005\u0006${'\0'.repeat(18)}`)).toBe('archive');
  expect(disguiseIn('\u00ff\u00d8…<svg onload=alert(1)>')).toBe('markup');
  expect(disguiseIn('\u00ff\u00d8…<html><body>…')).toBe('markup');
  expect(disguiseIn('\u00ff\u00d8 an honest photo')).toBeNull();
});

it('sees none in four bytes that stand in an honest photo by chance', () => {
  expect(disguiseIn('\u00ff\u00d8\u0091<sVg\u00a7\u0003\u00ee')).toBeNull();
  expect(disguiseIn('\u00ff\u00d8\u0091<SVG \u0003\u00ee\u0091')).toBeNull();
  expect(disguiseIn('\u00ff\u00d8PK\u0005\u0006\u00c3\u0081')).toBeNull();
});
