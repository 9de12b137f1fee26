import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';

import { chosenLocale, type Locale, rememberLocale } from '../api/locale.ts';
import { NetworkError } from '../api/problem-error.ts';

/** A page loads the language that it is read in, and the other one when somebody switches to it. */
const languages: Readonly<Record<Locale, () => Promise<object>>> = {
  'zh-CN': () => import('@changming/phrases/chinese'),
  en: () => import('@changming/phrases/english'),
};

let wanted: Locale = chosenLocale() ?? 'zh-CN';

/** Makes every sentence of the chosen language available, else of Chinese; nothing is shown before. */
export async function startI18n(): Promise<void> {
  document.documentElement.lang = wanted;
  await i18next.use(initReactI18next).init({
    resources: { [wanted]: { ...(await languages[wanted]()) } },
    lng: wanted,
    fallbackLng: 'zh-CN',
    defaultNS: 'shell',
    initAsync: false,
    interpolation: { escapeValue: false },
  });
}

/**
 * Answers of the API follow, because `call` sends the language of the document. Who has chosen another one meanwhile keeps that.
 * @throws NetworkError when the words cannot be fetched; the page stays in its language
 */
export async function changeLocale(locale: Locale): Promise<void> {
  wanted = locale;
  const words = await languages[locale]().catch((cause: unknown) => {
    throw new NetworkError('the words were not reached', { cause });
  });
  if (wanted !== locale) return;
  for (const [namespace, sentences] of Object.entries(words)) i18next.addResourceBundle(locale, namespace, sentences);
  rememberLocale(locale);
  document.documentElement.lang = locale;
  await i18next.changeLanguage(locale);
}
