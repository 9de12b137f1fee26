import { expect, test } from 'vitest';

import { innerAddress } from './inner-address.ts';

test.each(['/', '/hazards?unit=3', '/account/sessions'])('after signing in one may go to %s', (address) => {
  expect(innerAddress(address)).toBe(true);
});

test.each(['https://example.com', '//example.com', '/\\example.com', '/\t/example.com', 'javascript:alert(1)', '/sign-in?from=%2F'])(
  'after signing in nobody is sent to %s',
  (address) => {
    expect(innerAddress(address)).toBe(false);
  },
);
