import type { NamedRecords } from '../record-naming.ts';

export const namedRecords: NamedRecords<'analytics'> = {
  records: {},
  nameless: ['analytics_reads'],
};
