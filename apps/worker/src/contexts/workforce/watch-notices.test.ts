import { noticesOfOverrides, noticesOfWatch } from '@changming/application/workforce';
import { en, zhCN } from '@changming/phrases';
import { expect, it } from 'vitest';

it('everything that the watch and overrides tell of has its sentence in both languages', () => {
  const said = (words: { readonly notices: { readonly abouts: object } }) => Object.keys(words.notices.abouts);

  expect(said(zhCN)).toEqual(expect.arrayContaining([...noticesOfWatch, ...noticesOfOverrides]));
  expect(said(en)).toEqual(expect.arrayContaining([...noticesOfWatch, ...noticesOfOverrides]));
});
