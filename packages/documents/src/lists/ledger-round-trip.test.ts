import { hazardCategories, hazardLevels, hazardSources, type HazardStage, keyAreas } from '@changming/domain/hazards';
import { type HazardDraft, type KnownUnit, planHazards } from '@changming/domain/imports';
import { addDays } from '@changming/domain/kernel';
import type { Language } from '@changming/phrases';
import exceljs from 'exceljs';
import { beforeEach, describe, expect, it, vi } from 'vitest';

import { readWorkbook } from '../excel/index.ts';
import { press } from '../paper/index.ts';
import { ledgerSheet } from './ledger-sheet.ts';
import type { ListedHazard } from './list-content.ts';

// Reading starts a process of its own, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const units: readonly KnownUnit[] = [
  { id: 'root', name: '岚枝集团', shortNames: [], parentId: null, kind: 'group', code: 'A' },
  { id: 'east', name: '东城服饰', shortNames: [], parentId: 'root', kind: 'subsidiary', code: 'A01' },
  { id: 'mill', name: '东城一厂', shortNames: [], parentId: 'east', kind: 'factory', code: 'A0101' },
  { id: 'west', name: '西岭羽绒', shortNames: [], parentId: 'root', kind: 'subsidiary', code: 'A02' },
  { id: 'east-sewing', name: '缝制车间', shortNames: [], parentId: 'mill', kind: 'workshop', code: 'A010101' },
  { id: 'west-sewing', name: '缝制车间', shortNames: [], parentId: 'west', kind: 'workshop', code: 'A0201' },
];
const persons = [
  { id: 'zhao', name: '赵敏', unitId: 'mill' },
  { id: 'wang', name: '王芳', unitId: 'mill' },
  { id: 'li', name: '李强', unitId: 'mill' },
];

type Kept = Pick<
  HazardDraft,
  | 'unitId'
  | 'foundOn'
  | 'text'
  | 'place'
  | 'keyArea'
  | 'category'
  | 'from'
  | 'level'
  | 'measures'
  | 'responsibleUnitId'
  | 'funds'
  | 'stage'
  | 'dueOn'
  | 'doneOn'
  | 'closedOn'
> & { readonly people: readonly (string | null)[] };

let counted = 0;
beforeEach(() => {
  counted = 0;
});

function givenHazard(over: Partial<ListedHazard> = {}): ListedHazard {
  counted += 1;
  const open = { stage: 'assigned', account: 'openNotDue', rectifiedOn: null, acceptor: null, acceptedOn: null } as const;
  return {
    number: `H-2026-${String(counted).padStart(6, '0')}`,
    unit: '东城服饰/东城一厂/缝制车间',
    place: '二号仓库',
    keyArea: 'fire',
    text: `第${counted}处疏散通道堆放布料`,
    category: 'exits',
    level: 'workshop',
    clauses: ['FL-28'],
    source: 'selfCheck',
    anonymous: false,
    finder: '赵敏',
    foundOn: addDays('2026-05-01', counted),
    beforePhotos: [],
    beforeLack: null,
    measures: '清理并划线',
    responsibleUnit: '东城服饰/东城一厂',
    leader: null,
    responsible: '王芳',
    funds: 120_050,
    dueOn: '2026-07-20',
    contingency: null,
    contingencyWaived: false,
    supervisor: null,
    extendedFromOn: null,
    afterPhotos: [],
    spent: null,
    opinion: null,
    lookBackOn: null,
    lookBackResult: null,
    lesson: null,
    asWritten: {},
    ...open,
    ...over,
  };
}

/** What the ledger keeps of the stage: before the work begins it is all one. */
const stages = {
  reported: 'assigned',
  registered: 'assigned',
  assigned: 'assigned',
  rectifying: 'rectifying',
  submitted: 'submitted',
  closed: 'closed',
  void: 'void',
} as const satisfies Record<HazardStage, HazardStage>;

function expected(hazard: ListedHazard): Kept {
  const isDone = hazard.stage === 'submitted' || hazard.stage === 'closed';
  return {
    unitId: hazard.unit.startsWith('西岭') ? 'west-sewing' : 'east-sewing',
    foundOn: hazard.foundOn,
    text: hazard.text ?? '',
    place: hazard.place,
    keyArea: hazard.keyArea,
    category: hazard.category,
    from: hazard.source,
    level: hazard.level ?? 'team',
    measures: hazard.measures,
    responsibleUnitId: 'mill',
    funds: hazard.funds,
    stage: stages[hazard.stage],
    dueOn: hazard.dueOn,
    doneOn: isDone ? hazard.rectifiedOn : null,
    closedOn: hazard.stage === 'closed' ? hazard.acceptedOn : null,
    people: ['zhao', 'wang', hazard.acceptor === null ? null : 'li'],
  };
}

function kept(draft: HazardDraft): Kept {
  const {
    unitId,
    foundOn,
    text,
    place,
    keyArea,
    category,
    from,
    level,
    measures,
    responsibleUnitId,
    funds,
    stage,
    dueOn,
    doneOn,
    closedOn,
  } = draft;
  const people = [draft.finders, draft.responsible, draft.acceptors].map(([first]) => first?.id ?? null);
  return {
    unitId,
    foundOn,
    text,
    place,
    keyArea,
    category,
    from,
    level,
    measures,
    responsibleUnitId,
    funds,
    stage,
    dueOn,
    doneOn,
    closedOn,
    people,
  };
}

async function roundTrip(rows: readonly ListedHazard[], language: Language = 'zh-CN') {
  const file = await press({ kind: 'data', data: ledgerSheet(rows, { language, madeAt: new Date('2026-10-09T02:00:00Z') }) });
  const { sheets } = await readWorkbook(file);
  return { file, plan: planHazards(sheets, units, { today: '2026-10-09', persons }) };
}

describe('a ledger that goes out and comes in again', () => {
  it.each(['zh-CN', 'en'] as const)(
    'tells the same hazards in %s, whatever their stage, level, source and area, without a question',
    async (language) => {
      const done = { rectifiedOn: '2026-07-08', acceptor: '李强', acceptedOn: '2026-07-09' } as const;
      const rows = [
        ...(['reported', 'assigned', 'rectifying', 'void'] as const).map((stage) => givenHazard({ stage })),
        givenHazard({ stage: 'submitted', rectifiedOn: '2026-07-08' }),
        givenHazard({ stage: 'closed', ...done }),
        ...hazardLevels.map((level) => givenHazard({ level })),
        ...hazardSources.map((source) => givenHazard({ source })),
        ...keyAreas.map((keyArea) => givenHazard({ keyArea })),
        ...hazardCategories.filter((category) => category !== 'other').map((category) => givenHazard({ category })),
        givenHazard({ unit: '西岭羽绒/缝制车间', funds: 0, dueOn: null, measures: null, place: null }),
        givenHazard({ beforeLack: '误报一场，已先处理' }),
      ];

      const { plan } = await roundTrip(rows, language);

      expect(plan.counts).toMatchObject({ ready: rows.length, ask: 0, wrong: 0 });
      expect(plan.verdicts.flatMap((verdict) => (verdict.kind === 'ready' ? [kept(verdict.draft)] : []))).toEqual(rows.map(expected));
    },
  );

  it('tells in a column of its own why there is no photo before', async () => {
    const { file } = await roundTrip([givenHazard({ beforeLack: '情况紧急，已先处理' }), givenHazard()]);

    const workbook = new exceljs.Workbook();
    await workbook.xlsx.load(file as unknown as exceljs.Buffer);
    const column = [1, 2, 3].map((at) => workbook.worksheets[0]?.getRow(at).getCell(24).value);
    expect(column).toEqual(['缺整改前照片', '情况紧急，已先处理', null]);
  });

  it('keeps text that looks like a formula, a number or several lines', async () => {
    const texts = ['=1+1', '+86 号柜未上锁', '-3 层积水', '@全体 未培训', '00123 号灭火器失压', '第一行\n第二行'];
    const rows = texts.map((text) => givenHazard({ text }));

    const { file, plan } = await roundTrip(rows);

    const workbook = new exceljs.Workbook();
    await workbook.xlsx.load(file as unknown as exceljs.Buffer);
    const cells = texts.map((_, at) => workbook.worksheets[0]?.getRow(at + 2).getCell(7));
    expect(cells.map((cell) => [cell?.type, cell?.value, cell?.numFmt])).toEqual(
      texts.map((text) => [exceljs.ValueType.String, text, '@']),
    );
    expect(plan.verdicts.flatMap((verdict) => (verdict.kind === 'ready' ? [verdict.draft.text] : []))).toEqual(texts);
  });
});
