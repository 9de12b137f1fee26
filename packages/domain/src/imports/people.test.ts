import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { countFrom, markFrom } from './numbers.ts';
import { checkCharacter, sexOf } from '../workforce/index.ts';
import { identityFrom, nameFrom, namesFrom, phoneFrom, staffNoFrom, titleInBrackets } from './people.ts';
import { asText, type Reading, type Written } from './reading.ts';

const told = <Value>(found: Reading<Value>) => (found.ok ? found.value : found.code);
const each = <Value>(parse: (cell: Written) => Reading<Value>, texts: readonly string[]) => texts.map((text) => told(parse(asText(text))));

describe('a name', () => {
  it('loses layout blanks, invisible characters, titles and stray marks', () => {
    expect(each(nameFrom, ['马\u3000芳', '黄  霞', '马\u200b芳', '赵倩（厂长）', '李明、', '阿依古丽•买买提', 'John  Li'])).toEqual([
      '马芳',
      '黄霞',
      '马芳',
      '赵倩',
      '李明',
      '阿依古丽·买买提',
      'John Li',
    ]);
    expect(titleInBrackets('郭晶霞（厂长）')).toBe('厂长');
  });

  it('is refused when it is none', () => {
    expect(each(nameFrom, ['', '  ', '12', '－'])).toEqual(['name_missing', 'name_missing', 'name_unreadable', 'name_unreadable']);
  });

  it('stands beside others in one cell', () => {
    expect(
      each(namesFrom, ['曾荣敏 宋娜玉', '谢娟蕾/许军', '罗强、马瑞', '谢娟蕾\n许军', '赵\u3000倩（厂长）', '郭娟\n陈\u3000艳']),
    ).toEqual([['曾荣敏', '宋娜玉'], ['谢娟蕾', '许军'], ['罗强', '马瑞'], ['谢娟蕾', '许军'], ['赵倩'], ['郭娟', '陈艳']]);
  });
});

it('reads phones whatever stands between the digits, and refuses ten digits', () => {
  expect(each(phoneFrom, ['124 3890 4332', '129-7239-1936', '12679407500', '+86 12679407500', '１２６７９４０７５００'])).toEqual([
    '12438904332',
    '12972391936',
    '12679407500',
    '12679407500',
    '12679407500',
  ]);
  expect(each(phoneFrom, ['1283658804', '同上', '', '126794075001'])).toEqual(Array.from({ length: 4 }, () => 'phone_unreadable'));
});

describe('an identity number', () => {
  it('is read full width, in lower case, with blanks or an apostrophe', () => {
    expect(
      each(identityFrom, ['99000019980709896x', "'990000198812313607", ' 990000200301034550 ', '９９００００１９７５０２０８５２７Ｘ']),
    ).toEqual(['99000019980709896X', '990000198812313607', '990000200301034550', '99000019750208527X']);
  });

  it('is refused with a wrong check character, a missing digit, an impossible birthday', () => {
    expect(each(identityFrom, ['990000197910102405', '99000019820912565', '990000198202308615', '无'])).toEqual([
      'identity_check_digit',
      'identity_length',
      'identity_birthday',
      'identity_unreadable',
    ]);
  });

  it('stored as a number has lost its last digits', () => {
    expect(told(identityFrom({ text: '990000197108102000', kind: 'number', number: 990_000_197_108_102_000 }))).toBe(
      'identity_lost_digits',
    );
  });

  it('notices any one changed digit and any two neighbours exchanged', () => {
    fc.assert(
      fc.property(fc.nat({ max: 16 }), fc.integer({ min: 1, max: 9 }), fc.nat({ max: 998 }), (place, by, order) => {
        const first = `99000019850615${String(order).padStart(3, '0')}`;
        const changed = Array.from(first)
          .map((digit, n) => (n === place ? String((Number(digit) + by) % 10) : digit))
          .join('');
        expect(checkCharacter(changed)).not.toBe(checkCharacter(first));
      }),
    );
  });

  it('tells the sex', () => {
    expect([sexOf('990000197910102405'), sexOf('990000198812313617')]).toEqual(['female', 'male']);
  });
});

it('reads counts and marks', () => {
  expect(each(countFrom, ['23', '２３', '207人', '1,200', '约8', '8-10', '很多', '-3', '1.5'])).toEqual([
    23,
    23,
    207,
    1200,
    8,
    'number_unreadable',
    'number_unreadable',
    'number_unreadable',
    'number_unreadable',
  ]);
  expect(countFrom(asText('约8'))).toMatchObject({ warning: 'number_approximate' });
  expect(each(markFrom, ['√', '✓', '是', '有', '×', '－', '无', '否', '○', '部分'])).toEqual([
    true,
    true,
    true,
    true,
    false,
    false,
    false,
    false,
    'mark_unreadable',
    'mark_unreadable',
  ]);
  expect(each(staffNoFrom, ['LZ00028 ', 'ｌｚ00028', '张三'])).toEqual(['LZ00028', 'LZ00028', 'staff_no_unreadable']);
});

it('answers any text', () => {
  const anything = fc.oneof(fc.string({ unit: 'binary', maxLength: 40 }), fc.string({ unit: 'grapheme', maxLength: 40 }));
  fc.assert(
    fc.property(anything, fc.constantFrom('text', 'number', 'date', 'boolean', 'error'), (text, kind) => {
      for (const parse of [nameFrom, namesFrom, phoneFrom, identityFrom, staffNoFrom, countFrom, markFrom]) {
        expect(typeof parse({ text, kind }).ok).toBe('boolean');
      }
    }),
  );
});
