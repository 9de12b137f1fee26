import { en, type Language, zhCN } from '@changming/phrases';

export type Made = { readonly language: Language; readonly madeAt: Date };

/** Every word of the language. Both have the same shape. */
export function wordsIn(language: Language) {
  return (language === 'en' ? en : zhCN) as typeof zhCN;
}

const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' });

/** `2026-01-20 08:30` in Shanghai. */
export function timeWritten(at: Date | null): string | null {
  return at === null ? null : clock.format(at);
}
