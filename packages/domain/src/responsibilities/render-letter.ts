import { type RefusalCode, refuse } from '../kernel/index.ts';

/** What a template may name: 年度、单位、职务、姓名、下达人、下达人职务、职责、签订期限. */
export const letterPlaceholders = ['year', 'unit', 'post', 'person', 'issuer', 'issuerPost', 'duties', 'signBy'] as const;
export type LetterPlaceholder = (typeof letterPlaceholders)[number];

/** Without these nobody would know who signs for what. */
const needed = ['year', 'unit', 'post', 'person', 'duties'] as const satisfies readonly LetterPlaceholder[];

const pattern = /\{(\w+)\}/gu;

/** Refuses a template that names something unknown or leaves out what a letter cannot do without. */
export function refuseTemplate(template: string): void {
  const named = [...template.matchAll(pattern)].map(([, name = '']) => name);
  const unknown = named.find((name) => !(letterPlaceholders as readonly string[]).includes(name));
  if (unknown !== undefined) no('responsibilities.placeholder_unknown', unknown);
  const missing = needed.find((name) => !named.includes(name));
  if (missing !== undefined) no('responsibilities.placeholder_missing', missing);
}

function no(code: RefusalCode, name: string): never {
  return refuse('invalid', code, { name: `{${name}}` });
}

export type LetterFacts = Readonly<Record<Exclude<LetterPlaceholder, 'duties'>, string>> & {
  readonly duties: readonly { readonly text: string; readonly standard: string | null }[];
};

/** The exact text that is issued, read and signed: lines end in LF, nothing is trimmed afterwards. */
export function renderLetter(template: string, { duties, ...facts }: LetterFacts): string {
  const listed = duties.map(({ text, standard }, at) => `${at + 1}．${text}${standard === null ? '' : `（${standard}）`}`).join('\n');
  const words: Readonly<Record<string, string>> = { ...facts, duties: listed };
  return template.replaceAll('\r\n', '\n').replaceAll(pattern, (whole, name: string) => words[name] ?? whole);
}
