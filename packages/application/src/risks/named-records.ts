import { named, type NamedRecords } from '../record-naming.ts';

export const namedRecords: NamedRecords<'risks'> = {
  records: { risk: named('risks', { permission: 'risks.read', name: 'name', no: 'number', at: 'unit_pos' }) },
  nameless: ['risk_events', 'risk_measures', 'risk_regradings', 'risk_scales'],
};
