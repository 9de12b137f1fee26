import { createHash } from 'node:crypto';

import {
  answerImport,
  declareImport,
  listImportRecords,
  listImportRows,
  planImport,
  readImport,
  receiveImport,
  runTrainingImport,
  runUnitsImport,
  startImport,
} from '@changming/application/imports';
import { as, given, houseAt, test } from '@changming/application/testing';
import { listSessions, readSession } from '@changming/application/training';
import { readWorkbook } from '@changming/documents/excel';
import type { Database } from '@changming/database';
import { type Answers, answersInput, type CellProblem, noAnswers, planWorkforce } from '@changming/domain/imports';
import { expect, vi } from 'vitest';

import { callerOf, givenOffice, type Office, officeFile } from '../../testing/office.ts';

// Whole files take their time on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

type House = ReturnType<typeof houseAt>;
const runs = { units: runUnitsImport, training: runTrainingImport } as const;
const files = { units: '组织机构.xlsx', training: '培训记录.xlsx' } as const;
let office: Office;

/** Each file is read once, by the reader of the product. */
const read = new Map<string, Awaited<ReturnType<typeof readWorkbook>>['sheets']>();

async function planned(house: House, kind: keyof typeof files) {
  const caller = callerOf(house, office);
  const content = await officeFile(files[kind]);
  const told = { kind, unitId: office.root.id, fileName: files[kind], effectiveOn: '2025-01-01' };
  const { id: batchId } = await declareImport(caller, told);
  await receiveImport(caller, { batchId, content, hash: createHash('sha256').update(content).digest('hex') });
  const sheets = read.get(kind) ?? (await readWorkbook(content)).sheets;
  read.set(kind, sheets);
  await planImport(caller, { batchId, sheets });
  return { batchId, sheets, counts: (await readImport(caller, { batchId })).counts };
}

type Asked = Pick<CellProblem, 'cell' | 'candidates'> & { readonly sheet: string };

/** Nothing where that is allowed, otherwise the first that is on offer. */
function cellsFor(asked: readonly Asked[]): Answers['cells'] {
  return asked.flatMap(({ sheet, cell, candidates = [] }) => {
    const value = (candidates.find((one) => one.value === 'empty') ?? candidates[0])?.value;
    return cell === null || value === undefined ? [] : [{ sheet, cell, value }];
  });
}

/** What a patient person would say; the group itself is as the file says. */
async function answersTo(house: House, batchId: string): Promise<Answers> {
  const { items } = await listImportRows(callerOf(house, office), { batchId, verdict: 'ask', limit: 200 });
  const asked = items.flatMap(({ sheet, row, detail }) => (detail.questions ?? []).map((question) => ({ ...question, sheet, row })));
  const rows = asked.filter(({ code }) => code === 'unit_differs').map(({ sheet, row }) => ({ sheet, row, say: 'replace' as const }));
  return answersInput.parse({ cells: cellsFor(asked), rows });
}

async function bring(house: House, kind: keyof typeof files) {
  const caller = callerOf(house, office);
  const { batchId, sheets } = await planned(house, kind);
  await answerImport(caller, { batchId, answers: await answersTo(house, batchId) });
  await planImport(caller, { batchId, sheets });
  await startImport(caller, { batchId, onlyIfAll: false });
  return { batchId, done: await runs[kind](caller, { batchId, sheets }) };
}

/** The people of the office's roster, at work in their units. */
async function givenRoster(owner: Database): Promise<void> {
  const units = await owner
    .selectFrom('units')
    .select(['id', 'name', 'short_names as shortNames', 'parent_id as parentId', 'kind', 'code'])
    .orderBy('lo')
    .execute();
  const { sheets } = await readWorkbook(await officeFile('人员花名册.xlsx'));
  const plan = (answers: Answers) => planWorkforce(sheets, units, { today: '2026-10-10', answers }).verdicts;
  const asked = plan(noAnswers).flatMap((verdict) => {
    const told = verdict.kind === 'ask' ? verdict.questions : verdict.kind === 'wrong' ? verdict.problems : [];
    return told.map((each) => ({ ...each, ...verdict.source }));
  });
  const rows = asked.flatMap(({ sheet, row, candidates }) => (candidates === undefined ? [{ sheet, row, say: 'accept' as const }] : []));
  const drafts = plan(answersInput.parse({ cells: cellsFor(asked), rows })).flatMap((verdict) =>
    verdict.kind === 'ready' ? [verdict.draft] : [],
  );
  const people = drafts.map(({ name, staffNo, unitId, leftOn }, at) => ({
    // Two of one name are offered in the order of their ids; the one on the sheets is the later on the roster.
    id: `01900000-0000-7000-8000-${String(drafts.length - at).padStart(12, '0')}`,
    name,
    // Of two with one number the product knows the first by it.
    staff_no: drafts.find((draft) => draft.staffNo === staffNo)?.name === name ? staffNo : null,
    unit_id: unitId,
    left_on: leftOn,
    search_key: name,
  }));
  await given.arranged(owner, async (tx) => {
    await tx.insertInto('persons').values(people).execute();
  });
}

test('the sign-in sheets of the office come in whole, with the hours that it counted, and have no effect the second time', async ({
  database,
}) => {
  const { owner } = database;
  const house = houseAt(database, '2026-10-10T02:00:00.000Z');
  office = await givenOffice(owner);
  await bring(house, 'units');
  await givenRoster(owner);
  const hq = callerOf(house, office);
  const expected = JSON.parse(Buffer.from(await officeFile('expected-totals.json')).toString('utf8')) as {
    readonly files: Readonly<Record<string, { readonly counts: { readonly trueRecords: number }; readonly totals: object }>>;
  };
  const totals = expected.files[files.training];

  const { batchId, done } = await bring(house, 'training');

  expect(done).toMatchObject({ made: totals?.counts.trueRecords, changed: 0 });
  const credits = await owner.selectFrom('training_credits').select(['session_id', 'attended', 'class_hours']).execute();
  expect({
    sessions: new Set(credits.map((credit) => credit.session_id)).size,
    attended: credits.filter(({ attended }) => attended).length,
    personHours: credits.reduce((sum, credit) => sum + credit.class_hours, 0),
  }).toEqual(totals?.totals);
  const [record] = (await listImportRecords(hq, { batchId, limit: 1 })).items;
  expect(record).toMatchObject({ sheet: '1.新员工公司级安全', row: 5, name: expect.any(String) });
  const { items: sessions } = await listSessions(hq, { withBelow: true, limit: 50 });
  expect(sessions).toHaveLength(22);
  const first = await readSession(hq, { sessionId: sessions.at(-1)?.id ?? '' });
  expect(first).toMatchObject({ heldOn: '2026-01-10', trainer: '郑云', level: 'company', origin: 'opening', unit: '临溪羽绒服饰有限公司' });
  expect(first.people.find(({ name }) => name === '朱海兰')).toMatchObject({ attended: true, score: 89, classHours: 8 });

  const again = await planned(house, 'training');
  expect(again.counts).toMatchObject({ ready: 0, wrong: 0, skipped: { already_there: expect.any(Number) } });
  await house.close();
});

test('sign-in sheets are brought in by those who may, and into no branch but their own', async ({ database }) => {
  const house = houseAt(database, '2026-10-10T02:00:00.000Z');
  const [mine, other] = await database.owner
    .selectFrom('units')
    .selectAll()
    .where('name', 'in', ['汀南针织厂', '禾坪制衣厂'])
    .orderBy('name')
    .execute();
  if (mine === undefined || other === undefined) throw new Error('no mills');
  const declare = (role: 'safetyOfficer' | 'unitHead', unitId: string) =>
    declareImport(as(house, role, mine), { kind: 'training', unitId, fileName: files.training });
  await expect(declare('safetyOfficer', mine.id)).resolves.toMatchObject({});
  await expect(declare('safetyOfficer', other.id)).rejects.toMatchObject({ kind: 'missing' });
  await expect(declare('unitHead', mine.id)).rejects.toMatchObject({ kind: 'forbidden' });
  await house.close();
});
