import { randomUUID } from 'node:crypto';

import { type Example, noted, unitId } from '../example.ts';

const photo = { sha256: 'a'.repeat(64), bytes: 4, mime: 'image/jpeg' as const };

/** A declared photo of the place whose content never came: enough to tell seen from not seen. */
function declared(params: object, over: object): Example {
  return async (world, at, by) => {
    const id = randomUUID();
    if (at.absent) return { params: { evidenceId: id, ...params }, ...over };
    const row = {
      id,
      unit_id: at.unit.id,
      subject_id: null,
      ...photo,
      uploaded_by_id: by.personId,
      declared_at: new Date('2026-01-20T01:00:00Z'),
    };
    await world.owner.insertInto('evidence').values(row).execute();
    return { params: { evidenceId: noted(world, at, id), ...params }, ...over };
  };
}

export const evidence: Readonly<Record<string, Example>> = {
  'POST /evidence': (_, at) => ({ body: { id: randomUUID(), ...photo, unitId: unitId(at) } }),
  'PUT /evidence/{evidenceId}/content': declared({}, { bytes: 'none', answers: [422] }),
  'PUT /evidence/{evidenceId}/chunks/{offset}': declared({ offset: '3' }, { bytes: 'none', answers: ['evidence.wrong_offset'] }),
  'GET /evidence/{evidenceId}/{size}': declared({ size: 'view' }, { answers: ['evidence.not_arrived'] }),
};
