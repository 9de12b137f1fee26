import { type Day, isDay } from '../../kernel/index.ts';
import type { TrainingCategory, TrainingLevel } from '../../training/index.ts';
import { dayFrom } from '../dates.ts';
import { type Reading, read, unread } from '../reading.ts';
import { plain } from '../text-keys.ts';

export type Held = { readonly heldOn: Day; readonly from: number | null; readonly until: number | null };

const clock = /(\d{1,2})\s?[:时点]\s?(\d{2})?/gu;

/** `2026年1月10日 下午`, `2月11日 8:30-10:30`, `2026.9.12 13：30`: the day, and the minutes of the day where they are written. */
export function heldFrom(typed: string, year: number): Reading<Held> {
  const text = plain(typed);
  const times = [...text.matchAll(clock)];
  const day = dayFrom({ text: dayIn(text.slice(0, times[0]?.index ?? text.length)), kind: 'text' }, year);
  if (!day.ok) return unread(day.code);
  if (!isDay(day.value.day)) return unread('date_unreadable');
  const [from = null, until = null] = times.map((time) => minutesOf(time, /下午|晚上/u.test(text)));
  return read({ heldOn: day.value.day, from, until: isSpan(from, until) ? until : null });
}

/** Without the words for a part of the day and the day of the week. */
function dayIn(text: string): string {
  return text
    .replace(/(上午|下午|晚上|中午|早上|全天|至|到).*$/u, '')
    .replace(/[（(].*$|周.$|星期.$/u, '')
    .trim();
}

function isSpan(from: number | null, until: number | null): boolean {
  return from !== null && until !== null && until > from;
}

function minutesOf([, hour = '', minute = '0']: RegExpExecArray, isAfternoon: boolean): number | null {
  const hours = Number(hour) + (isAfternoon && Number(hour) < 12 ? 12 : 0);
  return hours > 23 || Number(minute) > 59 ? null : hours * 60 + Number(minute);
}

const amount = /^(?:约|共)?\s?(\d{1,3}(?:\.\d)?)\s?(?:个)?\s?(课时|学时|小时|h)?$/iu;

/** Class hours, whole or half: `8课时`, `8学时`, `4`. An hour of the clock is more than a class hour, so `2小时` is reckoned. */
export function hoursFrom(typed: string): Reading<number> {
  const [, digits = '', measure = ''] = amount.exec(plain(typed)) ?? [];
  const told = Number(digits);
  if (told <= 0 || told > 200) return unread('number_unreadable');
  if (/小时|h/iu.test(measure)) return read(Math.floor((told * 60 * 2) / 45) / 2, 'training_hours_of_clock');
  return Number.isInteger(told * 2) ? read(told) : unread('number_unreadable');
}

const named: readonly (readonly [RegExp, TrainingCategory])[] = [
  [/主要负责人/u, 'principal'],
  [/安全(生产)?管理人员/u, 'safetyManager'],
  [/三级|新(员工|工人|进)|入厂/u, 'threeLevel'],
  [/转岗|调岗/u, 'transfer'],
  [/复岗|离岗|返岗/u, 'return'],
  [/四新/u, 'fourNew'],
  [/粉尘/u, 'dust'],
  [/特种作业/u, 'specialOperator'],
  [/特种设备/u, 'specialEquipment'],
  [/三违/u, 'antiViolation'],
  [/消防/u, 'fire'],
  [/应急|演练/u, 'emergency'],
  [/事故案例|案例警示|警示教育/u, 'accidentCase'],
  [/相关方|承包商|外来|外协|外包/u, 'contractorEntry'],
  [/安全(生产)?月/u, 'safetyMonth'],
  [/党委|理论学习/u, 'partyStudy'],
  [/班前会/u, 'shiftMeeting'],
];
/** Words that say only that everybody, or those of a kind of work, are taught again. */
const general = /^(全员|专项|日常|年度|再|继续|在岗|安全|其他|复)?(安全)?(生产)?(再)?(教育)?(培训|教育)?$/u;

/** 培训类别 by its own words, then by the title where they are general; null when a person must say. */
export function categoryFrom(word: string | null, title: string): TrainingCategory | null {
  const own = word === null ? null : categoryNamed(word);
  if (own !== null) return own;
  if (word !== null && !general.test(plain(word))) return null;
  return categoryNamed(title) ?? (word === null ? null : 'annual');
}

function categoryNamed(text: string): TrainingCategory | null {
  return named.find(([words]) => words.test(plain(text)))?.[1] ?? null;
}

/** 公司级、车间级、班组级, where the category has levels. */
export function levelFrom(text: string): TrainingLevel | null {
  const words = plain(text);
  if (/(公司|厂|一)级|厂部/u.test(words)) return 'company';
  if (/(车间|部门|科室|二)级/u.test(words)) return 'workshop';
  return /(班组|岗位|三)级(?!安全|教育)/u.test(words) ? 'team' : null;
}
