import { type Facts, filledIn } from './filled-in.ts';
import type { Language } from './language.ts';
import { periodName } from './period-name.ts';

type Sentences = Readonly<Record<string, string>>;

/** One language, all its namespaces. */
export type Spoken = { readonly language: Language; readonly words: object };

const fallback: Readonly<Record<Language, string>> = { 'zh-CN': '操作未被允许', en: 'This is not allowed' };
const collected = new WeakMap<object, Sentences>();

/** The sentence of a refusal code in one language, its `{facts}` filled in. */
export function refusalSentence({ language, words }: Spoken, code: string, facts: Facts): string {
  return filledIn(refusalsOf(words)[code] ?? fallback[language], inWords(words, facts));
}

/** A period goes by its name. */
function inWords(words: object, facts: Facts): Facts {
  const { period } = facts;
  return typeof period === 'string' ? { ...facts, period: periodName(words, period) } : facts;
}

/** The refusals of all namespaces together: a code names its context, so none meets another. */
function refusalsOf(words: object): Sentences {
  const known = collected.get(words);
  if (known !== undefined) return known;
  const namespaces = Object.values(words) as readonly { readonly refusals?: Sentences }[];
  const all = Object.assign({}, ...namespaces.map((namespace) => namespace.refusals ?? {})) as Sentences;
  collected.set(words, all);
  return all;
}
