import { describe, expect, it } from 'vitest';

import { concludeLookBackInput, decideDelistingInput, listingInput } from './beside-inputs.ts';
import { hazardFilter } from './ledger-filter.ts';
import { anonymousReportInput, claim, claimOf, isClaim, newClaim, reportInput } from './report-input.ts';
import { seenAt } from './seen-at.ts';
import {
  acceptInput,
  askVoidInput,
  assignInput,
  decideInput,
  registerInput,
  sendBackInput,
  startInput,
  submitInput,
} from './step-inputs.ts';

const id = '0198c5a0-1111-7abc-8def-0123456789ab';
const otherId = '0198c5a0-2222-4abc-8def-0123456789ab';
const hash = 'ab'.repeat(32);
const report = { id, pointCode: 'P-003', category: 'exits', photos: [hash], foundAt: '2026-02-02T08:00:00+08:00' };
const accepts = (input: object) => reportInput.safeParse({ ...report, ...input }).success;

describe('a report', () => {
  it('needs a place, a chip and a photo, and no typing', () => {
    expect(reportInput.parse(report)).toEqual({ ...report, foundAt: new Date('2026-02-02T00:00:00Z'), source: 'employeeReport' });
    expect(accepts({ pointCode: undefined })).toBe(false);
    expect(accepts({ pointCode: undefined, unitId: otherId })).toBe(true);
    expect(accepts({ category: 'weather' })).toBe(false);
    expect(accepts({ photos: [] })).toBe(false);
  });

  it('carries an id made on the phone, of version 7', () => {
    expect(accepts({ id: otherId })).toBe(false);
    expect(accepts({ id: 'h-1' })).toBe(false);
  });

  it('declares each photo once by its SHA-256, at most twenty', () => {
    const hashes = (count: number) => Array.from({ length: count }, (_, at) => String(at).padStart(64, '0'));

    expect(accepts({ photos: hashes(20) })).toBe(true);
    expect(accepts({ photos: hashes(21) })).toBe(false);
    expect(accepts({ photos: [hash, hash] })).toBe(false);
    expect(accepts({ photos: [hash.toUpperCase()] })).toBe(false);
    expect(accepts({ photos: ['../../etc/passwd'] })).toBe(false);
  });

  it('takes text up to 2,000 characters and nothing that cannot be stored', () => {
    expect(accepts({ text: '堵'.repeat(2000) })).toBe(true);
    expect(accepts({ text: '堵'.repeat(2001) })).toBe(false);
    expect(accepts({ text: 'a\u0000b' })).toBe(false);
    expect(accepts({ text: 'a\ud800b' })).toBe(false);
    expect(accepts({ text: '   ' })).toBe(false);
  });

  it('says when, with an offset', () => {
    expect(accepts({ foundAt: '2026-02-02T08:00:00' })).toBe(false);
    expect(accepts({ foundAt: '2026-02-30T08:00:00Z' })).toBe(false);
  });

  it('takes no member it does not know', () => {
    expect(accepts({ stage: 'closed' })).toBe(false);
    expect(accepts({ foundById: otherId })).toBe(false);
  });

  it('fixed on the spot shows the work done', () => {
    expect(accepts({ onTheSpot: { measures: '当场清理', photos: ['cd'.repeat(32)] } })).toBe(true);
    expect(accepts({ onTheSpot: { measures: '当场清理', photos: [] } })).toBe(false);
    expect(accepts({ onTheSpot: { photos: ['cd'.repeat(32)] } })).toBe(false);
  });

  it('by the public door names the plate and cannot name a unit or a person', () => {
    expect(anonymousReportInput.safeParse(report).success).toBe(true);
    expect(anonymousReportInput.safeParse({ ...report, unitId: otherId }).success).toBe(false);
    expect(anonymousReportInput.safeParse({ ...report, source: 'authority' }).success).toBe(false);
  });
});

describe('the instant a hazard was found', () => {
  const receivedAt = new Date('2026-02-02T08:00:00Z');
  const seen = (claimed: string) => seenAt(new Date(claimed), receivedAt);

  it('is what the phone says, as far as that can be', () => {
    expect(seen('2026-02-01T20:00:00Z')).toEqual({ foundAt: new Date('2026-02-01T20:00:00Z'), clockSuspect: false });
    expect(seen('2026-01-03T08:00:00Z').clockSuspect).toBe(false);
  });

  it('is never in the future: minutes are forgiven, more is marked', () => {
    expect(seen('2026-02-02T08:05:00Z')).toEqual({ foundAt: receivedAt, clockSuspect: false });
    expect(seen('2026-02-02T08:05:01Z')).toEqual({ foundAt: receivedAt, clockSuspect: true });
  });

  it('is the receipt when the phone claims more than 30 days offline', () => {
    expect(seen('1970-01-01T00:00:00Z')).toEqual({ foundAt: receivedAt, clockSuspect: true });
    expect(seen('2026-01-03T07:59:59Z').clockSuspect).toBe(true);
  });
});

describe('the inputs of the steps', () => {
  const plan = { responsibleUnitId: otherId, responsibleId: otherId, measures: null, funds: 0, dueOn: '2026-02-10', contingency: null };

  it('state what is settled and leave open what is not', () => {
    expect(assignInput.parse({ plan })).toEqual({ plan: { ...plan, leaderId: null, waived: [] } });
    expect(assignInput.parse({ plan: { ...plan, waived: ['funds', 'funds'] } }).plan.waived).toEqual(['funds']);
  });

  it.each([
    { funds: -1 },
    { funds: 0.5 },
    { funds: '0' },
    { dueOn: '2026-02-30' },
    { dueOn: '10.2.2026' },
    { measures: '' },
    { waived: ['measures'] },
  ])('refuse %j in a plan', (over) => {
    expect(assignInput.safeParse({ plan: { ...plan, ...over } }).success).toBe(false);
  });

  it('need words where a chip does not say enough', () => {
    expect(sendBackInput.safeParse({ reason: 'other' }).success).toBe(false);
    expect(sendBackInput.safeParse({ reason: 'other', note: '缺挡板' }).success).toBe(true);
    expect(sendBackInput.safeParse({ reason: 'notFixed' }).success).toBe(true);
    expect(askVoidInput.safeParse({ kind: 'duplicate', reason: '同一处' }).success).toBe(false);
    expect(askVoidInput.safeParse({ kind: 'duplicate', reason: '同一处', duplicateOfId: otherId }).success).toBe(true);
  });

  it('are two keys at triage: the proposal needs only its level confirmed', () => {
    expect(registerInput.parse({ level: 'team' })).toEqual({ level: 'team' });
    expect(registerInput.safeParse({ level: 'catastrophe' }).success).toBe(false);
  });

  it('take nothing they do not know', () => {
    expect([startInput, acceptInput].map((input) => input.safeParse({ closedOn: '2026-02-10' }).success)).toEqual([false, false]);
    expect(submitInput.parse({ photos: [hash] })).toEqual({ photos: [hash], spent: null });
  });

  it('of look-back and listing need a photo, an issuer and a deadline', () => {
    expect(concludeLookBackInput.safeParse({ result: 'held', photos: [] }).success).toBe(false);
    expect(concludeLookBackInput.safeParse({ result: 'held', photos: [hash] }).success).toBe(true);
    expect(listingInput.parse({ issuer: '集团', mainPersonId: otherId, requirements: '停用', dueOn: '2026-03-01' }).level).toBe('group');
  });
});

describe('the query bar of the ledger', () => {
  it('asks for nothing by default: newest first, with everything below', () => {
    expect(hazardFilter.parse({})).toEqual({ sort: 'newest', withBelow: true, limit: 50 });
  });

  it('reads an address: one or several stages, flags as words, a cursor of day and id', () => {
    const read = hazardFilter.parse({
      stage: 'closed',
      level: ['unit', 'major'],
      overdue: 'false',
      after: `2026-02-02~${id}`,
      limit: '20',
    });

    expect(read).toMatchObject({ stage: ['closed'], level: ['unit', 'major'], overdue: false, after: ['2026-02-02', id], limit: 20 });
  });

  it.each([
    { stage: 'open' },
    { after: '2026-02-02' },
    { after: `2026-02-02~${id}~x` },
    { after: `2026-02-31~${id}` },
    { limit: '0' },
    { limit: '100000' },
    { overdue: '1' },
    { unitId: "' or 1=1" },
    { sort: 'random' },
    { text: '\u0000' },
    { unknown: 'x' },
  ])('refuses %j', (tampered) => {
    expect(hazardFilter.safeParse(tampered).success).toBe(false);
  });
});

it('denies nothing without saying why', () => {
  expect(decideInput.safeParse({ granted: true }).success).toBe(true);
  expect(decideInput.safeParse({ granted: false }).error?.issues).toMatchObject([{ path: ['note'], message: '请写明不同意的原因' }]);
  expect(decideDelistingInput.safeParse({ granted: false, note: '补材料' }).success).toBe(true);
});

it('makes claims in signs that are not taken for one another, and takes those of earlier times', () => {
  const made = newClaim(Uint8Array.from({ length: 64 }, (_, at) => at * 5));

  expect(made).toMatch(/^[^01ILOU]{27}$/);
  expect(claim.safeParse(made).success).toBe(true);
  expect(claim.safeParse('abcIl0O-_23456789abcde').success).toBe(true);
  expect(claimOf(` ${made.slice(0, 4).toLowerCase()} ${made.slice(4)}`)).toBe(made);
  expect(claimOf('abcIl0O-_23456789abcde')).toBe('abcIl0O-_23456789abcde');
  expect(['H-2026-000113', '', made.slice(1), `${made.slice(1)}0`, ` ${made} `].map(isClaim)).toEqual([false, false, false, false, true]);
});
