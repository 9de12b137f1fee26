import { fireDuesOf } from '@changming/domain/equipment';
import {
  type Answers,
  choice,
  type FireDraft,
  type KnownUnit,
  planFire,
  planSpecial,
  planUnits,
  proposeCodes,
  type Sheet,
  type SpecialDraft,
  type Verdict,
} from '@changming/domain/imports';
import { beforeAll, describe, expect, it, vi } from 'vitest';

import { countBy } from '../testing/ledger-totals.ts';
import { officeFile, officeWorkbook, patientAnswers } from '../testing/offices.ts';

// Each reading starts a process of its own, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

type Counts = Readonly<Record<string, number>>;
type Told = { readonly counts: Counts; readonly totals: Readonly<Record<string, Counts | number>> };

const today = '2026-10-10';
let files: Readonly<Record<string, Told>>;
let asOf: string;
let units: readonly KnownUnit[];
let special: readonly Sheet[];
let fire: readonly Sheet[];

beforeAll(async () => {
  const told = JSON.parse((await officeFile('expected-totals.json')).toString('utf8')) as { asOf: string; files: typeof files };
  ({ files, asOf } = told);
  const { drafts } = planUnits((await officeWorkbook('组织机构.xlsx')).sheets, []);
  const codes = proposeCodes(drafts, [], 'LZ');
  const idOf = (key: string) => codes.get(key) ?? key;
  units = drafts.map(({ key, parentKey, ...unit }) => ({ ...unit, id: idOf(key), parentId: parentKey === null ? null : idOf(parentKey) }));
  special = (await officeWorkbook('特种设备台账.xlsx')).sheets;
  fire = (await officeWorkbook('消防器材台账.xlsx')).sheets;
});

function draftsOf<Draft>(verdicts: readonly Verdict<Draft>[]): Draft[] {
  return verdicts.flatMap((verdict) => (verdict.kind === 'ready' ? [verdict.draft] : []));
}

/** How often each thing was asked. */
function asked(verdicts: readonly Verdict<unknown>[]): Counts {
  return countBy(
    verdicts.flatMap((verdict) => (verdict.kind === 'ask' ? verdict.questions : [])),
    ({ code }) => code,
  );
}

describe('特种设备台账', () => {
  const plan = (answers?: Answers) => planSpecial(special, units, { today, ...(answers === undefined ? {} : { answers }) });
  const answered = () => plan(patientAnswers(plan().verdicts));

  it('goes in but for the machines that are being inspected, whose next day nobody knows', () => {
    const { counts, verdicts } = plan();
    const { trueRecords = 0, needsHuman = 0 } = files['特种设备台账.xlsx']?.counts ?? {};

    expect(counts).toMatchObject({ rows: trueRecords + 2, ready: trueRecords - needsHuman, ask: needsHuman, wrong: 0 });
    expect(asked(verdicts)).toEqual({ inspection_under_way: needsHuman });
    expect(counts.skipped).toEqual({ title: 1, header: 1 });
  });

  it('comes to the totals that the office counted: by kind, by state, overdue and failed', () => {
    const drafts = draftsOf(answered().verdicts);
    const inUse = drafts.filter(({ state }) => state === 'inUse');
    const stateWords: Readonly<Record<SpecialDraft['state'], string>> = { inUse: '在用', outOfUse: '停用', scrapped: '报废' };

    expect({
      asOf,
      byKind: countBy(drafts, ({ name }) => name),
      inUseInspectionOverdue: inUse.filter(({ nextDueOn }) => nextDueOn !== null && nextDueOn < asOf).length,
      inUseFailed: inUse.filter(({ result }) => result === 'failed').length,
      byState: countBy(drafts, ({ state }) => stateWords[state]),
    }).toEqual(files['特种设备台账.xlsx']?.totals);
  });

  it('has no effect the second time, in another copy neither', () => {
    const first = answered();
    const answers = patientAnswers(plan().verdicts);
    const existing = draftsOf(first.verdicts).map((draft, at) => ({
      ...draft,
      id: String(at),
      rows: [`h!${draft.source.sheet}!${draft.source.row}`],
      livesOn: false,
    }));
    for (const fileHash of ['h', 'another']) {
      const { counts } = planSpecial(special, units, { today, answers, existing, fileHash });
      expect(counts).toMatchObject({ ready: 0, ask: 0, wrong: 0, skipped: { already_there: existing.length } });
    }
  });

  it('is moved on by a ledger of the next year that tells of a later inspection, and asked about when it tells of an earlier one', () => {
    const [draft] = draftsOf(plan().verdicts);
    if (draft === undefined) throw new Error('no row was ready');
    const there = (inspectedOn: string) => ({ ...draft, id: 'known', rows: [], livesOn: false, inspectedOn, nextDueOn: '2020-01-01' });
    const again = (inspectedOn: string) =>
      planSpecial(special, units, { today, existing: [there(inspectedOn)] }).verdicts.find(({ source }) => source.row === draft.source.row);

    expect(again('2018-01-01')).toMatchObject({
      kind: 'ready',
      draft: { existingId: 'known' },
      warnings: [{ code: 'equipment_moved_on' }],
    });
    expect(again('2026-09-01')).toMatchObject({ kind: 'ask', questions: [{ code: 'equipment_differs' }] });
  });

  it('leaves a scrapped machine alone, and knows the one in use that has its number now', () => {
    const [draft] = draftsOf(plan().verdicts);
    if (draft === undefined) throw new Error('no row was ready');
    const there = { ...draft, rows: [], livesOn: false, inspectedOn: '2018-01-01', nextDueOn: '2020-01-01' } as const;
    const [gone, successor] = [{ ...there, id: 'gone', state: 'scrapped' } as const, { ...there, id: 'successor' }];
    const judged = (...existing: (typeof gone | typeof successor)[]) =>
      planSpecial(special, units, { today, existing }).verdicts.find(({ source }) => source.row === draft.source.row);

    expect(judged(gone)).toMatchObject({ kind: 'skip', reason: 'scrapped' });
    expect(judged(successor, gone)).toMatchObject({ kind: 'ready', draft: { existingId: 'successor' } });
  });
});

describe('消防器材台账', () => {
  const plan = (answers?: Answers) => planFire(fire, units, { today, ...(answers === undefined ? {} : { answers }) });

  it('asks about no more than the office does, loses no row and finds the two that stand twice', () => {
    const { counts, verdicts } = plan();
    const { trueRecords = 0, duplicates = 0, needsHuman = 0 } = files['消防器材台账.xlsx']?.counts ?? {};

    expect(counts.ready + counts.ask + counts.wrong).toBe(trueRecords);
    expect(counts.rows).toBe(trueRecords + duplicates + 2);
    expect(counts.skipped).toEqual({ title: 1, header: 1, duplicate: duplicates });
    expect(counts.ask + counts.wrong).toBeLessThanOrEqual(needsHuman);
    expect(counts.ready / (trueRecords - needsHuman)).toBeGreaterThanOrEqual(0.98);
    expect(asked(verdicts)).toEqual({ unit_unmatched: 15, unit_ambiguous: 12, made_on_missing: 6, scrap_later_than_allowed: 5 });
  });

  it('comes to the totals that the office counted: by kind, by state, past the month of scrapping', () => {
    const drafts = draftsOf(plan(patientAnswers(plan().verdicts)).verdicts);
    const { byKind, byState, pastScrapMonth } = files['消防器材台账.xlsx']?.totals ?? {};
    const names: Readonly<Partial<Record<FireDraft['kind'], string>>> = {
      powderPortable: '手提式干粉灭火器',
      powderWheeled: '推车式干粉灭火器',
      water: '水基型灭火器',
      co2: '二氧化碳灭火器',
      indoorHydrant: '室内消火栓',
      outdoorHydrant: '室外消火栓',
      emergencyLight: '应急照明灯',
      breathingApparatus: '空气呼吸器',
    };
    const conditions: Readonly<Partial<Record<FireDraft['condition'], string>>> = {
      intact: '完好',
      pressureLow: '压力不足',
      missing: '缺失',
      awaitingScrap: '待报废',
    };
    const past = drafts.filter((draft) => (fireDuesOf(draft).scrapDueOn ?? '9999') < `${asOf.slice(0, 7)}-01`);
    const undated = drafts.filter((draft) => draft.madeOn === null && draft.scrapStatedOn === null && draft.kind === 'powderPortable');

    expect(countBy(drafts, ({ kind }) => names[kind] ?? kind)).toEqual(byKind);
    expect(countBy(drafts, ({ condition }) => conditions[condition] ?? condition)).toEqual(byState);
    // One nameplate nobody can read: the office knows from elsewhere that it is past its end.
    expect(undated).toHaveLength(1);
    expect(past.length + undated.length).toBe(pastScrapMonth);
  });

  it('has no effect the second time, in another copy neither', () => {
    const answers = patientAnswers(plan().verdicts);
    const existing = draftsOf(plan(answers).verdicts).map((draft, at) => ({
      ...draft,
      id: String(at),
      rows: [`h!${draft.source.sheet}!${draft.source.row}`],
      livesOn: false,
    }));
    for (const fileHash of ['h', 'another']) {
      const { counts } = planFire(fire, units, { today, answers, existing, fileHash });
      expect(counts).toMatchObject({ ready: 0, ask: 0, wrong: 0 });
    }
  });

  it('keeps every cell as it is written, the unreadable ones too', () => {
    const drafts = draftsOf(plan(patientAnswers(plan().verdicts)).verdicts);
    const worn = drafts.find(({ words }) => words.madeOn === '铭牌磨损');

    expect(worn).toMatchObject({ madeOn: null, scrapStatedOn: '2027-12', words: { no: 'AXF-0024', servicedOn: '2024-09-23' } });
    expect(choice.empty).toBe('empty');
  });
});
