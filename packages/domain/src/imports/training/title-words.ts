import { addressOf, type SheetRow } from '../sheet.ts';
import { plain } from '../text-keys.ts';

export type TitleField = 'title' | 'category' | 'time' | 'hours' | 'place' | 'trainer' | 'holder';
/** What a form says of its session, and the cell that says it. */
export type TitleWord = { readonly text: string; readonly cell: string };

const labels: readonly (readonly [TitleField, string])[] = [
  ['title', '(?:培训|教育|会议)?(?:主题|课题|名称|题目)|(?:培训|教育|学习)内容|课程名称'],
  ['category', '(?:培训|教育)?(?:类别|类型|性质)'],
  ['time', '(?:培训|教育|会议|起止)?(?:时间|日期)'],
  ['hours', '(?:培训)?(?:学时|课时|时长)'],
  ['place', '(?:培训|教育|会议)?(?:地点|地址|场所)'],
  ['trainer', '主讲人?|授课(?:人|教师|老师)?|培训(?:师|教师|老师|讲师)|讲师|教员|教师|主持人'],
  ['holder', '(?:培训|组织|主办|承办|举办)(?:单位|部门)|记录人|应到|实到|审核人?'],
];
const label = new RegExp(labels.map(([field, words]) => `(?<${field}>${words})`).join('|'), 'u');
const anyLabel = new RegExp(`(?<![\\p{Script=Han}])(?:${labels.map(([, words]) => words).join('|')})\\s*:`, 'gu');

/** Labels with their words behind them, several in one cell, or a label in one cell and its words in the next. The first telling of each counts. */
export function titleWords(
  rows: readonly SheetRow[],
  corrected: (cell: string) => string | null = () => null,
): ReadonlyMap<TitleField, TitleWord> {
  const told = rows.flatMap((row) => row.cells.flatMap((_, at) => toldAt(row, at, corrected)));
  return new Map(told.filter(([, { text }]) => text !== '').toReversed());
}

type ToldWord = readonly [TitleField, TitleWord];

function toldAt({ number, cells }: SheetRow, at: number, corrected: (cell: string) => string | null): readonly ToldWord[] {
  const [own, next] = [cells[at], cells[at + 1]];
  if (own === undefined) return [];
  const cell = addressOf(number, own.column);
  const said = plain(corrected(cell) ?? own.text);
  if (next === undefined || !isBareLabel(said)) return partsIn(said, cell);
  return besideLabel(said, { text: next.text, cell: addressOf(number, next.column) });
}

function partsIn(text: string, cell: string): readonly ToldWord[] {
  const starts = [...text.matchAll(anyLabel)];
  return starts.flatMap((start, at) => {
    const until = starts[at + 1]?.index ?? text.length;
    const value = text.slice(start.index + start[0].length, until).trim();
    const field = fieldOfLabel(start[0]);
    return field === null ? [] : [[field, { text: value, cell }] as const];
  });
}

function isBareLabel(text: string): boolean {
  return text.length <= 8 && new RegExp(`^(?:${label.source})\\s*:?$`, 'u').test(text);
}

function besideLabel(text: string, word: TitleWord): readonly ToldWord[] {
  const field = fieldOfLabel(text);
  return field === null ? [] : [[field, { ...word, text: plain(word.text) }]];
}

function fieldOfLabel(text: string): TitleField | null {
  const groups = new RegExp(`^(?:${label.source})\\s*:?$`, 'u').exec(text.trim())?.groups ?? {};
  return labels.find(([field]) => groups[field] !== undefined)?.[0] ?? null;
}
