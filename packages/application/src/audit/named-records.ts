import type { NamedRecords } from '../record-naming.ts';

export const namedRecords: NamedRecords<'audit'> = {
  records: {},
  nameless: ['trail'],
};
