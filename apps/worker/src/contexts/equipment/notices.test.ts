import { noticesOfEquipment } from '@changming/application/equipment';
import { en, zhCN } from '@changming/phrases';
import { expect, it } from 'vitest';

it('everything that equipment tells of has its sentence in both languages', () => {
  const said = (words: { readonly notices: { readonly abouts: object } }) => Object.keys(words.notices.abouts);

  expect(said(zhCN)).toEqual(expect.arrayContaining([...noticesOfEquipment]));
  expect(said(en)).toEqual(expect.arrayContaining([...noticesOfEquipment]));
  expect(noticesOfEquipment).toHaveLength(10);
});
