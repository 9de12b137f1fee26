import { useSyncExternalStore } from 'react';

import { chosenLocale, type Locale, rememberLocale } from '../api/locale.ts';

/** The phone's own reader of phrases: the library of the desk would be a tenth of what the phone may load. */
type Phrases = { readonly [key: string]: string | Phrases };
type Keys<Words> = { [Key in keyof Words & string]: Words[Key] extends string ? Key : `${Key}.${Keys<Words[Key]>}` }[keyof Words & string];
export type Translate<Words> = (key: Keys<Words>, values?: Readonly<Record<string, string | number>>) => string;

let locale: Locale = chosenLocale() ?? 'zh-CN';
const listeners = new Set<() => void>();

export function speak(next: Locale): void {
  locale = next;
  rememberLocale(next);
  document.documentElement.lang = next;
  for (const listener of listeners) listener();
}

export function useLocale(): Locale {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => locale,
  );
}

/** A hook for one namespace: `const useWords = wordsOf({ 'zh-CN': zh, en })`, then `useWords()('phone.report')`. */
export function wordsOf<Words extends object>(phrases: Readonly<Record<Locale, Words>>): () => Translate<Words> {
  return () => {
    const words = phrases[useLocale()] as unknown as Phrases;
    return (key, values = {}) => sentence(words, key, values);
  };
}

/** `{{name}}` is replaced by the value of that name; a key without a sentence shows itself. */
export function sentence(words: Phrases, key: string, values: Readonly<Record<string, string | number>>): string {
  const found = key.split('.').reduce<string | Phrases | undefined>((at, step) => (typeof at === 'object' ? at[step] : undefined), words);
  if (typeof found !== 'string') return key;
  return found.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''));
}
