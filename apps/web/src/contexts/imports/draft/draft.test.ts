import { signOfName } from '@changming/domain/imports';
import { describe, expect, it } from 'vitest';

import type { ImportGroup } from '../queries.ts';
import { answersWith, emptyDraft, isComplete, sizeOf } from './draft.ts';
import { optionsOf } from './options.ts';

const group: ImportGroup = {
  key: 'k1',
  code: 'unit_unmatched',
  field: 'unit',
  facts: { text: '缝一' },
  candidates: [{ value: 'u1', label: '集团/缝纫一车间' }],
  places: [
    { sheet: '一', row: 5, cell: 'C5' },
    { sheet: '一', row: 9, cell: 'C9' },
  ],
};
const none = { sheets: [], headers: [], columns: [], scopes: [], values: [], cells: [], rows: [] };

describe('what was said and not sent yet', () => {
  it('becomes one answer for each place of the question, and for no other', () => {
    const draft = { ...emptyDraft, replies: { k1: { how: 'value', value: 'u1' }, k2: { how: 'value', value: 'u2' } } as const };
    expect(answersWith(none, draft, [group]).cells).toEqual([
      { sheet: '一', cell: 'C5', value: 'u1' },
      { sheet: '一', cell: 'C9', value: 'u1' },
    ]);
  });

  it('takes the place of what was said before, and leaves the rest', () => {
    const base = { ...none, cells: [{ sheet: '一', cell: 'C5', text: '缝一' }], rows: [{ sheet: '一', row: 9, say: 'skip' as const }] };
    const picked = { ...emptyDraft, replies: { k1: { how: 'unit', unit: { id: 'u7', name: '七' } } } as const };
    expect(answersWith(base, picked, [group]).cells).toContainEqual({ sheet: '一', cell: 'C5', text: '缝一', value: 'u7' });
    const typed = { ...emptyDraft, replies: { k1: { how: 'text', text: ' 缝二 ' } } as const };
    expect(answersWith(base, typed, [group])).toMatchObject({ cells: [{ text: '缝二' }, { text: '缝二' }], rows: base.rows });
  });

  it('answers for the whole sheet where the table has no column for units', () => {
    const missing = { ...group, code: 'unit_missing' as const, facts: {}, places: [{ sheet: '二', row: 4, cell: null }] };
    const draft = { ...emptyDraft, replies: { k1: { how: 'unit', unit: { id: 'u7', name: '七' } } } as const };
    expect(answersWith(none, draft, [missing])).toMatchObject({ scopes: [{ sheet: '二', unitId: 'u7' }], cells: [] });
  });

  it('answers for all rows below a band that names no unit', () => {
    const band = {
      ...group,
      facts: { text: '缝制二线' },
      places: [
        { sheet: '二', row: 4, cell: null },
        { sheet: '二', row: 5, cell: null },
      ],
    };
    const draft = { ...emptyDraft, replies: { k1: { how: 'value', value: 'u1' } } as const };
    expect(answersWith(none, draft, [band])).toMatchObject({
      values: [{ sheet: '二', field: 'unit', text: '缝制二线', value: 'u1' }],
      scopes: [],
      cells: [],
    });
  });

  it('is not sent before it says something', () => {
    const draft = { ...emptyDraft, replies: { k1: { how: 'text', text: ' ' } } as const, columns: { 一: { D: null, E: 'name' } } };
    expect(isComplete({ how: 'unit', unit: null })).toBe(false);
    expect(sizeOf(draft)).toBe(2);
    expect(answersWith(none, draft, [group])).toMatchObject({ cells: [], columns: [{ sheet: '一', column: 'D', field: null }, {}] });
  });
});

describe('that a row is the same as another', () => {
  const alike = (key: string, row: number, ...ids: readonly string[]): ImportGroup => ({
    key,
    code: 'hazard_similar_there',
    field: 'text',
    facts: { other: '配电箱无门' },
    candidates: ids.map((value) => ({ value, label: value })),
    places: [{ sheet: '一', row, cell: `D${row}` }],
  });
  const [first, second, either] = [alike('k1', 5, 'h1'), alike('k2', 6, 'h2'), alike('k3', 7, 'h3', 'h4')];
  const all = [first, second, either];

  it('is said of the question that asked it, and names the other one', () => {
    const draft = { ...emptyDraft, replies: { k1: { how: 'same', of: 'h1' }, k2: { how: 'row', say: 'keep' } } as const };
    expect(answersWith(none, draft, all).rows).toEqual([
      { sheet: '一', row: 5, say: 'same', about: 'hazard_similar_there', of: 'h1' },
      { sheet: '一', row: 6, say: 'keep', about: 'hazard_similar_there' },
    ]);
    const left = { ...emptyDraft, replies: { k1: { how: 'row', say: 'skip' } } as const };
    expect(answersWith(none, left, all).rows).toEqual([{ sheet: '一', row: 5, say: 'skip' }]);
  });

  it('is kept as it is for all questions of the kind at once, but where another answer was given', () => {
    const replies = { 'all:hazard_similar_there': { how: 'row', say: 'keep' }, k2: { how: 'row', say: 'accept' } } as const;
    expect(answersWith(none, { ...emptyDraft, replies }, all).rows).toMatchObject([
      { row: 5, say: 'keep' },
      { row: 6, say: 'accept' },
      { say: 'keep' },
    ]);
  });

  it('stands beside what was said to another question about the row', () => {
    const base = { ...none, rows: [{ sheet: '一', row: 5, say: 'accept' as const, about: 'row_struck' as const }] };
    const draft = { ...emptyDraft, replies: { k1: { how: 'row', say: 'accept' } } as const };
    expect(answersWith(base, draft, all).rows.map(({ about }) => about)).toEqual(['row_struck', 'hazard_similar_there']);
  });

  it('is offered for each that it may be, beside keeping that one, being another, and leaving the row out', () => {
    expect(optionsOf(either).map((option) => (option.how === 'same' ? option.label : option.how === 'row' && option.say))).toEqual([
      'h3',
      'h4',
      'keep',
      'accept',
      'skip',
    ]);
    expect(optionsOf(first)[0]).toEqual({ how: 'same', of: 'h1', label: null });
  });
});

it('what was said of a column below a further header is said of that table alone', () => {
  const draft = { ...emptyDraft, columns: { 一: { D: 'name', 'D@12': null } } };
  const base = { ...none, columns: [{ sheet: '一', column: 'D', field: null, header: 20 }] };
  expect(answersWith(base, draft, []).columns).toEqual([
    { sheet: '一', column: 'D', field: null, header: 20 },
    { sheet: '一', column: 'D', field: 'name' },
    { sheet: '一', column: 'D', header: 12, field: null },
  ]);
});

describe('the ways to answer', () => {
  it('name the candidates first, then any unit, a text, or leaving the rows out', () => {
    expect(optionsOf(group).map(({ how }) => how)).toEqual(['value', 'unit', 'text', 'row']);
  });

  it('never ask to type a person’s own number', () => {
    const phone = { ...group, code: 'phone_unreadable' as const, field: 'phone', candidates: [{ value: 'empty', label: '' }] };
    expect(optionsOf(phone).map(({ how }) => how)).toEqual(['value', 'row']);
  });

  it('leave no row out for what is only proposed: it is confirmed for all rows, or completed cell by cell', () => {
    const proposed = { ...group, code: 'fire_key_unit_proposed' as const, field: 'fireKeyUnit', facts: {}, candidates: [] };
    const places = [2, 3].map((row) => ({ sheet: '一', row, cell: null }));
    expect(optionsOf({ ...proposed, places })).toEqual([{ how: 'row', say: 'accept' }]);
    const draft = { ...emptyDraft, replies: { k1: { how: 'row', say: 'accept' } } as const };
    expect(answersWith(none, draft, [{ ...proposed, places }]).rows).toEqual(
      [2, 3].map((row) => ({ sheet: '一', row, say: 'accept', about: 'fire_key_unit_proposed' })),
    );

    const dust = { ...group, code: 'dust_unassessed' as const, facts: {}, candidates: [{ value: 'empty', label: '' }] };
    expect(optionsOf(dust).map(({ how }) => how)).toEqual(['value', 'each']);
  });

  it('are none but leaving the row out for who lacks the permission, and confirming it for who holds it', () => {
    const created = { ...group, code: 'unit_create_barred' as const, candidates: [], facts: { text: '缝四' } };
    const recoded = { ...created, code: 'unit_reorganise_barred' as const };
    const shown = (options: ReturnType<typeof optionsOf>) => options.map((option) => (option.how === 'row' ? option.say : option.how));
    expect([shown(optionsOf(created)), shown(optionsOf(recoded))]).toEqual([['skip'], ['skip']]);
    const holder = (permission: string) => permission !== 'units.editProfile';
    expect([shown(optionsOf(created, holder)), shown(optionsOf(recoded, holder))]).toEqual([
      ['accept', 'skip'],
      ['replace', 'keep', 'skip'],
    ]);
    expect(shown(optionsOf({ ...created, mayConfirm: false }, holder)), 'who holds it elsewhere').toEqual(['skip']);
    const draft = { ...emptyDraft, replies: { 'all:unit_create_barred': { how: 'row', say: 'accept' } } as const };
    expect(answersWith(none, draft, [created]).rows).toEqual(
      [5, 9].map((row) => ({ sheet: '一', row, say: 'accept', about: 'unit_create_barred' })),
    );
  });

  it('of a unit that the file calls otherwise are to rename it, to keep it, or a code of its own, or none', () => {
    const empty = { value: 'empty', label: '' };
    const facts = { file: '新厂', known: '老厂', name: '老厂' };
    const renamed = {
      ...group,
      code: 'unit_renamed' as const,
      field: 'code',
      candidates: [empty],
      places: group.places.slice(0, 1),
      facts,
    };
    const shown = optionsOf(renamed).map((option) => (option.how === 'row' ? option.say : option.how));
    expect(shown).toEqual(['replace', 'keep', 'value', 'text', 'skip']);
    const draft = { ...emptyDraft, replies: { k1: { how: 'row', say: 'replace' } } as const };
    expect(answersWith(none, draft, [renamed]).rows).toEqual([
      { sheet: '一', row: 5, say: 'replace', about: 'unit_renamed', seen: signOfName('老厂') },
    ]);
  });

  it('offer every cell by itself where the same thing is missing in several', () => {
    expect(optionsOf({ ...group, code: 'name_missing', field: 'name', facts: {}, candidates: [] }).map(({ how }) => how)).toEqual([
      'each',
      'row',
    ]);
    const places = Array.from({ length: 400 }, (_, at) => ({ sheet: '一', row: at + 2, cell: `H${at + 2}` }));
    const hired = { ...group, code: 'hired_on_left_out' as const, field: 'hiredOn', facts: {}, places };
    expect(optionsOf({ ...hired, candidates: [{ value: 'empty', label: '' }] }).map(({ how }) => how)).toEqual(['value', 'each']);
    const draft = { ...emptyDraft, replies: { k1: { how: 'each', texts: { '一!H2': '1996-03-01', '一!H401': '2001-07-01' } } } as const };
    expect(answersWith(none, draft, [hired]).cells).toEqual([
      { sheet: '一', cell: 'H2', text: '1996-03-01' },
      { sheet: '一', cell: 'H401', text: '2001-07-01' },
    ]);
  });

  it('are none for what waits on another answer', () => {
    expect(optionsOf({ ...group, code: 'unit_parent_pending' })).toEqual([]);
  });
});
