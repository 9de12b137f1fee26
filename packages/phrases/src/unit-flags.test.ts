import { type UnitField, unitsKind } from '@changming/domain/imports';
import { expect, test } from 'vitest';

import { flags as flagsEn } from './en/units/flags.ts';
import { unitFields as fieldsEn } from './en/imports/fields.ts';
import { unitFields } from './zh-CN/imports/fields.ts';
import { flags } from './zh-CN/units/flags.ts';

const shown = (field: UnitField) => [fieldsEn[field].toLowerCase(), unitFields[field]];
const flagged = unitsKind.fields.filter(({ name }) => Object.values<string>(flags).includes(unitFields[name]));

test('an import calls a flag of a unit what its page calls it, and reads that name first among the others', () => {
  expect(flagged.map(({ name }) => unitFields[name]).toSorted()).toEqual(Object.values(flags).toSorted());
  expect(flagged.map(({ name }) => fieldsEn[name]).toSorted()).toEqual(Object.values(flagsEn).toSorted());
  expect(flagged.map(({ synonyms }) => synonyms.slice(0, 2))).toEqual(flagged.map(({ name }) => shown(name)));
});

test('the name of the law is the one name; the short one of many ledgers is read as well', () => {
  const fire = unitsKind.fields.find(({ name }) => name === 'fireKeyUnit');

  expect([flags.isFireKeyUnit, unitFields.fireKeyUnit]).toEqual(['消防安全重点单位', '消防安全重点单位']);
  expect(fire?.synonyms).toContain('消防重点单位');
});
