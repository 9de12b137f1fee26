import * as fc from 'fast-check';
import { expect, it } from 'vitest';

import { canonical, type Json } from './canonical.ts';

/** The same by the letter of RFC 8785, however slowly. */
function slowly(value: Json): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${(value as readonly Json[]).map(slowly).join(',')}]`;
  const members = Object.entries(value as Record<string, Json>).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${slowly(member)}`).join(',')}}`;
}

const { json } = fc.letrec<{ json: Json }>((tie) => ({
  json: fc.oneof(
    { maxDepth: 4 },
    fc.string({ unit: 'binary' }),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('json'), { maxLength: 4 }),
    fc.dictionary(fc.string({ unit: 'grapheme-composite', maxLength: 6 }), tie('json'), { maxKeys: 5 }),
  ),
}));

it('one value has one text: keys in order, every sign as JSON writes it, whatever was written before', () => {
  const same = fc.property(json, (value) => {
    expect(canonical(value)).toBe(slowly(value));
  });
  fc.assert(same, { numRuns: 500 });
  expect(canonical({ b: '“堆放”\n\\', a: ['\u007f', '𠮷', '\ud800'] })).toBe('{"a":["\u007f","𠮷","\\ud800"],"b":"“堆放”\\n\\\\"}');
});
