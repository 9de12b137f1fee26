import { expect, test } from 'vitest';
import { z } from 'zod';

import { newId } from '../../api/new-id.ts';
import { photoCopies } from './photo-copies.ts';

const [resultId, hazardId, otherHazardId] = [newId(), newId(), newId()];
const photo = { id: newId(), sha256: 'a'.repeat(64), bytes: 1000, takenAt: '2026-03-05T08:00:00Z' };

test('a photo of an item that became a hazard and of one that did not is sent for both, each under its own id', async () => {
  const missing = [resultId, hazardId, otherHazardId].map((subjectId) => ({ sha256: photo.sha256, subjectId }));

  const copies = await photoCopies(photo, resultId, [...missing, { sha256: 'b'.repeat(64), subjectId: resultId }]);
  const again = await photoCopies(photo, resultId, missing.slice(1));

  const ids = copies.map((copy) => copy.photo.id);
  expect(copies.map(({ subjectId }) => subjectId)).toEqual([resultId, hazardId, otherHazardId]);
  expect(ids[0]).toBe(photo.id);
  expect(new Set(ids).size).toBe(3);
  expect(ids.every((id) => z.uuidv7().safeParse(id).success)).toBe(true);
  expect(again).toEqual(copies.slice(1));
});
