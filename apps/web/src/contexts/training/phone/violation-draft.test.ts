import { describe, expect, it } from 'vitest';

import { isBlankViolation, newViolation, objectionToSending, violationOf, whomIsMeant } from './violation-draft.ts';

const at = Date.parse('2026-03-12T02:05:30Z');
const draft = newViolation({ id: 'v', ownerId: 'me' }, at);
const wang = { id: 'p1', name: '王芳', staffNo: 'A1', unit: '缝制车间' };
const other = { id: 'p2', name: '王芳', staffNo: 'A2', unit: '裁剪车间' };
const son = { id: 'p3', name: '王芳芳', staffNo: null, unit: '裁剪车间' };

describe('a violation on the phone', () => {
  it('is blank until something was filled in', () => {
    expect(isBlankViolation(draft)).toBe(true);
    for (const filled of [{ who: wang }, { name: '王' }, { what: '吸烟' }, { place: '仓库' }])
      expect(isBlankViolation({ ...draft, ...filled })).toBe(false);
  });

  it('asks who and what; without a network a typed name will do', () => {
    expect(objectionToSending({ ...draft, what: '吸烟' })).toBe('record.whoHint');
    expect(objectionToSending({ ...draft, name: '王芳' })).toBe('record.whatHint');
    expect(objectionToSending({ ...draft, name: '王芳', what: '吸烟' })).toBeNull();
    expect(objectionToSending({ ...draft, who: wang, what: '吸烟' })).toBeNull();
  });

  it('means the one of that number, then of that whole name, and nobody where there are several', () => {
    expect(whomIsMeant('A2', [wang, other])).toBe(other);
    expect(whomIsMeant(' 王芳 ', [wang, son])).toBe(wang);
    for (const part of ['wf', '王', '芳', 'A']) expect(whomIsMeant(part, [wang])).toBeNull();
    expect(whomIsMeant('王芳', [son])).toBeNull();
    expect(whomIsMeant('王芳', [wang, other])).toBeNull();
    expect(whomIsMeant('王芳', [])).toBeNull();
  });

  it('was found when it was seen, however late it is sent', () => {
    expect(violationOf({ ...draft, what: ' 吸烟 ' }, 'p1')).toEqual({
      id: 'v',
      personId: 'p1',
      kind: 'illegalOperation',
      what: '吸烟',
      place: null,
      foundAt: '2026-03-12T02:05:30.000Z',
      photos: [],
    });
    expect(violationOf(draft, null)).not.toHaveProperty('personId');
  });
});
