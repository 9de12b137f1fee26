import { noticesOfActions } from '@changming/application/actions';
import { en, zhCN } from '@changming/phrases';
import { expect, it } from 'vitest';

it('everything that actions tell of has its sentence in both languages', () => {
  const said = (words: { readonly notices: { readonly abouts: object } }) => Object.keys(words.notices.abouts);

  expect(said(zhCN)).toEqual(expect.arrayContaining([...noticesOfActions]));
  expect(said(en)).toEqual(expect.arrayContaining([...noticesOfActions]));
});
