import { named, type NamedRecords } from '../record-naming.ts';

export const namedRecords: NamedRecords<'evidence'> = {
  records: { evidence: named('evidence', { permission: 'evidence.read', at: 'unit_pos' }) },
  nameless: [],
};
