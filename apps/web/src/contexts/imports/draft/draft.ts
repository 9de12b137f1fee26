import { answeredAlone, type Answers, signOf, signOfName } from '@changming/domain/imports';

import type { PickedUnit } from '../../../ui/unit-picker.tsx';
import type { ImportGroup } from '../queries.ts';

/** What a person said to a group of equal questions. */
export type Reply =
  | { readonly how: 'value'; readonly value: string }
  | { readonly how: 'unit'; readonly unit: PickedUnit | null }
  | { readonly how: 'text'; readonly text: string }
  | { readonly how: 'each'; readonly texts: Readonly<Record<string, string>> }
  | { readonly how: 'row'; readonly say: 'accept' | 'skip' | 'keep' | 'replace' }
  /** The row tells again of the one by this name. */
  | { readonly how: 'same'; readonly of: string }
  /** The same as the row by this name, and this one counts. */
  | { readonly how: 'taken'; readonly of: string }
  | { readonly how: 'sheet' };

type Lines = { readonly first: number; readonly last: number };

/** What was said about a batch and not sent yet. Sheets by their name, columns by `D` or, below a further header, `D@12`, replies by the key of their group. */
export type Draft = {
  readonly replies: Readonly<Record<string, Reply>>;
  readonly sheets: Readonly<Record<string, 'read' | 'skip'>>;
  readonly headers: Readonly<Record<string, Lines>>;
  readonly columns: Readonly<Record<string, Readonly<Record<string, string | null>>>>;
  readonly scopes: Readonly<Record<string, PickedUnit>>;
};

export const emptyDraft: Draft = { replies: {}, sheets: {}, headers: {}, columns: {}, scopes: {} };

/** A column by its letter and, below a further header, by the first row of that. */
export function columnKey(column: string, header: number | null): string {
  return header === null ? column : `${column}@${header}`;
}

function columnIn(key: string): Pick<Part<'columns'>, 'column' | 'header'> {
  const [column = '', header] = key.split('@');
  return header === undefined ? { column } : { column, header: Number(header) };
}

/** The key of a reply to all questions of a kind that have none of their own. */
export function keyOfKind(code: ImportGroup['code']): string {
  return `all:${code}`;
}

/** What was said to a group: to itself, else to all of its kind. */
export function replyTo({ replies }: Draft, { key, code }: ImportGroup): Reply | undefined {
  return replies[key] ?? replies[keyOfKind(code)];
}

/** Where a group was raised, as `each` names it. */
export function placeKey({ sheet, cell, row }: ImportGroup['places'][number]): string {
  return `${sheet}!${cell ?? row}`;
}

/** A reply that says nothing yet (no unit chosen, no text typed) is not sent. */
export function isComplete(reply: Reply): boolean {
  if (reply.how === 'unit') return reply.unit !== null;
  if (reply.how === 'text') return reply.text.trim() !== '';
  return reply.how !== 'each' || Object.values(reply.texts).some((text) => text.trim() !== '');
}

/** How many answers wait to be sent. */
export function sizeOf({ replies, sheets, headers, columns, scopes }: Draft): number {
  const changed = Object.values(columns).reduce((sum, each) => sum + Object.keys(each).length, 0);
  const others = [sheets, headers, scopes].reduce((sum, each) => sum + Object.keys(each).length, changed);
  return others + Object.values(replies).filter(isComplete).length;
}

type Part<Name extends keyof Answers> = Answers[Name][number];
type Said = {
  readonly sheets: readonly Part<'sheets'>[];
  readonly scopes: readonly Part<'scopes'>[];
  readonly values: readonly Part<'values'>[];
  readonly cells: readonly Part<'cells'>[];
  readonly rows: readonly Part<'rows'>[];
};
type Place = ImportGroup['places'][number];

/** The answers a batch has, with those of the draft in their place. A reply to a group becomes one answer for each of its places. */
export function answersWith(base: Answers, draft: Draft, groups: readonly ImportGroup[]): Answers {
  const said = groups.flatMap((group) => {
    const reply = replyTo(draft, group);
    return reply === undefined || !isComplete(reply) ? [] : group.places.map((place) => saidAt(group, place, reply));
  });
  const shape = shapeOf(draft);
  return {
    ...base,
    sheets: latest([...base.sheets, ...said.flatMap(({ sheets }) => sheets), ...shape.sheets], ({ sheet }) => sheet),
    scopes: latest([...base.scopes, ...said.flatMap(({ scopes }) => scopes), ...shape.scopes], ({ sheet }) => sheet),
    values: latest([...base.values, ...said.flatMap(({ values }) => values)], (each) => `${each.sheet ?? ''}!${each.field}!${each.text}`),
    headers: latest([...base.headers, ...shape.headers], ({ sheet }) => sheet),
    columns: latest([...base.columns, ...shape.columns], ({ sheet, column, header = '' }) => `${sheet}!${header}!${column}`),
    cells: cellsWith(
      base.cells,
      said.flatMap(({ cells }) => cells),
    ),
    rows: latest([...base.rows, ...said.flatMap(({ rows }) => rows)], ({ sheet, row, about = '' }) => `${sheet}!${row}!${about}`),
  };
}

const nothing: Said = { sheets: [], scopes: [], values: [], cells: [], rows: [] };

function saidAt(group: ImportGroup, place: Place, reply: Reply): Said {
  const { sheet, row } = place;
  if (reply.how === 'row')
    return { ...nothing, rows: [{ sheet, row, say: reply.say, ...aboutOf(group, reply.say), ...seenIn(group, reply) }] };
  if (reply.how === 'same') {
    return { ...nothing, rows: [{ sheet, row, say: 'same', ...aboutOf(group, 'same'), of: reply.of, ...seenIn(group, reply) }] };
  }
  if (reply.how === 'taken') return { ...nothing, rows: [{ sheet, row, say: 'replace', ...aboutOf(group, 'replace'), of: reply.of }] };
  if (reply.how === 'sheet') return { ...nothing, sheets: [{ sheet, say: 'skip' }] };
  if (place.cell === null) return saidOfRow(group, sheet, reply);
  return { ...nothing, cells: cellOf(place, place.cell, reply), values: saidOfWord(group, reply) };
}

/** A row that is left out is left out as a whole; anything else answers one question, where it takes an answer of its own. */
function aboutOf({ code }: ImportGroup, say: Part<'rows'>['say']): Pick<Part<'rows'>, 'about'> {
  return say !== 'skip' && answeredAlone.has(code) ? { about: code } : {};
}

type RowReply = Extract<Reply, { how: 'row' | 'same' }>;

/** What stood beside the question: an answer about a hazard or a unit that is there counts for that, and not for what may differ later. */
function seenIn(group: ImportGroup, reply: RowReply): Pick<Part<'rows'>, 'seen'> {
  const seen = ofUnit.has(group.code) ? nameSeen(group) : tellingsSeen(group, reply);
  return seen === '' ? {} : { seen };
}

function nameSeen({ facts: { name } }: ImportGroup): string {
  return typeof name === 'string' ? signOfName(name) : '';
}

function tellingsSeen({ code, candidates }: ImportGroup, reply: RowReply): string {
  if (!ofHazard.has(code) || (reply.how === 'row' && !keepsOrTakes.has(reply.say))) return '';
  const meant = reply.how === 'same' ? candidates.find(({ value }) => value === reply.of) : candidates[0];
  return signOf(meant?.beside);
}

/** A unit that the file calls otherwise. */
const ofUnit: ReadonlySet<ImportGroup['code']> = new Set(['unit_renamed', 'unit_reorganise_barred'] as const);
const ofHazard: ReadonlySet<ImportGroup['code']> = new Set(['hazard_differs', 'hazard_moved_back', 'hazard_similar_there'] as const);
const keepsOrTakes: ReadonlySet<string> = new Set<Part<'rows'>['say']>(['keep', 'replace']);

/** What B means as a level is said once: rows that wait for something else need not be asked again. */
function saidOfWord({ code, field, facts: { text } }: ImportGroup, reply: Reply): Said['values'] {
  if (code !== 'level_unknown' || field === null || reply.how !== 'value' || typeof text !== 'string') return [];
  return [{ field, text, value: reply.value }];
}

/** Rows that have no cell for their unit take it from the band above them or, without one, from the whole sheet. */
function saidOfRow({ field, facts }: ImportGroup, sheet: string, reply: Reply): Said {
  const unitId = unitIn(reply);
  if (unitId === null) return nothing;
  const { text } = facts;
  if (typeof text !== 'string') return { ...nothing, scopes: [{ sheet, unitId }] };
  return { ...nothing, values: [{ sheet, field: field ?? 'unit', text, value: unitId }] };
}

function unitIn(reply: Reply): string | null {
  if (reply.how === 'unit') return reply.unit?.id ?? null;
  return reply.how === 'value' ? reply.value : null;
}

function cellOf(place: Place, cell: string, reply: Reply): Said['cells'] {
  const { sheet } = place;
  if (reply.how === 'value') return [{ sheet, cell, value: reply.value }];
  if (reply.how === 'unit' && reply.unit !== null) return [{ sheet, cell, value: reply.unit.id }];
  const text = textAt(place, reply).trim();
  return text === '' ? [] : [{ sheet, cell, text }];
}

function textAt(place: Place, reply: Reply): string {
  if (reply.how === 'text') return reply.text;
  return reply.how === 'each' ? (reply.texts[placeKey(place)] ?? '') : '';
}

function shapeOf({ sheets, headers, columns, scopes }: Draft) {
  return {
    sheets: Object.entries(sheets).map(([sheet, say]) => ({ sheet, say })),
    headers: Object.entries(headers).map(([sheet, lines]) => ({ sheet, ...lines })),
    columns: Object.entries(columns).flatMap(([sheet, each]) =>
      Object.entries(each).map(([key, field]) => ({ sheet, ...columnIn(key), field })),
    ),
    scopes: Object.entries(scopes).map(([sheet, { id }]) => ({ sheet, unitId: id })),
  };
}

function latest<Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[] {
  return [...new Map(items.map((item) => [keyOf(item), item])).values()];
}

/** A choice at a cell leaves the text that was given to it before; another text takes away the choice made on the old one. */
function cellsWith(base: readonly Part<'cells'>[], said: Said['cells']): Part<'cells'>[] {
  const cells = new Map(base.map((each) => [`${each.sheet}!${each.cell}`, each]));
  for (const each of said) {
    const key = `${each.sheet}!${each.cell}`;
    const text = cells.get(key)?.text;
    cells.set(key, each.value === undefined || text === undefined ? each : { ...each, text });
  }
  return [...cells.values()];
}
