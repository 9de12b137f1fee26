import { describe, expect, it } from 'vitest';

import { unitCode } from './inputs.ts';

describe('the code of a unit', () => {
  it('is read in plain letters and digits, however an input method left them', () => {
    expect([' Ｄ０１－２．ａ ', 'D01-2.a'].map((typed) => unitCode.parse(typed))).toEqual(['D01-2.a', 'D01-2.a']);
  });

  it('takes nothing else, and says what it takes', () => {
    for (const typed of ['东一', '-D1', 'D 1', 'D'.repeat(33)])
      expect(unitCode.safeParse(typed).error?.issues[0]).toMatchObject({
        code: 'custom',
        message: expect.stringContaining('单位代码') as string,
      });
  });
});
