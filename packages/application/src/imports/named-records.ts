import { named, type NamedRecords } from '../record-naming.ts';

export const namedRecords: NamedRecords<'imports'> = {
  records: { batch: named('import_batches', { permission: 'imports.read', name: 'file_name', at: 'unit_pos' }) },
  nameless: [],
};
