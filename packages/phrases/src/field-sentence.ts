import { filledIn } from './filled-in.ts';
import type { Language } from './language.ts';
import { en, zhCN } from './languages.ts';

/** One thing that a schema found wrong with a request, as zod tells it. */
export type FieldIssue = {
  readonly code?: string | undefined;
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

/** What is wrong with a field and what to do; a sentence that the schema itself gives stays. */
export function fieldSentence(issue: FieldIssue, language: Language = 'zh-CN'): string {
  if (issue.code === 'custom') return issue.message;
  const { fields, fieldKinds } = language === 'en' ? en.request : zhCN.request;
  return filledIn(fields[nameOf(issue)], factsOf(issue, fieldKinds, language === 'en' ? ', ' : '、'));
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
  if (issue.code === 'invalid_type') return issue.message.endsWith('received undefined') ? 'missing' : 'kind';
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
