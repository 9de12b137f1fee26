import { en, zhCN } from '@changming/phrases';
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';

import { chosenLocale, type Locale, rememberLocale } from '../api/locale.ts';

/** Makes every sentence available before the first page; the language is the chosen one, else Chinese. */
export function startI18n(): void {
  const locale = chosenLocale() ?? 'zh-CN';
  document.documentElement.lang = locale;
  void i18next.use(initReactI18next).init({
    resources: { 'zh-CN': zhCN, en },
    lng: locale,
    fallbackLng: 'zh-CN',
    defaultNS: 'shell',
    initAsync: false,
    interpolation: { escapeValue: false },
  });
}

/** Answers of the API follow, because `call` sends the language of the document. */
export async function changeLocale(locale: Locale): Promise<void> {
  rememberLocale(locale);
  document.documentElement.lang = locale;
  await i18next.changeLanguage(locale);
}
