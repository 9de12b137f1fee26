import { expect, test } from 'vitest';

import { checkOf, conditionOf, hazardOf, isBlank, isWrong, type Look, newLook, objectionTo, spotItems, withPhoto } from './look.ts';

const photo = { id: 'p', sha256: 'a'.repeat(64), bytes: 9, takenAt: '2026-01-20T01:00:00Z' };
const right = Object.fromEntries(spotItems.map((item) => [item, 'right'])) as Look['said'];

function lookOf(over: Partial<Look> = {}): Look {
  const piece = { id: 'e', unitId: 'u', no: 'F-1', kind: 'co2', name: null, model: null, place: null, condition: 'intact' } as const;
  const days = { scrapDueOn: null, checkDueOn: '2026-01-31', checkedOn: null };
  const point = { id: 'q', code: 'ABCDE-23456', name: '东门', unit: '缝制一车间', unitId: 'u' };
  return { ...newLook({ piece: { ...piece, ...days }, point, ownerId: 'me' }, Date.UTC(2026, 0, 20, 1)), ...over };
}

test('begins with every item open, and cannot be handed in before the last is answered', () => {
  expect(objectionTo(lookOf())).toBe('itemsOpen');
  const { unblocked: _, ...most } = right;
  expect(objectionTo(lookOf({ said: most }))).toBe('itemsOpen');
  expect(objectionTo(lookOf({ said: right }))).toBeNull();
});

test.each([
  [{}, 'intact'],
  [{ seal: 'none' }, 'intact'],
  [{ seal: 'wrong' }, 'damaged'],
  [{ pressure: 'wrong', body: 'wrong' }, 'pressureLow'],
  [{ inPlace: 'wrong', pressure: 'wrong' }, 'missing'],
] as const)('with %j it is proposed to be %s, and a person may say otherwise', (over, condition) => {
  expect(conditionOf({ said: { ...right, ...over }, chosen: null })).toBe(condition);
  expect(conditionOf({ said: { ...right, ...over }, chosen: 'awaitingScrap' })).toBe('awaitingScrap');
});

test('with something wrong it is not intact', () => {
  expect(objectionTo(lookOf({ said: { ...right, body: 'wrong' }, chosen: 'intact' }))).toBe('contradiction');
});

test('becomes a hazard with a photo, and no hazard when nothing is wrong after all', () => {
  const wrong = lookOf({ said: { ...right, body: 'wrong' }, hazardId: 'h' });
  expect(objectionTo(wrong)).toBe('photoMissing');
  expect(objectionTo(withPhoto(wrong, photo))).toBeNull();
  expect(withPhoto(withPhoto(wrong, photo), photo).photos).toHaveLength(1);
  expect([hazardOf(wrong), hazardOf({ ...wrong, said: right })]).toEqual(['h', null]);
  expect([isWrong(wrong), isWrong({ said: right, chosen: 'awaitingScrap' }), isWrong({ said: right, chosen: null })]).toEqual([
    true,
    true,
    false,
  ]);
});

test('is the same request however often it is sent, of the day on which it was done here', () => {
  const look = lookOf({ said: right, reading: ' 1.2 ', doneAt: Date.UTC(2026, 0, 20, 17) });
  expect(checkOf(look)).toEqual(checkOf({ ...look }));
  expect(checkOf(look)).toMatchObject({
    id: look.id,
    on: '2026-01-21',
    reading: '1.2',
    note: null,
    plate: 'ABCDE-23456',
    condition: 'intact',
  });
});

test('is forgotten only while nothing was answered', () => {
  expect([isBlank(lookOf()), isBlank(lookOf({ said: { body: 'right' } })), isBlank(lookOf({ photos: [photo] }))]).toEqual([
    true,
    false,
    false,
  ]);
});
