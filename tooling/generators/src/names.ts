/** What a new context is called, in each form in which its rooms say it. */
export type Names = {
  /** The context: a folder, an address, a permission, a table. */
  readonly context: string;
  /** One thing of it. */
  readonly noun: string;
  readonly zh: string;
  /** When its migration was written, `20260301T0900`. */
  readonly stamp: string;
};

/** Why these names do not do, or null. */
export function objectionToNames({ context, noun, zh }: Names, taken: readonly string[]): string | null {
  if (!/^[a-z]{3,24}$/.test(context)) return 'a context is one lower-case word, such as lanterns';
  if (!/^[a-z]{3,24}$/.test(noun)) return 'a noun is one lower-case word, such as lantern';
  if (noun === context) return 'the noun is one thing of the context: say --noun';
  if (!/^\p{Script=Han}{1,12}$/u.test(zh)) return 'say its Chinese term: --zh 灯具';
  return taken.includes(context) ? `${context} already has rooms` : null;
}

/** `text` with every placeholder filled in. */
export function filled(text: string, { context, noun, zh, stamp }: Names): string {
  return text
    .replaceAll('__context__', context)
    .replaceAll('__Plural__', capital(context))
    .replaceAll('__noun__', noun)
    .replaceAll('__Noun__', capital(noun))
    .replaceAll('__zh__', zh)
    .replaceAll('__stamp__', stamp);
}

export function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}
