import { toldCodes } from './told-codes.ts';

/** The words of one language, all its namespaces. */
type Spoken = object;
type Words = Readonly<Record<string, string>>;

/** What a field is called where the trail shows a change; undefined where it has no words. What a verb or a context means by it goes first. */
export function toldField(spoken: Spoken, verb: string, field: string): string | undefined {
  const fields = wordsAt(spoken, 'audit.desk.fields');
  const named = keysOf(verb, field)
    .map((key) => fields[key])
    .find((word) => word !== undefined);
  return named ?? (everyField(verb) in toldCodes ? field : undefined);
}

/** The words of a code that stands in a field of a change; undefined for what is no code or has no words. */
export function toldCode(
  spoken: Spoken,
  { verb, field }: { readonly verb: string; readonly field: string },
  code: string,
): string | undefined {
  return pathsOf(verb, field)
    .map((path) => titleOf(wordsAt(spoken, path)[code]))
    .find((word) => word !== undefined);
}

/** A word, or the title of what has more words than one. */
function titleOf(words: string | { readonly title?: string } | undefined): string | undefined {
  return typeof words === 'object' ? words.title : words;
}

/** Where the words of the codes of a field stand; empty for a field of free text. */
export function pathsOf(verb: string, field: string): readonly string[] {
  const known: Readonly<Record<string, string | readonly string[]>> = toldCodes;
  return [[...keysOf(verb, field), everyField(verb)].map((key) => known[key]).find((paths) => paths !== undefined) ?? []].flat();
}

function keysOf(verb: string, field: string): string[] {
  return [`${verb}_${field}`, `${verb.slice(0, verb.indexOf('.'))}_${field}`, field];
}

/** For acts whose changes are told by the names of people: each of their fields holds the same codes. */
function everyField(verb: string): string {
  return `${verb}_*`;
}

/** The sentences at `namespace.a.b`, none where nothing stands there. */
export function wordsAt(spoken: Spoken, path: string): Words {
  const found = path.split('.').reduce<unknown>((node, name) => (node as Readonly<Record<string, unknown>> | undefined)?.[name], spoken);
  return (found ?? {}) as Words;
}
