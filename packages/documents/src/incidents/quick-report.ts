import type { AccidentType, Degree, EventClass, Grade, Recipient, Relation, ReportChannel, ReportKind } from '@changming/domain/incidents';

import { type Made, timeWritten, wordsIn } from '../paper/words.ts';
import { filled } from '../lists/period-words.ts';
import type { Paper } from '../paper/paper.ts';

/** What 条例第十二条 wants in a report of an accident; loss in 分. */
export type PrintedQuickReport = {
  readonly number: string;
  readonly unit: string;
  readonly place: string | null;
  readonly text: string;
  readonly occurredAt: Date;
  readonly leaderInformedAt: Date | null;
  readonly reportedAt: Date;
  readonly reporter: string | null;
  readonly eventClass: EventClass;
  readonly accidentType: AccidentType | null;
  readonly grade: Grade | null;
  readonly counts: { readonly deaths: number; readonly serious: number; readonly minor: number; readonly missing: number };
  readonly atRisk: number;
  readonly lossFen: number;
  readonly casualties: readonly { readonly name: string | null; readonly relation: Relation; readonly degree: Degree }[];
  readonly reports: readonly {
    readonly recipient: Recipient;
    readonly kind: ReportKind;
    readonly channel: ReportChannel;
    readonly toWhom: string;
    readonly reportedAt: Date;
  }[];
};

type Words = ReturnType<typeof wordsIn>['incidents'];

export function quickReportTitle({ number }: Pick<PrintedQuickReport, 'number'>, language: Made['language']): string {
  return `${wordsIn(language).incidents.documents.quickReport} ${number}`;
}

/** 事故快报 on one sheet: each thing to tell and what is known of it, with lines to sign on. */
export function quickReportPaper(report: PrintedQuickReport, { language, madeAt }: Made): Paper {
  const words = wordsIn(language).incidents;
  const { paper, quickReport } = words.documents;
  return {
    title: quickReport,
    lead: [`${paper.no}：${report.number}`, filled(paper.madeOn, { at: timeWritten(madeAt) ?? '' })],
    columns: [
      { title: paper.item, width: 12, kind: 'short' },
      { title: paper.content, width: 46, kind: 'words' },
    ],
    rows: rowsOf(report, words).map(([item, content]) => [item, content]),
    totals: [null, null],
    reckoning: paper.reckoning,
    signatures: paper.signatures,
    empty: paper.empty,
    pages: paper.pages,
    sheet: quickReport,
    madeAt,
  };
}

function rowsOf(report: PrintedQuickReport, words: Words): (readonly [string, string])[] {
  const { paper } = words.documents;
  const or = (known: string | null) => known ?? paper.none;
  return [
    [paper.unit, report.unit],
    [paper.occurredAt, or(timeWritten(report.occurredAt))],
    [paper.place, or(report.place)],
    [paper.text, report.text],
    [paper.counts, filled(paper.countsSaid, report.counts)],
    [paper.people, peopleOf(report, words)],
    [paper.atRisk, String(report.atRisk)],
    [paper.loss, (report.lossFen / 100).toFixed(2)],
    [paper.grade, `${words.classes[report.eventClass]} ${report.grade === null ? paper.notGraded : words.grades[report.grade]}`],
    [paper.type, report.accidentType === null ? paper.none : words.types[report.accidentType]],
    [paper.informedAt, or(timeWritten(report.leaderInformedAt))],
    [paper.reportedAt, or(timeWritten(report.reportedAt))],
    [paper.reporter, or(report.reporter)],
    [paper.reports, reportsOf(report, words)],
  ];
}

function peopleOf({ casualties }: PrintedQuickReport, { degrees, relations, documents }: Words): string {
  const lines = casualties
    .filter(({ degree }) => degree !== 'none')
    .map(({ name, relation, degree }) => `${name ?? documents.paper.unnamed}（${relations[relation]}，${degrees[degree]}）`);
  return lines.length === 0 ? documents.paper.none : lines.join('；');
}

function reportsOf({ reports }: PrintedQuickReport, { recipients, reportKinds, channels, documents }: Words): string {
  const lines = reports.map(
    ({ recipient, kind, channel, toWhom, reportedAt }) =>
      `${timeWritten(reportedAt)} ${channels[channel]} ${recipients[recipient]}（${toWhom}）${reportKinds[kind]}`,
  );
  return lines.length === 0 ? documents.paper.none : lines.join('；');
}
