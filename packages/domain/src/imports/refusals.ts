export const importRefusals = [
  'imports.not_xlsx',
  'imports.old_format',
  'imports.encrypted',
  'imports.too_large',
  'imports.damaged',
  'imports.too_many_entries',
  'imports.unpacks_too_large',
  'imports.bomb',
  'imports.unsafe_name',
  'imports.symlink',
  'imports.macros',
  'imports.external_link',
  'imports.dde',
  'imports.too_many_rows',
  'imports.too_many_columns',
  'imports.too_many_merges',
  'imports.too_much_text',
  'imports.took_too_long',
  'imports.needs_too_much_memory',
  'imports.no_table',
] as const;

export type ImportRefusal = (typeof importRefusals)[number];
