import { named, type NamedRecords } from '../record-naming.ts';

export const namedRecords: NamedRecords<'hazards'> = {
  records: { hazard: named('hazards', { permission: 'hazards.read', no: 'number', at: 'unit_pos' }) },
  nameless: [
    'hazard_events',
    'hazard_extensions',
    'hazard_look_backs',
    'hazard_notes',
    'hazard_photos',
    'hazard_progress',
    'hazard_supervisions',
    'hazard_views',
    'hazard_voidings',
  ],
};
