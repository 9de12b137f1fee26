import { sql } from 'kysely';

import { named, type NamedRecords } from '../record-naming.ts';

export const namedRecords: NamedRecords<'equipment'> = {
  records: {
    special: named('special_equipment', { permission: 'equipment.read', name: 'name', no: 'own_no', at: 'unit_pos' }),
    fire: named('fire_equipment', { permission: 'equipment.read', name: sql`coalesce(r.name, r.place)`, no: 'no', at: 'unit_pos' }),
  },
  nameless: ['fire_checks', 'fire_spot_duties', 'place_checks', 'special_inspections', 'special_operators', 'special_states'],
};
