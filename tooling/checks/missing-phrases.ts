type Node = string | { readonly [key: string]: unknown };

/** Keys of `reference` that `other` lacks, leaves empty, or whose `{facts}` differ; and keys that only `other` has. One line each. */
export function missingPhrases(reference: object, other: object, language: string): string[] {
  const wanted = sentencesIn(reference);
  const given = sentencesIn(other);
  const lacking = [...wanted].flatMap(([key, sentence]) =>
    objectionTo(sentence, given.get(key)).map((why) => `${key}: ${why} in ${language}`),
  );
  const extra = [...given.keys()].filter((key) => !wanted.has(key)).map((key) => `${key}: only in ${language}`);
  return [...lacking, ...extra];
}

function objectionTo(sentence: string, translated: string | undefined): string[] {
  if (translated === undefined) return ['missing'];
  if (translated.trim() === '' || sentence.trim() === '') return ['empty'];
  return String(factsIn(sentence)) === String(factsIn(translated)) ? [] : ['other facts'];
}

function factsIn(sentence: string): string[] {
  return [...new Set([...sentence.matchAll(/\{+(\w+)[^}]*\}+/g)].map(([, name = '']) => name))].toSorted();
}

/** `units.refusals.units.not_found` → the sentence. Plural forms of i18next (`_one`, `_other`) count as one key. */
function sentencesIn(node: unknown, path = ''): Map<string, string> {
  if (typeof node === 'string') return new Map([[path.replace(/_(one|other)$/, ''), node]]);
  const entries = Object.entries((node ?? {}) as Exclude<Node, string>);
  return new Map(entries.flatMap(([key, value]) => [...sentencesIn(value, path === '' ? key : `${path}.${key}`)]));
}
