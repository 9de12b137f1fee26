import { describe, expect, it } from 'vitest';

import { isBlankIncident, minuteOf, newIncident, objectionTo, reportOf } from './draft.ts';

const at = Date.parse('2026-03-12T02:05:30Z');
const unit = { id: 'u', name: '缝制一车间' };
const draft = newIncident({ id: 'i', ownerId: 'me', unit }, at);

describe('a quick report on the phone', () => {
  it('begins with the unit one belongs to and the present minute, and is blank', () => {
    expect(draft).toMatchObject({ unitId: 'u', unit: '缝制一车间', when: '2026-03-12T10:05' });
    expect(isBlankIncident(draft)).toBe(true);
    expect(isBlankIncident({ ...draft, text: '夹手' })).toBe(false);
  });

  it('asks for a unit, a sentence and a time that has come, and nothing else', () => {
    const filled = { ...draft, text: '夹手' };
    expect(objectionTo(draft, at)).toBe('phone.needText');
    expect(objectionTo({ ...filled, unitId: null }, at)).toBe('phone.needUnit');
    expect(objectionTo({ ...filled, when: minuteOf(at + 3_600_000) }, at)).toBe('phone.future');
    expect(objectionTo({ ...filled, when: '' }, at)).toBe('phone.future');
    expect(objectionTo(filled, at)).toBeNull();
  });

  it('counts people only while somebody is said to be hurt, and is no earlier than what it tells of', () => {
    const typed = { ...draft, text: ' 夹手 ', people: { ...draft.people, serious: '1', minor: 'x' } };
    expect(reportOf({ ...typed, hurt: true })).toMatchObject({ text: '夹手', place: null, serious: 1, minor: 0, photos: [] });
    expect(reportOf(typed)).toMatchObject({ serious: 0 });
    expect(reportOf({ ...typed, fireBrigadeCalled: true })).toMatchObject({ fire: false, fireBrigadeCalled: false });
    expect(Date.parse(reportOf(typed).reportedAt)).toBeGreaterThanOrEqual(Date.parse(reportOf(typed).occurredAt));
  });
});
