import { named, type NamedRecords } from '../record-naming.ts';

export const namedRecords: NamedRecords<'points'> = {
  records: {
    point: named('points', { permission: 'points.read', name: 'name', no: 'code', at: 'unit_pos' }),
    sheet: named('point_sheets', { permission: 'points.read', name: 'name', at: 'unit_pos' }),
  },
  nameless: ['door_visits', 'key_positions', 'point_details', 'point_sheet_versions'],
};
