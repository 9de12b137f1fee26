import type { ChecklistItem, Verdict } from '@changming/domain/inspections';

import { filled } from '../lists/period-words.ts';
import type { Paper, PaperCell, PaperColumn, Picture } from '../paper/paper.ts';
import { basisOf, textIn } from './checklist-sheet.ts';
import { type Made, timeWritten, wordsIn } from '../paper/words.ts';

export type PrintedCheck = {
  readonly checklist: { readonly name: string; readonly number: number; readonly items: readonly ChecklistItem[] };
  readonly occurrence: { readonly unit: string; readonly point: string | null; readonly plan: string };
  readonly doneAt: Date;
  readonly doneBy: string | null;
  readonly byHand: string | null;
  readonly corrects: string | null;
  readonly correctedWhy: string | null;
  readonly correctedBy: string | null;
  readonly answers: readonly {
    readonly item: string;
    readonly verdict: Verdict;
    readonly reading: number | null;
    readonly note: string | null;
    readonly photos: readonly { readonly sha256: string }[];
    readonly failure: { readonly hazardNumber: string | null } | null;
  }[];
};

/** 检查记录: what was asked and answered, item by item, with lines to sign on. Pictures by the hash of their photo. */
export function checkPaper(check: PrintedCheck, thumbs: ReadonlyMap<string, Picture>, { language, madeAt }: Made): Paper {
  const { inspections } = wordsIn(language);
  const { paper } = inspections.papers;
  const count = (verdict: Verdict) => check.answers.filter((each) => each.verdict === verdict).length;
  const sums = { items: check.answers.length, pass: count('pass'), fail: count('fail'), notApplicable: count('notApplicable') };
  return {
    title: titleOf(check, language),
    lead: leadOf(check, language),
    columns: columnsIn(language),
    rows: check.answers.map((answer) => cellsOf(answer, check.checklist.items, { thumbs, language })),
    totals: columnsIn(language).map(() => null),
    reckoning: [filled(paper.reckoning, sums), standing(check, language)].join(''),
    signatures: paper.signatures,
    empty: paper.empty,
    pages: paper.pages,
    sheet: inspections.papers.sheets.checklist,
    madeAt,
  };
}

export function titleOf({ checklist }: Pick<PrintedCheck, 'checklist'>, language: Made['language']): string {
  return filled(wordsIn(language).inspections.papers.paper.title, { checklist: checklist.name });
}

function leadOf({ occurrence, checklist, ...check }: PrintedCheck, language: Made['language']): string[] {
  const { paper } = wordsIn(language).inspections.papers;
  return [
    filled(paper.unit, { unit: occurrence.unit }),
    ...(occurrence.point === null ? [] : [filled(paper.point, { point: occurrence.point })]),
    filled(paper.plan, { plan: occurrence.plan }),
    filled(paper.doneAt, { at: timeWritten(check.doneAt) ?? '' }),
    filled(paper.doneBy, { by: check.doneBy ?? '' }),
    filled(paper.version, { number: checklist.number }),
    check.byHand === null ? paper.scanned : filled(paper.byHand, { reason: check.byHand }),
  ];
}

/** Whether this record counts. */
function standing({ corrects, correctedWhy, correctedBy }: PrintedCheck, language: Made['language']): string {
  const { paper } = wordsIn(language).inspections.papers;
  const correction = corrects === null ? '' : filled(paper.corrects, { reason: correctedWhy ?? '' });
  return `${correction}${correctedBy === null ? '' : paper.corrected}`;
}

const widths = { code: 8, text: 26, basis: 12, verdict: 6, reading: 8, note: 14, hazard: 9, photos: 14 } as const;
const kinds = { code: 'short', verdict: 'short', reading: 'short', hazard: 'short', photos: 'pictures' } as const;

function columnsIn(language: Made['language']): PaperColumn[] {
  const { columns } = wordsIn(language).inspections.papers;
  return Object.entries(widths).map(([name, width]) => ({
    title: columns[name as keyof typeof widths],
    width,
    kind: name in kinds ? kinds[name as keyof typeof kinds] : 'words',
  }));
}

type How = { readonly thumbs: ReadonlyMap<string, Picture>; readonly language: Made['language'] };

function cellsOf(answer: PrintedCheck['answers'][number], items: readonly ChecklistItem[], { thumbs, language }: How): PaperCell[] {
  const { verdicts } = wordsIn(language).inspections;
  const pictures = answer.photos.flatMap(({ sha256 }) => thumbs.get(sha256) ?? []).slice(0, 2);
  const [code, text, basis, reading] = askedCells(
    answer,
    items.find((item) => item.code === answer.item),
    language,
  );
  return [code, text, basis, verdicts[answer.verdict], reading, answer.note, answer.failure?.hazardNumber ?? null, { pictures }];
}

type Asked = readonly [code: string, text: string | null, basis: string | null, reading: string | null];

function askedCells(
  { item: code, reading }: { item: string; reading: number | null },
  item: ChecklistItem | undefined,
  language: Made['language'],
): Asked {
  const shown = reading === null ? null : String(reading);
  if (item === undefined) return [code, null, null, shown];
  const measured = shown !== null && item.answer.kind === 'reading' ? `${shown} ${item.answer.unit}` : shown;
  return [`${code}${item.starred ? '★' : ''}`, textIn(item, language), basisOf(item, language), measured];
}
