import { answersInput, signOf } from '@changming/domain/imports';
import { describe, expect, it } from 'vitest';

import type { ImportGroup } from '../queries.ts';
import { answersWith, emptyDraft } from './draft.ts';
import { isAskedOfMany, optionsOf } from './options.ts';

const none = answersInput.parse({});
const beside = [{ field: 'dueOn', ours: '2026-03-08', theirs: '2026-03-10' }] as const;
const asked = (code: ImportGroup['code'], value: string, differs = true): ImportGroup => ({
  key: 'k',
  code,
  field: 'text',
  facts: {},
  candidates: [{ value, label: value, ...(differs && { beside: [...beside] }) }],
  places: [{ sheet: '一', row: 5, cell: 'D5' }],
});
const ways = (group: ImportGroup) => optionsOf(group).map((option) => (option.how === 'row' ? option.say : option.how));

describe('a row that tells a hazard otherwise', () => {
  it('keeps what is there or takes the ledger, the first of them first; many may be answered alike but where a stage goes back', () => {
    const groups = [asked('hazard_differs', 'h1'), asked('hazard_moved_back', 'h1')];
    expect(groups.map(ways)).toEqual([
      ['keep', 'replace', 'skip'],
      ['keep', 'replace', 'skip'],
    ]);
    expect(groups.map(isAskedOfMany)).toEqual([true, false]);
  });

  it('of two rows lets either count, and names the one that is to take', () => {
    const group = asked('row_differs', '一!4');
    expect(ways(group)).toEqual(['same', 'taken', 'accept', 'skip']);
    expect(ways(asked('hazard_similar', '一!4'))).toEqual(['same', 'taken', 'accept', 'skip']);
    expect(ways(asked('hazard_similar', '一!4', false)), 'nothing is to be taken').toEqual(['same', 'accept', 'skip']);
    const draft = { ...emptyDraft, replies: { k: { how: 'taken', of: '一!4' } } as const };
    expect(answersWith(none, draft, [group]).rows).toEqual([{ sheet: '一', row: 5, say: 'replace', about: 'row_differs', of: '一!4' }]);
  });

  it('is answered with what stood beside the question: the answer counts for that alone', () => {
    const group = asked('hazard_differs', 'h1');
    const all = { ...emptyDraft, replies: { 'all:hazard_differs': { how: 'row', say: 'replace' } } as const };
    const answer = { sheet: '一', row: 5, about: 'hazard_differs', seen: signOf(beside) };
    expect(answersWith(none, all, [group]).rows).toEqual([{ ...answer, say: 'replace' }]);
    const same = { ...emptyDraft, replies: { k: { how: 'same', of: 'h1' } } as const };
    const about = 'hazard_similar_there';
    expect(answersWith(none, same, [asked(about, 'h1')]).rows).toEqual([{ ...answer, say: 'same', about, of: 'h1' }]);
    const another = { ...emptyDraft, replies: { k: { how: 'row', say: 'accept' } } as const };
    expect(answersWith(none, another, [asked(about, 'h1')]).rows).toEqual([{ sheet: '一', row: 5, say: 'accept', about }]);
  });

  it('that only shows what differs offers no such thing as an answer', () => {
    expect(ways(asked('same_but_open', 'h1'))).toEqual(['accept', 'skip']);
  });
});
