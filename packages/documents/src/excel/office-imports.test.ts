import { addressOf, planUnits, planWorkforce, proposeCodes } from '@changming/domain/imports';
import type { Workbook } from '@changming/domain/imports';
import exceljs from 'exceljs';
import { beforeAll, describe, expect, it, vi } from 'vitest';

import { asKnownUnits, officeFile, officeWorkbook, patientAnswers } from '../testing/offices.ts';

// Each reading starts a process of its own, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

type Totals = {
  readonly unitCodes: Readonly<Record<string, string>>;
  readonly files: Readonly<
    Record<
      string,
      {
        readonly counts: Readonly<Record<string, number>>;
        readonly kinds: Readonly<Record<string, number>>;
        readonly certificates?: Readonly<Record<string, string | number>>;
      }
    >
  >;
};

const unitsFile = '组织机构.xlsx';
const rosterFile = '人员花名册.xlsx';
const today = '2026-10-10';

let totals: Totals;
let units: ReturnType<typeof planUnits>;
let unitSheets: Workbook['sheets'];
let roster: Workbook['sheets'];

beforeAll(async () => {
  totals = JSON.parse((await officeFile('expected-totals.json')).toString('utf8')) as Totals;
  unitSheets = (await officeWorkbook(unitsFile)).sheets;
  roster = (await officeWorkbook(rosterFile)).sheets;
  units = planUnits(unitSheets, []);
});

const planRoster = (more: object = {}) => planWorkforce(roster, asKnownUnits(units.drafts), { today, ...more });

describe('组织机构', () => {
  it('goes in whole, without asking anybody', () => {
    const counts = totals.files[unitsFile]?.counts ?? {};

    expect(units.counts).toEqual({
      rows: 122,
      ready: counts['trueUnits'],
      ask: counts['needsHuman'],
      wrong: 0,
      skip: 5,
      warned: 12,
      skipped: { title: 2, header: 2, note: 1 },
    });
  });

  it('says of six units that their dust was not assessed, and proposes one flag', () => {
    const warned = units.verdicts.flatMap((verdict) => (verdict.kind === 'ready' ? verdict.warnings.map(({ code }) => code) : []));

    expect(warned.filter((code) => code === 'dust_unassessed')).toHaveLength(6);
    expect(warned.filter((code) => code.endsWith('_proposed'))).toEqual(['crowded_place_proposed']);
    expect(units.drafts.filter(({ flags }) => flags.includes('hasCombustibleDust'))).toEqual([]);
  });

  it('has every unit below its parent, in the order of the file', () => {
    const codes = proposeCodes(units.drafts, [], 'LZ');
    const names = new Map(units.drafts.map(({ key, name }) => [key, name]));
    const pathOf = (key: string): string => {
      const parent = units.drafts.find((draft) => draft.key === key)?.parentKey ?? null;
      return parent === null ? (names.get(key) ?? '') : `${pathOf(parent)}/${names.get(key)}`;
    };
    const found = Object.fromEntries(units.drafts.map(({ key }) => [codes.get(key) ?? '', pathOf(key)]));

    expect(found).toEqual(totals.unitCodes);
  });

  it('knows what kind each unit is', () => {
    const { G, D, S, F = 0, L = 0, W, T } = totals.files[unitsFile]?.kinds ?? {};
    const found = Object.groupBy(units.drafts, ({ kind }) => kind);
    const counted = Object.fromEntries(Object.entries(found).map(([kind, drafts]) => [kind, drafts.length]));

    expect(counted).toEqual({ group: G, department: D, subsidiary: S, factory: F + L, workshop: W, team: T });
  });

  it('keeps short names, head counts, marks and the first responsible person', () => {
    const named = (name: string) => units.drafts.find((draft) => draft.name === name);

    expect(named('劳动安全部（安委会办公室）')?.shortNames).toEqual(['劳安部', '安委办']);
    expect(named('临溪第一工厂')).toMatchObject({
      headcount: 207,
      flags: ['isFireKeyUnit', 'isCrowdedPlace', 'hasBoiler', 'hasDownFilling'],
      leader: { name: '郭晶霞', title: '厂长' },
      address: '东岚省临溪市纺工路52号',
    });
    expect(named('染色车间')?.leader).toBeNull();
    expect(named('岚枝纺织服装集团有限公司')?.headcount).toBe(1474);
  });

  it('has no effect the second time', () => {
    const again = planUnits(unitSheets, asKnownUnits(units.drafts));

    expect(again.drafts).toEqual([]);
    expect(again.counts).toMatchObject({ ready: 0, ask: 0, wrong: 0, skip: 122, skipped: { already_there: 117 } });
  });
});

describe('人员花名册', () => {
  it('loses no row and asks about little more than it must', () => {
    const { counts, verdicts } = planRoster();
    const { trueRecords = 0, needsHuman = 0 } = totals.files[rosterFile]?.counts ?? {};
    const records = counts.ready + counts.ask + counts.wrong;

    expect(records).toBe(trueRecords);
    expect(counts.rows).toBe(trueRecords + counts.skip);
    expect(counts.skipped).toEqual({ title: 16, header: 16, subtotal: 8 });
    expect(counts.ask + counts.wrong).toBeGreaterThanOrEqual(needsHuman);
    expect(counts.ready / (trueRecords - needsHuman)).toBeGreaterThanOrEqual(0.98);
    expect(new Set(verdicts.map(({ source }) => `${source.sheet}!${source.row}`)).size).toBe(counts.rows);
  });

  it('asks about the very rows that a reading by other means finds doubtful', () => {
    const { verdicts } = planRoster();
    const codes = verdicts.flatMap((verdict) => {
      if (verdict.kind === 'ask') return verdict.questions.map(({ code }) => code);
      return verdict.kind === 'wrong' ? verdict.problems.map(({ code }) => code) : [];
    });
    const counted = Object.fromEntries(Object.entries(Object.groupBy(codes, (code) => code)).map(([code, all]) => [code, all.length]));

    // Counted from the XML of the file by a script of its own, apart from the reader and the planner.
    expect(counted).toEqual({
      unit_unmatched: 48,
      unit_ambiguous: 34,
      identity_check_digit: 9,
      identity_lost_digits: 5,
      identity_length: 4,
      staff_no_shared: 10,
      date_impossible: 6,
      date_missing: 5,
      own_value_from_above: 7,
      phone_unreadable: 6,
      hired_too_young: 1,
    });
  });

  it('leaves out the days of hiring that cannot be right, and lists whose they are', () => {
    const people = planRoster().verdicts.flatMap((verdict) => (verdict.kind === 'ready' ? [verdict] : []));
    const leftOut = people.filter(({ warnings }) => warnings.some(({ code }) => code === 'hired_on_left_out'));

    expect(leftOut).toHaveLength(14);
    expect(leftOut.every(({ draft }) => draft.hiredOn === null)).toBe(true);
    expect(people.every(({ draft: { hiredOn } }) => hiredOn === null || (hiredOn >= '1940-01-01' && hiredOn <= '2027-10-10'))).toBe(true);
  });

  it('holds the persons, leavers and certificates of the totals once everything is answered', () => {
    const first = planRoster();
    const { verdicts } = planRoster({ answers: patientAnswers(first.verdicts) });
    const people = verdicts.flatMap((verdict) => (verdict.kind === 'ready' ? [verdict.draft] : []));
    const { trueRecords, active, left, namesUsedMoreThanOnce, certificates } = totals.files[rosterFile]?.counts ?? {};
    const namesakes = [...Map.groupBy(people, ({ name }) => name).values()].filter(({ length }) => length > 1);

    expect({
      trueRecords: people.length,
      active: people.filter(({ leftOn }) => leftOn === null).length,
      left: people.filter(({ leftOn }) => leftOn !== null).length,
      namesUsedMoreThanOnce: namesakes.length,
      certificates: people.flatMap((person) => person.certificates).length,
    }).toEqual({ trueRecords, active, left, namesUsedMoreThanOnce, certificates });
  });

  it('tells which certificates have run out', () => {
    const { note: _, ...expected } = totals.files[rosterFile]?.certificates ?? {};
    const first = planRoster();
    const { verdicts } = planRoster({ answers: patientAnswers(first.verdicts) });
    const employed = verdicts.flatMap((verdict) => (verdict.kind === 'ready' && verdict.draft.leftOn === null ? [verdict.draft] : []));
    const held = employed.flatMap(({ certificates }) => certificates);
    const until = (from: string, to: string) => held.filter(({ validTo }) => validTo !== null && validTo >= from && validTo <= to).length;
    const asOf = '2026-09-30';

    expect({
      asOf,
      validityExpired: until('1900-01-01', '2026-09-29'),
      // The five reviews that are only ticked were overdue too; their days are known to people alone.
      reviewOverdue: held.filter(({ reviewOn }) => reviewOn !== null && reviewOn < asOf).length + 5,
      expiringIn90Days: until(asOf, '2026-12-29'),
    }).toMatchObject(expected);
  });

  it('has no effect the second time', () => {
    const first = planRoster();
    const existing = first.verdicts.flatMap((verdict, at) =>
      verdict.kind === 'ready' ? [{ ...verdict.draft, id: String(at), identityKey: verdict.draft.identityNumber }] : [],
    );
    const again = planRoster({ existing, identityKeyOf: (identity: string) => identity });

    expect(again.counts).toMatchObject({ ready: 0, ask: first.counts.ask, wrong: first.counts.wrong });
    expect(again.counts.skipped.already_there).toBe(first.counts.ready);
  });
});

it.each([unitsFile, rosterFile, '隐患台账-上半年.xlsx', '隐患台账-第三季度.xlsx'])('%s reads as another reader reads it', async (name) => {
  const other = new exceljs.Workbook();
  await other.xlsx.load((await officeFile(name)) as unknown as ArrayBuffer);
  const { sheets } = await officeWorkbook(name);
  const cellsOf = (sheet: exceljs.Worksheet) => {
    const cells: string[] = [];
    sheet.eachRow((row) =>
      row.eachCell((cell) => {
        if (cell.master === cell && shown(cell) !== '') cells.push(`${cell.address}=${shown(cell)}`);
      }),
    );
    return cells;
  };

  expect(sheets.map((sheet) => sheet.name)).toEqual(other.worksheets.map((sheet) => sheet.name));
  for (const [at, sheet] of sheets.entries()) {
    const ours = sheet.rows.flatMap(({ number, cells }) => cells.map(({ column, text }) => `${addressOf(number, column)}=${text}`));
    expect(ours).toEqual(cellsOf(other.worksheets[at] as exceljs.Worksheet));
  }
});

function shown(cell: exceljs.Cell): string {
  const value = cell.type === exceljs.ValueType.Formula ? cell.result : cell.value;
  if (value instanceof Date) return value.toISOString().slice(0, value.getUTCHours() + value.getUTCMinutes() === 0 ? 10 : 16);
  if (typeof value === 'number') return String(Number.isInteger(value) ? value : Number(value.toPrecision(15)));
  if (value !== null && typeof value === 'object' && 'error' in value) return value.error;
  return typeof value === 'string' ? value : '';
}
