import { filledIn } from './filled-in.ts';
import type { Language } from './language.ts';
import { en, zhCN } from './languages.ts';

/** One thing that a schema found wrong with a request, as zod tells it. */
export type FieldIssue = {
  readonly code?: string | undefined;
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly origin?: unknown;
  readonly format?: unknown;
  readonly expected?: unknown;
  readonly minimum?: unknown;
  readonly maximum?: unknown;
  readonly values?: readonly unknown[];
  readonly keys?: readonly string[];
};

type Name = keyof typeof zhCN.request.fields;

/** What is wrong with a field of what was given and what to do; a sentence that the schema itself gives stays. */
export function fieldSentence(issue: FieldIssue, given: unknown, language: Language = 'zh-CN'): string {
  if (issue.code === 'custom' || (language !== 'en' && saysItsForm(issue))) return issue.message;
  const { fields, fieldKinds } = language === 'en' ? en.request : zhCN.request;
  const name = isMissing(given, issue.path) ? 'missing' : nameOf(issue);
  return filledIn(fields[name], factsOf(issue, fieldKinds, language === 'en' ? ', ' : '、'));
}

/** Whether a schema of ours says which form it wants; what zod says of a pattern by itself is English. */
function saysItsForm({ code, format, message }: FieldIssue): boolean {
  return code === 'invalid_format' && format === 'regex' && /\p{Script=Han}/u.test(message);
}

/** Whether nothing was given there. What is read out of a text, as a cursor is, was given with the text. */
function isMissing(given: unknown, [key, ...below]: readonly PropertyKey[]): boolean {
  if (given === undefined) return true;
  if (key === undefined || given === null || typeof given !== 'object') return false;
  return isMissing(Object.getOwnPropertyDescriptor(given, key)?.value, below);
}

function factsOf(
  { expected, values = [], minimum, maximum, keys = [] }: FieldIssue,
  kinds: Readonly<Record<string, string>>,
  comma: string,
) {
  return {
    expected: kinds[String(expected)] ?? String(expected),
    options: values.join(comma),
    least: String(minimum),
    most: String(maximum),
    keys: keys.join(comma),
  };
}

function nameOf(issue: FieldIssue): Name {
  if (issue.code === 'invalid_type') return 'kind';
  if (issue.code === 'invalid_value') return 'option';
  if (issue.code === 'unrecognized_keys') return 'stray';
  if (issue.code === 'too_small') return measured(issue, { string: 'short', array: 'few' }, 'small');
  if (issue.code === 'too_big') return measured(issue, { string: 'long', array: 'many' }, 'large');
  return issue.code === 'invalid_format' ? formOf(issue) : 'other';
}

function measured({ origin }: FieldIssue, byOrigin: Readonly<Record<string, Name>>, otherwise: Name): Name {
  return byOrigin[String(origin)] ?? otherwise;
}

const forms: Readonly<Record<string, Name>> = { date: 'day', datetime: 'instant', uuid: 'id', guid: 'id' };

function formOf({ format }: FieldIssue): Name {
  return forms[String(format)] ?? 'form';
}
