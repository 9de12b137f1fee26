export const locales = ['zh-CN', 'en'] as const;
export type Locale = (typeof locales)[number];

const place = 'cm.locale';

export function isLocale(value: unknown): value is Locale {
  return locales.some((locale) => locale === value);
}

/** The language chosen on this device, or null when nobody chose one. */
export function chosenLocale(): Locale | null {
  const stored = localStorage.getItem(place);
  return isLocale(stored) ? stored : null;
}

export function rememberLocale(locale: Locale): void {
  localStorage.setItem(place, locale);
}
