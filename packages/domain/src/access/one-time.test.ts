import { describe, expect, it } from 'vitest';

import { oneTimePassword, pinFaults } from './one-time.ts';

describe('a one-time password', () => {
  it('has twelve signs that nobody takes for one another, each drawn evenly', () => {
    const every = Uint8Array.from({ length: 256 }, (_, at) => at);

    const drawn = oneTimePassword(every);

    expect(drawn).toMatch(/^[A-HJKMNP-TV-Z2-9]{4}-[A-HJKMNP-TV-Z2-9]{4}-[A-HJKMNP-TV-Z2-9]{4}$/);
  });

  it('is not made of too little randomness', () => {
    expect(() => oneTimePassword(new Uint8Array(11))).toThrow('too few random bytes');
    expect(() => oneTimePassword(new Uint8Array(64).fill(255))).toThrow('too few random bytes');
  });
});

describe('a PIN', () => {
  it('is not one of those that are tried first', () => {
    for (const pin of ['000000', '123456', '654321', '121212', '123123', '543210']) expect(pinFaults(pin, null)).toEqual(['too_common']);
    expect(pinFaults('110023', 'GH110023')).toEqual(['too_common']);
    expect(pinFaults('802615', 'GH110023')).toEqual([]);
  });
});
