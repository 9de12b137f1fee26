/** What the file says of something that is there already, and what is there. */
export type Difference = { readonly column: string; readonly file: string | null; readonly known: string | null };

/** The facts of the question whether to keep what is there: every column that differs, both values beside each other. */
export function differenceFacts(differences: readonly Difference[]): Readonly<Record<'column' | 'file' | 'known', string>> {
  return {
    column: differences.map(({ column }) => column).join('、'),
    file: differences.map(({ file }) => shown(file)).join('、'),
    known: differences.map(({ known }) => shown(known)).join('、'),
  };
}

function shown(value: string | null): string {
  return value === null || value === '' ? '—' : value;
}
