import { readFileSync } from 'node:fs';

import { expect, test } from 'vitest';

import { cssVariables } from '../src/ui/css-variables.ts';

/** Without what the formatter decides: line breaks and the kind of quotes. */
const unlaid = (css) => css.replaceAll(/\s+/g, ' ').replaceAll("'", '"');

test('the style sheet says what the tokens say (node apps/web/scripts/write-tokens.mjs writes it)', () => {
  const sheet = readFileSync(new URL('../src/ui/tokens.css', import.meta.url), 'utf8');

  expect(unlaid(sheet)).toBe(unlaid(cssVariables()));
});
