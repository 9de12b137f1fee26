export type Facts = Readonly<Record<string, string | number>>;

/** A sentence with its `{facts}`; what nobody knows is left out. */
export function filledIn(sentence: string, facts: Facts): string {
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? ''));
}
