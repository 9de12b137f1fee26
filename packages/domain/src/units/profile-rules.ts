import { industries, type Industry } from './industries.ts';
import { isIndustry } from './inputs.ts';
import { isProvince, provinces } from './provinces.ts';
import type { UnitFlag } from './unit.ts';

/** What stood there before the tables were known may stay: only what is new must be a province. */
export function mayBeProvince(province: string | null, before: string | null): boolean {
  return province === null || province === before || isProvince(province);
}

/** The same of an industry, in letters of either case. */
export function mayBeIndustry(industry: string | null, before: string | null): boolean {
  return industry === null || industry === before || isIndustry(industry.toUpperCase());
}

type Told = { readonly flags: readonly UnitFlag[]; readonly dustAssessment?: string | null | undefined };

/** 粉尘涉爆 may be set only with the assessment that found it (应急管理部令第6号第三条); a unit that has the flag keeps it. */
export function lacksDustAssessment({ flags, dustAssessment }: Told, before: readonly UnitFlag[]): boolean {
  const isSet = flags.includes('hasCombustibleDust') && !before.includes('hasCombustibleDust');
  return isSet && (dustAssessment ?? null) === null;
}

const names = Object.entries(provinces);

/** The full name of a province that is written in full or for short; null for anything else. */
export function provinceCalled(name: string): string | null {
  return names.find((called) => called.includes(name))?.[0] ?? null;
}

/** As many as are read at a glance. */
const most = 5;

/** The provinces that a wrong one is most like, by its characters; none when it is like none. */
export function provincesLike(text: string): readonly string[] {
  const written = text.replace(/[省市区]|自治|特别行政/gu, '');
  return likest(names, ([, short]) => likeness(written, short)).map(([full]) => full);
}

/** The divisions that a wrong industry is most like: by the digits of a code, or by the characters of its name. */
export function industriesLike(text: string): readonly Industry[] {
  const digits = /\d{2}/u.exec(text)?.[0];
  if (digits !== undefined) return industries.filter(({ code }) => code.endsWith(digits));
  const written = text.replace(/[业、，\s]|行业|制造|加工|生产/gu, '');
  return likest(industries, ({ name }) => likeness(written, name.replace(/[业、]|制造|加工|生产/gu, '')));
}

/** The share of the shorter one's characters that both have, and of the longer one's, so that the shortest name wins. */
function likeness(one: string, other: string): number {
  const characters = new Set(other);
  const shared = new Set(Array.from(one).filter((each) => characters.has(each))).size;
  return shared === 0 ? 0 : shared / Math.min(one.length, other.length) + shared / Math.max(one.length, other.length);
}

function likest<Item>(items: readonly Item[], likenessOf: (item: Item) => number): readonly Item[] {
  const scored = items.map((item) => ({ item, likeness: likenessOf(item) })).filter((each) => each.likeness >= 0.5);
  const best = Math.max(...scored.map((each) => each.likeness), 0);
  return scored
    .filter((each) => each.likeness >= best * 0.8)
    .toSorted((a, b) => b.likeness - a.likeness)
    .slice(0, most)
    .map(({ item }) => item);
}
