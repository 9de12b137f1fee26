import { withoutLongNumbers } from './long-numbers.ts';

/** What a file may tell of a record that no table of the product holds: it stays with the import, at the row it stood in. */
const keptFields: Readonly<Record<string, readonly string[]>> = {
  units: ['leader'],
  workforce: ['post', 'remark'],
};

/** Those of the fields that a sheet tells which stay with the import. 岗位 does so only beside 职务: else it is what a person works as. */
export function keptWithImport(kind: string, told: ReadonlySet<string>): readonly string[] {
  const kept = (keptFields[kind] ?? []).filter((field) => told.has(field));
  return told.has('title') ? kept : kept.filter((field) => field !== 'post');
}

export type KeptWord = { readonly field: string; readonly text: string };

/** The words that stay with the import, of what was kept of a row. The digits of a long number are masked but for the last four. */
export function keptWords(kind: string, kept: Readonly<Record<string, unknown>>): readonly KeptWord[] {
  return (keptFields[kind] ?? []).flatMap((field) => {
    const text = wordsIn(kept[field]);
    return text === null ? [] : [{ field, text: withoutLongNumbers(text, 4) }];
  });
}

/** A text, or a name with its title. */
function wordsIn(value: unknown): string | null {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null || !('name' in value)) return null;
  const title = 'title' in value && typeof value.title === 'string' ? `（${value.title}）` : '';
  return `${String(value.name)}${title}`;
}
