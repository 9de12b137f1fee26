import { describe, expect } from 'vitest';

import { as, given, test } from '../testing/index.ts';
import { createAssessment, listAssessments } from './index.ts';

describe('entering a assessment', () => {
  test('lists it in its branch, tells the trail, and is impossible from outside', async ({ house, database: { owner } }) => {
    const { east, west, mill } = await given.group(owner);
    const wanted = { unitId: mill.id, name: '甲', on: '2026-01-20' };

    const { id } = await createAssessment(as(house, 'safetyOfficer', east), wanted);

    expect(await listAssessments(as(house, 'safetyOfficer', east), { limit: 10 })).toMatchObject({
      items: [{ id, name: '甲' }],
      next: null,
    });
    expect(await listAssessments(as(house, 'safetyOfficer', west), { limit: 10 })).toMatchObject({ items: [] });
    expect(await owner.selectFrom('trail').select('verb').where('subject_id', '=', id).execute()).toEqual([{ verb: 'assessments.create' }]);
    await expect(createAssessment(as(house, 'safetyOfficer', west), wanted)).rejects.toMatchObject({ kind: 'missing' });
    await expect(createAssessment(as(house, 'worker', mill), wanted)).rejects.toMatchObject({ kind: 'forbidden' });
    await expect(createAssessment(as(house, 'safetyOfficer', east), { ...wanted, on: '2026-01-21' })).rejects.toMatchObject({
      code: 'assessments.future_date',
    });
  });
});
