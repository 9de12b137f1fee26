import { wordsAt } from './told.ts';

/** A period of an assessment as people call it: `2026Q3` is 2026年第三季度. Whatever is no period stays as it is. */
export function periodName(words: object, code: string): string {
  const [, year, part] = /^(\d{4})(Q[1-4]|H[12]|-\d{2})?$/.exec(code) ?? [];
  if (year === undefined) return code;
  const names = wordsAt(words, 'assessments.desk.periods');
  const month = part?.startsWith('-') === true;
  const name = names[month ? 'month' : (part ?? 'year')] ?? code;
  return name.replace('{{year}}', year).replace('{{month}}', month ? String(-Number(part)) : '');
}
