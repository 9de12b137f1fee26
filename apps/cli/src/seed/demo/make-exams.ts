import { actAs, pastOf } from '@changming/application/access';
import { addPaper, beginAttempt, closeSeats, handIn, installQuestions, setExam } from '@changming/application/training';

import { eachOf } from '../in-order.ts';
import { answersOf } from './exam-answers.ts';
import type { MadePerson } from './make-people.ts';
import type { Training } from './training-past.ts';
import type { MadeUnit } from './make-units.ts';

const day = 86_400_000;

const firePaper = [
  { topic: 'fire', count: 8, points: 5 },
  { topic: 'escape', count: 4, points: 5 },
  { topic: 'electricity', count: 4, points: 5 },
  { topic: 'firstAid', count: 4, points: 5 },
] as const;
const disciplinePaper = [
  { topic: 'discipline', count: 5, points: 10 },
  { topic: 'law', count: 5, points: 10 },
] as const;

/** The bank, two papers, an exam on fire of the last quarter with its results, and one that is open now in every factory. */
export async function makeExams(making: Training): Promise<number> {
  const { shell, editor, units } = making;
  const { house } = shell;
  const now = house.clock.now().getTime();
  const [root] = units;
  if (root === undefined) return 0;
  const begun = pastOf(house, new Date(now - 150 * day));
  await installQuestions(begun.clockwork(), {});
  const by = begun.callerFor(editor);
  const { id: paperId } = await addPaper(by, {
    unitId: root.id,
    name: '消防与应急知识（20 题）',
    draw: [...firePaper],
    minutes: 30,
    attempts: 2,
  });
  await addPaper(by, { unitId: root.id, name: '反三违考试（10 题）', draw: [...disciplinePaper], minutes: 20, attempts: 3 });
  const factories = units.filter(({ unit }) => unit.kind === 'factory');
  await eachOf(factories, 3, async (factory) => {
    await past(making, factory, { paperId, at: now - 75 * day });
    await open(making, factory, { paperId, at: now - 2 * day });
  });
  await closeSeats(house.silent().clockwork(), {});
  return factories.length * 2;
}

type Setting = { readonly paperId: string; readonly at: number };

function staffOf({ people }: Training, factory: MadeUnit): MadePerson[] {
  return people.filter(({ unit, post }) => unit.code.startsWith(factory.code) && post === 'staff');
}

/** Over: eight sat, most passed, one at the second go, one never, and one did not come. */
async function past(making: Training, factory: MadeUnit, { paperId, at }: Setting): Promise<void> {
  const sitters = staffOf(making, factory).slice(0, 9);
  const window = { opensAt: new Date(at).toISOString(), closesAt: new Date(at + 5 * day).toISOString() };
  const wanted = { unitId: factory.id, paperId, title: '第三季度消防知识考试', category: 'fire', ...window } as const;
  const { id: examId } = await setExam(pastOf(making.shell.house, new Date(at)).callerFor(making.editor), {
    ...wanted,
    audience: { personIds: sitters.map(({ id }) => id) },
  });
  for (const [nth, person] of sitters.slice(0, -1).entries()) {
    const failsFirst = nth === 2 || nth === 5;
    await sit(making, person, { examId, at: at + (nth + 1) * 3_600_000, missedEvery: failsFirst ? 3 : nth % 3 === 0 ? 0 : 9 });
    if (failsFirst) await sit(making, person, { examId, at: at + 2 * day, missedEvery: nth === 5 ? 2 : 0 });
  }
}

/** Running: everybody of the factory sits it this week; some have. */
async function open(making: Training, factory: MadeUnit, { paperId, at }: Setting): Promise<void> {
  const { shell, editor } = making;
  const window = { opensAt: new Date(at).toISOString(), closesAt: new Date(at + 12 * day).toISOString() };
  const wanted = { unitId: factory.id, paperId, title: '冬季消防与应急知识考试', category: 'fire', ...window } as const;
  const { id: examId } = await setExam(shell.house.silent().at(new Date(at)).callerFor(editor), {
    ...wanted,
    audience: { unitIds: [factory.id] },
  });
  for (const person of staffOf(making, factory).slice(3, 6)) await sit(making, person, { examId, at: at + 3_600_000, missedEvery: 9 });
}

type Sitting = { readonly examId: string; readonly at: number; readonly missedEvery: number };

async function sit({ shell, units }: Training, person: MadePerson, { examId, at, missedEvery }: Sitting): Promise<void> {
  const place = units.find(({ code }) => person.unit.code.startsWith(code) && code !== units[0]?.code) ?? person.unit;
  const actor = await actAs(shell.house, { role: 'worker', personId: person.id, unitId: place.id });
  const attempt = await beginAttempt(pastOf(shell.house, new Date(at)).callerFor(actor), { examId });
  const later = pastOf(shell.house, new Date(at + 14 * 60_000)).callerFor(actor);
  await handIn(later, { attemptId: attempt.id, answers: answersOf(attempt, missedEvery) });
}
