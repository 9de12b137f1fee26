import type { NamedRecords } from '../record-naming.ts';

export const namedRecords: NamedRecords<'documents'> = {
  records: {},
  nameless: ['ordered_documents'],
};
