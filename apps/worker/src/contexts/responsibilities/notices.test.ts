import { noticesOfResponsibilities } from '@changming/application/responsibilities';
import { en, zhCN } from '@changming/phrases';
import { expect, it } from 'vitest';

it('everything that responsibilities tell of has its sentence in both languages', () => {
  const said = (words: { readonly notices: { readonly abouts: object } }) => Object.keys(words.notices.abouts);

  expect(said(zhCN)).toEqual(expect.arrayContaining([...noticesOfResponsibilities]));
  expect(said(en)).toEqual(expect.arrayContaining([...noticesOfResponsibilities]));
  expect(noticesOfResponsibilities).toHaveLength(7);
});
