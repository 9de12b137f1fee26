import type { Cadence } from '@changming/domain/inspections';
import type { TFunction } from 'i18next';

import type { Plan } from './plan-queries.ts';
import { hoursOf } from './look.ts';

type Words = TFunction<'inspections'>;

/** `每周一、周四 08:00–18:00`. */
export function cadenceWords(cadence: Cadence, t: Words): string {
  const hours = hoursOf(cadence).map(({ from, until }) => `${from}–${until}`);
  return [daysWords(cadence, t), ...(cadence.every === 'shift' ? [] : hours)].join(' ');
}

function daysWords(cadence: Cadence, t: Words): string {
  switch (cadence.every) {
    case 'shift':
      return cadence.shifts.map(({ shift, from, until }) => `${t(`shifts.${shift}`)} ${from}–${until}`).join('、');
    case 'week':
      return cadence.weekdays.length === 0 ? t('cadences.week') : weekdaysWords(cadence.weekdays, t);
    case 'month':
      return cadence.dayOfMonth === null ? t('cadences.month') : t('desk.plan.onDayOfMonth', { day: cadence.dayOfMonth });
    case 'dates':
      return t('desk.plan.onDates', { count: cadence.dates.length, first: cadence.dates[0] ?? '' });
    default:
      return t(`cadences.${cadence.every}`);
  }
}

function weekdaysWords(weekdays: readonly number[], t: Words): string {
  const names = [...weekdays].toSorted((a, b) => a - b).map((weekday) => weekdayWord(weekday, t));
  return t('desk.plan.onWeekdays', { days: names.join(t('desk.and')) });
}

const weekdayNames = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

/** 1 is Monday. */
export function weekdayWord(weekday: number, t: Words): string {
  return t(`desk.weekdays.${weekdayNames[weekday - 1] ?? 'sunday'}`);
}

/** Where a plan owes something, in a word. */
export function placesWords({ points, pointCount, unit }: Pick<Plan, 'points' | 'pointCount' | 'unit'>, t: Words): string {
  if (points.of === 'unit') return unit;
  return t('desk.plan.pointCount', { count: pointCount ?? 0 });
}

/** The sentence of an item in the language of the desk. */
export function itemText({ text, textEn }: { readonly text: string; readonly textEn: string | null }, language: string): string {
  return language === 'en' && textEn !== null ? textEn : text;
}

export function checklistName({ name, nameEn }: { readonly name: string; readonly nameEn: string | null }, language: string): string {
  return language === 'en' && nameEn !== null ? nameEn : name;
}
