import { describe, expect, it } from 'vitest';

import { answeredInTurn, type SaidOfRow } from '../../testing/answered-in-turn.ts';
import { givenKnownHazard } from '../../testing/given-known-hazard.ts';
import { givenSheet } from '../../testing/given-sheet.ts';
import type { Answers } from '../answers.ts';
import type { KnownHazard } from './hazard-draft.ts';
import { planHazards } from './plan-hazards.ts';

const units = [{ id: 'w', name: '织造车间', shortNames: [], parentId: null, kind: 'workshop', code: null } as const];
const header = ['受检单位', '检查日期', '隐患描述', '等级', '整改期限', '完成日期', '是否销号'];
const open = ['2026-03-08', null, '否'];
const closed = ['2026-03-08', '2026-03-07', '是'];
const row = (text: string, state = open) => ['织造车间', '2026-03-05', text, '车间级', ...state];
const [two, three, five] = ['两', '三', '五'].map((many) => `二楼东侧配电箱前堆放布料${many}捆`) as [string, string, string];
const there = (id: string, text: string, over: Partial<KnownHazard> = {}) => givenKnownHazard({ id, text, ...over });

/** The rows begin at 2. */
function judged(rows: readonly (readonly (string | null)[])[], existing: readonly KnownHazard[] = [], said: readonly SaidOfRow[] = []) {
  const options = { today: '2026-10-10', existing, fileHash: 'late' };
  const plan = (answers: Answers) => planHazards([givenSheet([header, ...rows])], units, { ...options, answers }).verdicts;
  return plan(answeredInTurn(said, plan)).filter(({ source }) => source.row > 1);
}
const asks = (code: string, ...values: readonly string[]) => ({
  kind: 'ask',
  questions: [{ code, candidates: values.map((value) => ({ value })) }],
});

describe('a row that resembles a hazard that is there', () => {
  const about = 'hazard_similar_there';

  it('is asked about, with every one it may be', () => {
    expect(judged([row(two)], [there('1', three), there('2', five)])).toMatchObject([asks(about, '1', '2')]);
  });

  it('moves it on when a person says that it is the same, as its very words would', () => {
    const said = [{ row: 2, say: 'same', about, of: '2' }];
    const known = [there('1', three), there('2', five)];
    expect(judged([row(two, closed)], known, said)).toMatchObject([
      { kind: 'ready', draft: { existingId: '2', stage: 'closed' }, warnings: [{ code: 'hazard_moved_on' }] },
    ]);
    expect(judged([row(two)], known, said), 'it tells nothing new').toMatchObject([{ kind: 'skip', reason: 'already_there' }]);
    const livesOn = [there('2', five, { livesOn: true })];
    expect(judged([row(two, closed)], livesOn, said)).toMatchObject([{ kind: 'skip', reason: 'lives_on' }]);
  });

  it('leaves it as it is when a person says so, and is another one when a person says that', () => {
    const known = [there('1', three)];
    expect(judged([row(two, closed)], known, [{ row: 2, say: 'keep', about }])).toMatchObject([{ kind: 'skip', reason: 'kept_as_is' }]);
    expect(judged([row(two, closed)], known, [{ row: 2, say: 'accept', about }])).toMatchObject([
      { kind: 'ready', draft: { existingId: null } },
    ]);
  });

  it('is asked about again where the one that was meant is not there any more, or could be either', () => {
    const known = [there('1', three), there('2', five)];
    expect(judged([row(two)], known, [{ row: 2, say: 'same', about, of: '9' }])).toMatchObject([asks(about, '1', '2')]);
    expect(judged([row(two)], known, [{ row: 2, say: 'same', about }])).toMatchObject([asks(about, '1', '2')]);
    expect(judged([row(two, closed)], known.slice(0, 1), [{ row: 2, say: 'same', about }])).toMatchObject([{ draft: { existingId: '1' } }]);
  });

  it('that contradicts it is asked about once more, and that question has an answer of its own', () => {
    const settled = [there('1', three, { stage: 'closed', doneOn: '2026-03-07', closedOn: '2026-03-07' })];
    const again = row(two, ['2026-05-01', null, '否']);
    const same = { row: 2, say: 'same', about, of: '1' };
    expect(judged([again], settled, [same])).toMatchObject([{ kind: 'ask', questions: [{ code: 'hazard_moved_back' }] }]);
    const replace = { row: 2, say: 'replace', about: 'hazard_moved_back' };
    expect(judged([again], settled, [same, replace])).toMatchObject([{ kind: 'ready', draft: { existingId: '1', stage: 'assigned' } }]);
  });

  it('tells twice what another row of the file tells: the one with its very words, else the first', () => {
    const known = [there('1', three)];
    const same = (at: number) => ({ row: at, say: 'same', about, of: '1' });
    expect(judged([row(two, closed), row(three, closed)], known, [same(2)])).toMatchObject([
      { kind: 'skip', reason: 'duplicate', sameAs: { row: 3 } },
      { kind: 'ready', draft: { existingId: '1' } },
    ]);
    const another = { row: 3, say: 'accept', about: 'hazard_similar' };
    expect(judged([row(two, closed), row(five, closed)], known, [same(2), another, same(3)])).toMatchObject([
      { kind: 'ready', draft: { existingId: '1' } },
      { kind: 'skip', reason: 'duplicate', sameAs: { row: 2 } },
    ]);
  });

  it('is not asked about a second time once this very row has come in', () => {
    const known = [there('1', three, { stage: 'closed', rows: ['late!Sheet1!2'] })];
    expect(judged([row(two, closed)], known)).toMatchObject([{ kind: 'skip', reason: 'already_there' }]);
  });
});

describe('a row that resembles another of its file', () => {
  const about = 'hazard_similar';

  it('is told twice when a person says so, and another one when a person says that', () => {
    const rows = [row(two), row(three)];
    expect(judged(rows)).toMatchObject([{ kind: 'ready' }, asks(about, 'Sheet1!2')]);
    const same = { row: 3, say: 'same', about, of: 'Sheet1!2' };
    expect(judged(rows, [], [same])).toMatchObject([{ kind: 'ready' }, { kind: 'skip', reason: 'duplicate', sameAs: { row: 2 } }]);
    expect(judged(rows, [], [{ row: 3, say: 'accept', about }])).toMatchObject([{ kind: 'ready' }, { kind: 'ready' }]);
  });

  it('is asked about again where the row that was meant is left out', () => {
    const said = [
      { row: 2, say: 'skip' },
      { row: 4, say: 'same', about, of: 'Sheet1!2' },
    ];
    expect(judged([row(two), row(three), row(five)], [], said)[2]).toMatchObject(asks(about, 'Sheet1!3'));
  });

  it('may still be one that is there: that is asked when it is none of the file', () => {
    const another = { row: 3, say: 'accept', about };
    const rows = [row(two, closed), row(three)];
    expect(judged(rows, [there('1', five)], [another])).toMatchObject([
      asks('hazard_similar_there', '1'),
      asks('hazard_similar_there', '1'),
    ]);
  });
});

describe('an open row is never left out unasked for something that is closed', () => {
  const asks1 = { kind: 'ask', questions: [{ code: 'same_but_open' }] };
  const own = { kind: 'ready', draft: { existingId: null, stage: 'assigned' } };
  const settled = there('1', three, { stage: 'closed', doneOn: '2026-03-07', closedOn: '2026-03-07' });
  const same = (at: number, about: string, of: string) => ({ row: at, say: 'same', about, of });
  const accepted = (at: number) => ({ row: at, say: 'accept', about: 'same_but_open' });
  const another = { row: 3, say: 'accept', about: 'hazard_similar' };

  it.each<[string, readonly (readonly (string | null)[])[], readonly KnownHazard[], readonly SaidOfRow[]]>([
    ['called the same as a row', [row(two, closed), row(three)], [], [same(3, 'hazard_similar', 'Sheet1!2')]],
    ['with the very words of a row', [row(two, closed), row(two)], [], []],
    [
      'called the same as a hazard, beside a row that is',
      [row(two, closed), row(five)],
      [there('1', three)],
      [same(2, 'hazard_similar_there', '1'), another, same(3, 'hazard_similar_there', '1')],
    ],
    [
      'called the same as a hazard',
      [row(five, closed), row(two)],
      [settled],
      [{ row: 2, say: 'accept', about: 'hazard_similar_there' }, another, same(3, 'hazard_similar_there', '1')],
    ],
    [
      'for which a hazard is kept',
      [row(five, closed), row(two)],
      [settled],
      [{ row: 2, say: 'accept', about: 'hazard_similar_there' }, another, { row: 3, say: 'keep', about: 'hazard_similar_there' }],
    ],
    [
      'called the same as one that goes on here',
      [row(five, closed), row(two)],
      [{ ...settled, livesOn: true }],
      [{ row: 2, say: 'accept', about: 'hazard_similar_there' }, another, same(3, 'hazard_similar_there', '1')],
    ],
  ])('%s', (_, rows, existing, said) => {
    expect(judged(rows, existing, said)[1]).toMatchObject(asks1);
    expect(judged(rows, existing, [...said, accepted(3)])[1]).toMatchObject(own);
    const skipped = judged(rows, existing, [...said, { row: 3, say: 'skip' }]);
    expect(skipped.find(({ source }) => source.row === 3)).toMatchObject({ kind: 'skip', reason: 'said_to_skip' });
  });

  it('and one that is closed is not left out unasked for an open row, while what is kept stays', () => {
    expect(judged([row(two), row(two, closed)])[1]).toMatchObject({ kind: 'ask', questions: [{ code: 'row_differs' }] });
    const keep = { row: 2, say: 'keep', about: 'hazard_similar_there' };
    expect(judged([row(two)], [there('2', five)], [keep])).toMatchObject([{ kind: 'skip', reason: 'kept_as_is' }]);
  });

  it('and an older ledger that tells of a hazard in its very words changes nothing', () => {
    const listed = [{ code: 'hazard_tells_otherwise', candidates: [{ beside: [{ field: 'stage', ours: 'closed', theirs: 'assigned' }] }] }];
    expect(judged([row(three)], [settled])).toMatchObject([{ kind: 'skip', reason: 'tells_less', warnings: listed }]);
  });
});
