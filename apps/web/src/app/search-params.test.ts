import { expect, test } from 'vitest';
import { z } from 'zod';

import { flag, many, parseSearch, searchOf, stringifySearch } from './search-params.ts';

test('a filter in the address reads as it was written', () => {
  const address = stringifySearch({ stage: ['reported', 'closed'], unit: '三车间', within: true, after: undefined, text: '' });

  expect(address).toBe('?stage=reported&stage=closed&unit=%E4%B8%89%E8%BD%A6%E9%97%B4&within=true');
  expect(parseSearch(address)).toEqual({ stage: ['reported', 'closed'], unit: '三车间', within: 'true' });
});

test('a code of digits stays a text', () => {
  expect(parseSearch('?code=0012')).toEqual({ code: '0012' });
});

test('a page without conditions has a bare address', () => {
  expect(stringifySearch({ stage: undefined })).toBe('');
});

test('a parameter that makes no sense is dropped and the others stay', () => {
  const search = searchOf({ stage: many(z.enum(['reported', 'closed'])), within: flag, size: z.coerce.number().int() });

  expect(search.parse({ stage: 'closed', within: 'maybe', size: '20', more: 'x' })).toEqual({ stage: ['closed'], size: 20 });
});
