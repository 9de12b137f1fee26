import { type KnownUnit, planTraining } from '@changming/domain/imports';
import { levelObjection, trainingCategories } from '@changming/domain/training';
import { zhCN } from '@changming/phrases';
import { expect, it, vi } from 'vitest';

import { readWorkbook } from '../excel/index.ts';
import { type RollForm, rollForm } from './roll-form.ts';

// Each reading starts a process of its own, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const unit = (id: string, name: string, parentId: string | null, kind: KnownUnit['kind']): KnownUnit => {
  return { id, name, shortNames: [], parentId, kind, code: null };
};
const units = [unit('g', '岚枝集团', null, 'group'), unit('c', '临溪公司', 'g', 'subsidiary'), unit('w', '缝制车间', 'c', 'workshop')];
const persons = [
  { id: 'P1', name: '王芳', staffNo: 'A1', unitId: 'w', leftOn: null },
  { id: 'P2', name: '王芳', staffNo: 'A2', unitId: 'w', leftOn: null },
  { id: 'P3', name: '李伟', staffNo: 'A3', unitId: 'w', leftOn: null },
];
const session: RollForm['session'] = {
  title: '开工第一课',
  category: 'threeLevel',
  level: 'workshop',
  unit: '临溪公司',
  place: '培训室',
  trainer: '郑云',
  state: 'closed',
  startsAt: new Date('2026-02-01T01:00:00Z'),
  endsAt: new Date('2026-02-01T07:00:00Z'),
  heldOn: '2026-02-01',
  classHours: 8,
};
const signedInAt = new Date('2026-02-01T00:58:00Z');
const there = { unit: '缝制车间', way: 'scan', signedInAt } as const;
const absent = { unit: '缝制车间', way: null, signedInAt: null, result: null, score: null } as const;
const people: RollForm['people'] = [
  { name: '王芳', staffNo: 'A1', ...there, result: 'passed', score: 92 },
  { name: '王芳', staffNo: 'A2', ...there, result: 'failed', score: null },
  { name: '李伟', staffNo: 'A3', ...absent },
];

const draftsOf = (sheets: Awaited<ReturnType<typeof readWorkbook>>['sheets']) => {
  const { verdicts, counts } = planTraining(sheets, units, { today: '2026-10-10', passMark: 80, persons });
  return { counts, drafts: verdicts.flatMap((verdict) => (verdict.kind === 'ready' ? [verdict.draft] : [])) };
};

it('the sign-in sheet of a session is read back as it was held, two of one name by their numbers, whatever its category', async () => {
  const { sheets } = await readWorkbook(Buffer.from(await rollForm({ session, people, madeAt: signedInAt })));
  const { drafts, counts } = draftsOf(sheets);
  expect(counts).toMatchObject({ ready: 3, ask: 0, wrong: 0 });
  const held = { title: '开工第一课', category: 'threeLevel', level: 'workshop', heldOn: '2026-02-01', classHours: 8, trainer: '郑云' };
  const found = Object.fromEntries(drafts.map(({ personId, ...draft }) => [personId, draft]));
  expect(found).toMatchObject({
    P1: { attended: true, result: 'passed', score: 92, session: held },
    P2: { attended: true, result: 'failed', score: null, session: held },
    P3: { attended: false, result: null, score: null, session: held },
  });

  const { categories, levels } = zhCN.training;
  const words = `${categories.threeLevel} ${levels.workshop}`;
  for (const category of trainingCategories) {
    const level = levelObjection(category, null) === null ? null : 'team';
    const instead = level === null ? categories[category] : `${categories[category]} ${levels[level]}`;
    const cellsOf = (cells: (typeof sheets)[number]['rows'][number]['cells']) =>
      cells.map((cell) => ({ ...cell, text: cell.text.replace(words, instead) }));
    const changed = sheets.map((sheet) => ({ ...sheet, rows: sheet.rows.map((row) => ({ ...row, cells: cellsOf(row.cells) })) }));
    expect(draftsOf(changed).drafts[0]).toMatchObject({ session: { category, level } });
  }
});
