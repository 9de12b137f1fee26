import { en, zhCN } from './languages.ts';

export type Language = 'zh-CN' | 'en';

type Sentences = Readonly<Record<string, string>>;

const languages: Readonly<Record<Language, object>> = { 'zh-CN': zhCN, en };
const fallback: Readonly<Record<Language, string>> = { 'zh-CN': '操作未被允许', en: 'This is not allowed' };
const collected = new Map<Language, Sentences>();

/** The refusals of all namespaces of one language together: a code names its context, so none meets another. */
function refusalsIn(language: Language): Sentences {
  const known = collected.get(language);
  if (known !== undefined) return known;
  const namespaces = Object.values(languages[language]) as readonly { readonly refusals?: Sentences }[];
  const all = Object.assign({}, ...namespaces.map((namespace) => namespace.refusals ?? {})) as Sentences;
  collected.set(language, all);
  return all;
}

/** The sentence of a refusal code, its `{facts}` filled in. */
export function sentenceFor(code: string, facts: Readonly<Record<string, string | number>> = {}, language: Language = 'zh-CN'): string {
  const sentence = refusalsIn(language)[code] ?? fallback[language];
  return filledIn(sentence, facts);
}

/** A sentence with its `{facts}`; what nobody knows is left out. */
export function filledIn(sentence: string, facts: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? ''));
}
