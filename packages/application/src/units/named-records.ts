import { named, type NamedRecords } from '../record-naming.ts';

export const namedRecords: NamedRecords<'units'> = {
  records: { unit: named('units', { permission: 'units.read', name: 'name', no: 'code', at: 'lo', above: true }) },
  nameless: ['unit_changes', 'unit_cities', 'unit_details', 'unit_spans'],
};
