import type { AccidentType, CaseState, EventClass, Grade, Responsibility } from '@changming/domain/incidents';

import { type Made, timeWritten, wordsIn } from '../paper/words.ts';
import { type DataFrame, type DataSheet, openDataList } from '../paper/data-sheet.ts';

/** An incident as the ledger prints it; loss in 分. */
export type PrintedIncident = {
  readonly number: string;
  readonly unit: string;
  readonly occurredAt: Date;
  readonly place: string | null;
  readonly text: string;
  readonly eventClass: EventClass;
  readonly accidentType: AccidentType | null;
  readonly grade: Grade | null;
  readonly state: CaseState;
  readonly deaths: number;
  readonly serious: number;
  readonly minor: number;
  readonly missing: number;
  readonly lossFen: number;
  readonly responsibility: Responsibility;
  readonly lateClocks: number;
  readonly closedOn: string | null;
};

const widths = {
  number: 14,
  unit: 30,
  occurredAt: 17,
  place: 18,
  text: 44,
  eventClass: 14,
  accidentType: 16,
  grade: 14,
  state: 16,
  deaths: 8,
  serious: 8,
  minor: 8,
  missing: 10,
  loss: 18,
  responsibility: 12,
  lateClocks: 10,
  closedOn: 12,
} as const;
type Column = keyof typeof widths;

const kinds: Partial<Record<Column, DataSheet['columns'][number]['kind']>> = {
  deaths: 'count',
  serious: 'count',
  minor: 'count',
  missing: 'count',
  loss: 'number',
  lateClocks: 'count',
  closedOn: 'date',
};

/** 事件台账. */
export function incidentSheet(rows: readonly PrintedIncident[], made: Made): DataSheet {
  return { ...incidentFrame(made), rows: rows.map((row) => cellsOf(row, wordsIn(made.language).incidents)) };
}

function incidentFrame({ language, madeAt }: Made): DataFrame {
  const words = wordsIn(language).incidents;
  const columns = Object.entries(widths) as [Column, number][];
  return {
    sheet: words.documents.ledger,
    columns: columns.map(([name, width]) => ({ title: words.documents.columns[name], width, kind: kinds[name] ?? 'text' })),
    madeAt,
  };
}

/** 事件台账 of any length. */
export function openIncidentList(made: Made) {
  const words = wordsIn(made.language).incidents;
  return openDataList(incidentFrame(made), (row: PrintedIncident) => cellsOf(row, words));
}

function cellsOf(row: PrintedIncident, words: ReturnType<typeof wordsIn>['incidents']) {
  return [
    row.number,
    row.unit,
    timeWritten(row.occurredAt),
    row.place,
    row.text,
    words.classes[row.eventClass],
    row.accidentType === null ? null : words.types[row.accidentType],
    row.grade === null ? null : words.grades[row.grade],
    words.states[row.state],
    row.deaths,
    row.serious,
    row.minor,
    row.missing,
    row.lossFen / 100,
    words.responsibilities[row.responsibility],
    row.lateClocks,
    row.closedOn,
  ];
}
