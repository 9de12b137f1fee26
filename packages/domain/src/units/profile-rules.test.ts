import { expect, it } from 'vitest';

import { industries } from './industries.ts';
import { isIndustry } from './inputs.ts';
import { industriesLike, mayBeIndustry, mayBeProvince, provinceCalled, provincesLike } from './profile-rules.ts';
import { provinces } from './provinces.ts';

it('calls a province by its full name, written in full or for short', () => {
  expect(['江苏', '江苏省', '内蒙古'].map(provinceCalled)).toEqual(['江苏省', '江苏省', '内蒙古自治区']);
  expect(provinceCalled('火星省')).toBeNull();
});

it.each([
  ['苏省', ['江苏省']],
  ['内蒙', ['内蒙古自治区']],
  ['黑龙江生', ['黑龙江省']],
  ['江苏省南通市', ['江苏省']],
  ['宁厦', ['辽宁省', '宁夏回族自治区']],
  ['火星省', []],
  ['', []],
])('the province %s is most like %j', (text, nearest) => {
  expect(provincesLike(text)).toEqual(nearest);
});

it.each([
  ['服装', ['C18']],
  ['制鞋业', ['C19']],
  ['纺织服装、服饰业', ['C18']],
  ['家纺', ['C17', 'C21']],
  ['C18110', ['C18']],
  ['U12', ['B12']],
  ['ZZ99', []],
  ['随便', []],
])('the industry %s is most like %j', (text, nearest) => {
  expect(industriesLike(text).map(({ code }) => code)).toEqual(nearest);
});

it('has the 97 divisions, each a code that may be entered', () => {
  expect(industries).toHaveLength(97);
  expect(industries.every(({ code }) => isIndustry(code))).toBe(true);
  expect(industries.filter(({ code }) => ['C17', 'C43', 'D44', 'S91', 'T97'].includes(code)).map(({ name }) => name)).toEqual([
    '纺织业',
    '金属制品、机械和设备修理业',
    '电力、热力生产和供应业',
    '中国共产党机关',
    '国际组织',
  ]);
});

it('lets stand what stood there before the tables were known', () => {
  expect([mayBeProvince('东岚省', '东岚省'), mayBeProvince('东岚省', null), mayBeProvince(null, null)]).toEqual([true, false, true]);
  expect([mayBeIndustry('服装', '服装'), mayBeIndustry('服装', 'C18'), mayBeIndustry('c18', null)]).toEqual([true, false, true]);
  expect(Object.keys(provinces).every((name) => mayBeProvince(name, null))).toBe(true);
});
