import { describe, expect, it } from 'vitest';

import { createPersonInput, identityNumber, phone, responsibilityFilter, staffNo } from './inputs.ts';

describe('numbers as people type them', () => {
  it('are read without blanks, dashes and full-width signs', () => {
    expect(identityNumber.parse(' 110105 19491231 002x')).toBe('11010519491231002X');
    expect(phone.parse('１３８-1234-5678')).toBe('13812345678');
    expect(staffNo.parse(' gh-001 ')).toBe('GH-001');
  });

  it.each(['2381234567', '23812345678', '1381234567a', '138123456789'])('%s is no phone', (number) => {
    expect(phone.safeParse(number).success).toBe(false);
  });

  it('never come back in the error', () => {
    const wanted = {
      name: '王芳',
      unitId: '0198c0de-0000-7000-8000-000000000001',
      identityNumber: '110105194912310021',
      phone: '23812345678',
    };

    const { error } = createPersonInput.safeParse(wanted);

    expect(error?.issues).toHaveLength(2);
    expect(JSON.stringify(error)).not.toMatch(/194912|2381234/);
  });
});

it('responsibility is asked of a place, at one time', () => {
  expect(responsibilityFilter.safeParse({}).success).toBe(false);
  const unitId = '0198c0de-0000-7000-8000-000000000001';
  expect(responsibilityFilter.safeParse({ unitId, at: '2026-03-12T02:00:00+08:00', on: '2026-03-12' }).success).toBe(false);
});
