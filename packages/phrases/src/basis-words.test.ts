import { describe, expect, it } from 'vitest';

import { basisWords } from './basis-words.ts';

describe('the basis of a hazard', () => {
  it.each([
    ['FL-28', '消防法第28条'],
    ['O61-31-4', '公安部令第61号第31条第4项'],
    ['GBT13869-5.1.1', 'GB/T 13869 第5.1.1条'],
    ['XF1131-6.8', 'XF 1131-2014 第6.8条'],
    ['WT10-13-2', '应急管理部令第10号第13条第2项'],
    ['HJ2025-5.6', 'HJ 2025 第5.6条'],
    ['AQSCF-42', '安全生产法第42条'],
    ['SPL-42', '安全生产法第42条'],
    ['GB50974-14', 'GB 50974 第14章'],
  ])('%s is written %s', (code, words) => {
    expect(basisWords(code)).toBe(words);
  });

  it('is written in English without a gap', () => {
    expect(['GB50974-14.0.4', 'XF1131-8', 'O61-31-4'].map((code) => basisWords(code, 'en'))).toEqual([
      'GB 50974 art. 14.0.4',
      'XF 1131-2014 ch. 8',
      'MPS Order 61 art. 31 (4)',
    ]);
  });

  it('stays as people wrote it when it is no code', () => {
    expect(['公司设备管理制度', 'GB/T 33000-2025', '安全生产法（2021年修正）第二十一条第一项'].map((each) => basisWords(each))).toEqual([
      '公司设备管理制度',
      'GB/T 33000-2025',
      '安全生产法（2021年修正）第二十一条第一项',
    ]);
  });
});
