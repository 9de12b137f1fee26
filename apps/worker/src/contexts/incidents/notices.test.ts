import { noticesOfIncidents } from '@changming/application/incidents';
import { en, zhCN } from '@changming/phrases';
import { expect, it } from 'vitest';

it('everything that incidents tell of has its sentence in both languages', () => {
  const said = (words: { readonly notices: { readonly abouts: object } }) => Object.keys(words.notices.abouts);

  expect(said(zhCN)).toEqual(expect.arrayContaining([...noticesOfIncidents]));
  expect(said(en)).toEqual(expect.arrayContaining([...noticesOfIncidents]));
  expect(noticesOfIncidents).toHaveLength(24);
});
