import { expect, it } from 'vitest';

import { maskIdentity, maskPhone } from './masks.ts';

it('hides the whole birthday of an identity number', () => {
  expect(maskIdentity('11010519491231002X')).toBe('110***********002X');
});

it('hides the middle of a phone number, whatever its length', () => {
  expect([maskPhone('13812345678'), maskPhone('051087654321')]).toEqual(['138****5678', '051****4321']);
});
