import { describe, expect, it } from 'vitest';

import { afterQuietHours, nextTry } from './timing.ts';

const quiet = { from: '22:00', to: '07:00' };
const shanghai = (text: string) => new Date(`${text}:00+08:00`);

describe('quiet hours', () => {
  it('put off what falls into them until they end, over midnight too', () => {
    expect(afterQuietHours(shanghai('2026-03-05T21:59'), quiet)).toEqual(shanghai('2026-03-05T21:59'));
    expect(afterQuietHours(shanghai('2026-03-05T22:00'), quiet)).toEqual(shanghai('2026-03-06T07:00'));
    expect(afterQuietHours(shanghai('2026-03-06T06:59'), quiet)).toEqual(shanghai('2026-03-06T07:00'));
    expect(afterQuietHours(shanghai('2026-03-06T07:00'), quiet)).toEqual(shanghai('2026-03-06T07:00'));
    expect(afterQuietHours(shanghai('2026-03-06T13:00'), { from: '12:30', to: '13:30' })).toEqual(shanghai('2026-03-06T13:30'));
  });
});

it('a mail is tried with growing pauses and given up at the tenth failure', () => {
  const now = new Date('2026-03-05T00:00:00Z');

  expect(nextTry(1, now)).toEqual(new Date('2026-03-05T00:02:00Z'));
  expect(nextTry(9, now)).toEqual(new Date('2026-03-05T04:16:00Z'));
  expect(nextTry(10, now)).toBeNull();
});
