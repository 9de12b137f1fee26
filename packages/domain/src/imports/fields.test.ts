import { describe, expect, it } from 'vitest';

import { fireKind } from './equipment/fire-fields.ts';
import { specialKind } from './equipment/special-fields.ts';
import type { Kind } from './fields.ts';
import { hazardsKind } from './hazards/hazard-fields.ts';
import { pointsKind } from './points/point-fields.ts';
import { risksKind } from './risks/risk-fields.ts';
import { matchKey } from './text-keys.ts';
import { workforceKind } from './workforce/person-fields.ts';

const kinds: readonly Pick<Kind<string>, 'name' | 'fields'>[] = [workforceKind, pointsKind, hazardsKind, specialKind, fireKind, risksKind];

describe.each(kinds.map((kind) => [kind.name, kind] as const))('the days of %s', (_, { fields }) => {
  const holders = (word: string) =>
    fields.filter(({ synonyms }) => synonyms.map(matchKey).includes(matchKey(word))).map(({ name }) => name);
  const words = fields.flatMap(({ name, synonyms }) => synonyms.filter((word) => /.(日期|时间)$/u.test(word)).map((word) => [name, word]));

  it('are known by 日期 and by 时间, each word in one field alone', () => {
    const missing = words.filter(([name = '', word = '']) => {
      const stem = word.replace(/(日期|时间)$/u, '');
      return ['日期', '时间'].some((end) => holders(`${stem}${end}`).join() !== name);
    });

    expect(words.length).toBeGreaterThan(0);
    expect(missing).toEqual([]);
  });
});

it('a roster tells when somebody came by 到岗时间', () => {
  expect(workforceKind.fields.find(({ synonyms }) => synonyms.includes('到岗时间'))?.name).toBe('hiredOn');
});
