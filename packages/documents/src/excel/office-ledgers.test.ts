import {
  countVerdicts,
  type HazardDraft,
  type HazardsPlan,
  type KnownHazard,
  type KnownUnit,
  planHazards,
  planUnits,
  proposeCodes,
  type Sheet,
} from '@changming/domain/imports';
import { beforeAll, describe, expect, it, vi } from 'vitest';

import { type Counted, countBy, type LedgerTotals, quarterOf, totalsOf } from '../testing/ledger-totals.ts';
import { ledgerAnswers, officeFile, officeWorkbook } from '../testing/offices.ts';

// Each reading starts a process of its own, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const today = '2026-10-10';
const ledgers = ['隐患台账-上半年.xlsx', '隐患台账-第三季度.xlsx'] as const;
type Ledger = (typeof ledgers)[number];

type Expected = {
  readonly counts: Readonly<Record<string, number>>;
  readonly totalsAfterReview: LedgerTotals;
  readonly totalsImportableOnly: LedgerTotals;
};
type Combined = LedgerTotals & {
  readonly closedByQuarterOfClosing: Record<string, number>;
  readonly reconciliation: Record<string, number>;
};

let expected: { readonly asOf: string; readonly files: Readonly<Record<string, Expected>>; readonly combined: Combined };
let units: readonly KnownUnit[];
const sheets = new Map<string, readonly Sheet[]>();

beforeAll(async () => {
  expected = JSON.parse((await officeFile('expected-totals.json')).toString('utf8')) as typeof expected;
  const { drafts } = planUnits((await officeWorkbook('组织机构.xlsx')).sheets, []);
  const codes = proposeCodes(drafts, [], 'LZ');
  const idOf = (key: string) => codes.get(key) ?? key;
  units = drafts.map(({ key, parentKey, ...unit }) => ({ ...unit, id: idOf(key), parentId: parentKey === null ? null : idOf(parentKey) }));
  for (const name of ledgers) sheets.set(name, (await officeWorkbook(name)).sheets);
});

type Options = Partial<Parameters<typeof planHazards>[2]>;
const plan = (name: string, more: Options = {}) => planHazards(sheets.get(name) ?? [], units, { today, fileName: name, ...more });
const draftsOf = ({ verdicts }: HazardsPlan) => verdicts.flatMap((verdict) => (verdict.kind === 'ready' ? [verdict.draft] : []));
const counted = (drafts: readonly HazardDraft[]) => drafts.map(({ unitId, ...draft }): Counted => ({ ...draft, unit: unitId }));
const asTold = (name: string) => expected.files[name] as Expected;

/**
 * What a ledger cannot tell, because it has no column for it: in three companies the sub-level of 一般, in two of them the funds. The
 * totals count these from elsewhere, so they are held against what the file leaves open: nothing it states may contradict them.
 */
function expectNoContradiction(found: LedgerTotals, wanted: LedgerTotals, open: { readonly levels: number; readonly funds: number }): void {
  expect(found.byLevel['MAJOR']).toBe(wanted.byLevel['MAJOR']);
  const general = ({ byLevel }: LedgerTotals) => (byLevel['G1_UNIT'] ?? 0) + (byLevel['G2_WORKSHOP'] ?? 0) + (byLevel['G3_TEAM'] ?? 0);
  expect(general(found)).toBe(general(wanted));
  expect(found.fundsNotStated - wanted.fundsNotStated).toBe(open.funds);
  expect(found.fundsFen).toBeLessThanOrEqual(wanted.fundsFen);
}

/** Stated levels alone, of rows that say more than 一般. */
const stated = (drafts: readonly HazardDraft[]) => drafts.filter(({ words }) => words.level?.startsWith('一般') !== true);
const withoutFunds = (drafts: readonly HazardDraft[]) => drafts.filter(({ unitId }) => /^LZ1[37]/u.test(unitId));

/**
 * 鹭洲家纺 row 44 says 整改中 and nothing of being void, which the totals know from elsewhere: in the file it is an open hazard past its
 * deadline. Row 38 has a dash where it should say whether it was closed: that is asked.
 */
const knownElsewhere = { sheet: '鹭洲家纺', row: 44 } as const;
const asTheOfficeKnows = (drafts: readonly HazardDraft[]) =>
  drafts.map((draft) => {
    const { sheet, row } = draft.source;
    const isIt = sheet === knownElsewhere.sheet && row === knownElsewhere.row && draft.foundOn === '2026-06-01';
    return isIt ? { ...draft, stage: 'void' as const } : draft;
  });

describe.each(ledgers)('%s', (name: Ledger) => {
  it('gives every row one verdict, and asks for a person no more than the office itself would', () => {
    const { counts, verdicts } = plan(name);
    const { recordRows = 0, duplicates = 0, rejectedRows = 0, importableWithoutHuman = 0 } = asTold(name).counts;

    expect(new Set(verdicts.map(({ source }) => `${source.sheet}!${source.row}`)).size).toBe(counts.rows);
    expect(counts).toEqual(countVerdicts(verdicts));
    expect(counts.ready + counts.ask + counts.wrong + (counts.skipped.duplicate ?? 0)).toBe(recordRows + rejectedRows);
    expect(counts.skipped.duplicate).toBeLessThanOrEqual(duplicates);
    // Nothing the office would import alone is asked about, but for the dash of 鹭洲家纺 row 38.
    expect(importableWithoutHuman - counts.ready).toBe(name === '隐患台账-上半年.xlsx' ? 1 : 0);
    expect(counts.ready / importableWithoutHuman).toBeGreaterThanOrEqual(0.98);
  });

  it('reads, without a person, what the office counted of these rows: by state, area, quarter, unit and company', () => {
    const drafts = asTheOfficeKnows(draftsOf(plan(name)));
    const found = totalsOf(counted(drafts), expected.asOf);
    const wanted = asTold(name).totalsImportableOnly;

    const isFirst = name === '隐患台账-上半年.xlsx';
    const dash = { unit: 'LZ150302', company: 'LZ15' } as const;
    const held = isFirst ? withoutVoid(wanted, dash) : wanted;
    expect(pick(found)).toEqual(pick(held));
    expect(found.byLevel['MAJOR']).toBe(wanted.byLevel['MAJOR']);
    expect(found.fundsFen).toBeLessThanOrEqual(wanted.fundsFen);
  });

  it('arrives at the totals once everything is answered', async () => {
    const drafts = asTheOfficeKnows(draftsOf(plan(name, { answers: await ledgerAnswers(name) })));
    const found = totalsOf(counted(drafts), expected.asOf);
    const wanted = asTold(name).totalsAfterReview;

    expect(pick(found)).toEqual(pick(wanted));
    expectNoContradiction(found, wanted, openIn(drafts, wanted));
    const levels = totalsOf(counted(stated(drafts)), expected.asOf).byLevel;
    for (const [level, count] of Object.entries(levels)) expect(count).toBeLessThanOrEqual(wanted.byLevel[level] ?? 0);
  });

  it('leaves nothing open after the answers, and has found the duplicates', async () => {
    const { counts } = plan(name, { answers: await ledgerAnswers(name) });
    const { trueRecords, duplicates, rejectedRows } = asTold(name).counts;

    expect(counts).toMatchObject({ ready: trueRecords, ask: 0, wrong: 0 });
    expect(counts.skipped).toMatchObject({ duplicate: duplicates, said_to_skip: rejectedRows });
  });

  it('has no effect the second time', async () => {
    const answers = await ledgerAnswers(name);
    const existing = draftsOf(plan(name, { answers })).map((draft, at) => asKnown(draft, { id: String(at), hash: 'h' }));
    const again = plan(name, { answers, existing, fileHash: 'h' });
    const otherCopy = plan(name, { answers, existing, fileHash: 'another' });

    expect(again.counts).toMatchObject({ ready: 0, ask: 0, wrong: 0 });
    expect(otherCopy.counts).toMatchObject({ ready: 0, ask: 0, wrong: 0 });
    expect(again.counts.skipped.already_there).toBe(existing.length);
  });
});

/** Rows whose ledger has no funds at all; the office knows the amounts of some of them from elsewhere. */
function openIn(drafts: readonly HazardDraft[], wanted: LedgerTotals) {
  const known = totalsOf(counted(drafts), expected.asOf).fundsNotStated - wanted.fundsNotStated;
  expect(known).toBeLessThanOrEqual(withoutFunds(drafts).length);
  return { levels: drafts.length - stated(drafts).length, funds: known };
}

const pick = ({ found, byState, byKeyArea, byQuarter, byUnit, bySubsidiary, overdue, closed }: LedgerTotals) => ({
  found,
  byState,
  byKeyArea,
  byQuarter,
  byUnit,
  bySubsidiary,
  overdue,
  closed,
});

/** Closed by their ledgers without any day: the office gave one when it was asked, and the totals by quarter leave them out. */
const undated: ReadonlySet<string> = new Set(['2026Q1!临溪羽绒!23', '2026Q2!临溪羽绒!30', '2026Q1!鹭洲家纺!19', '2026Q3!澄浦印染!30']);
const isUndated = ({ source: { sheet, row }, foundOn }: HazardDraft) => undated.has(`${quarterOf(foundOn)}!${sheet}!${row}`);

/** The totals without the one row that is asked about here and not there. */
function withoutVoid(totals: LedgerTotals, { unit, company }: { readonly unit: string; readonly company: string }): LedgerTotals {
  const less = (counts: Record<string, number> = {}, ...keys: readonly string[]) =>
    Object.fromEntries(
      Object.entries(counts).flatMap(([key, count]) => {
        const left = count - (keys.includes(key) ? 1 : 0);
        return left === 0 ? [] : [[key, left]];
      }),
    );
  return {
    ...totals,
    found: totals.found - 1,
    byState: less(totals.byState, 'VOID'),
    byKeyArea: less(totals.byKeyArea, 'ELEC'),
    byQuarter: less(totals.byQuarter, '2026Q2'),
    byUnit: { ...totals.byUnit, [unit]: less(totals.byUnit[unit], 'found', 'VOID') },
    bySubsidiary: { ...totals.bySubsidiary, [company]: less(totals.bySubsidiary[company], 'found', 'VOID') },
  };
}

function asKnown(draft: HazardDraft, { id, hash }: { readonly id: string; readonly hash: string }): KnownHazard {
  return { ...draft, id, rows: [`${hash}!${draft.source.sheet}!${draft.source.row}`], livesOn: false };
}

it('brings both ledgers to the combined totals: each hazard once, carried-over rows in the state of the later file', async () => {
  const [first, second] = ledgers;
  const early = asTheOfficeKnows(draftsOf(plan(first, { answers: await ledgerAnswers(first) })));
  const existing = early.map((draft, at) => asKnown(draft, { id: String(at), hash: first }));
  const later = plan(second, { answers: await ledgerAnswers(second), existing, fileHash: second });
  const moved = draftsOf(later).filter(({ existingId }) => existingId !== null);
  const told = new Map(moved.map((draft) => [draft.existingId, draft]));
  const all = [
    ...early.map((draft, at) => ({ ...draft, ...told.get(String(at)) })),
    ...draftsOf(later).filter(({ existingId }) => existingId === null),
  ];
  const found = totalsOf(counted(all), expected.asOf);
  const { combined } = expected;

  const { already_there: alike = 0, tells_less: older = 0 } = later.counts.skipped;
  expect(moved.length + alike + older).toBe(asTold(second).counts['carriedOver']);
  expect(pick(found)).toEqual(pick(combined));
  expectNoContradiction(found, combined, openIn(all, combined));
  const closed = all.filter(({ stage, closedOn }) => stage === 'closed' && closedOn !== null && closedOn <= expected.asOf);
  const dated = closed.filter((draft) => !isUndated(draft));
  expect(countBy(dated, ({ closedOn }) => quarterOf(closedOn ?? ''))).toEqual(combined.closedByQuarterOfClosing);
  const sumOfStates = Object.values(found.byState).reduce((sum, count) => sum + count, 0);
  expect({ found: found.found, sumOfStates }).toEqual(combined.reconciliation);
});
