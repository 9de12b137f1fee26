import { type ActionEffect, type ActionKind, type ActionOrigin, type ActionState, wasOnTime } from '@changming/domain/actions';

import { type DataFrame, type DataSheet, openDataList } from '../paper/data-sheet.ts';
import { type Made, wordsIn } from '../paper/words.ts';

export type PrintedAction = {
  readonly number: string;
  readonly unit: string;
  readonly origin: ActionOrigin;
  readonly kind: ActionKind;
  readonly title: string;
  readonly owner: string | null;
  readonly verifier: string | null;
  readonly openedOn: string;
  readonly dueOn: string;
  readonly extendedFromOn: string | null;
  readonly state: ActionState;
  readonly submittedOn: string | null;
  readonly doneOn: string | null;
  readonly returns: number;
  readonly effect: ActionEffect | null;
};

const widths = {
  number: 16,
  unit: 30,
  origin: 12,
  kind: 12,
  title: 40,
  owner: 12,
  verifier: 12,
  openedOn: 12,
  dueOn: 12,
  extendedFromOn: 12,
  state: 10,
  submittedOn: 12,
  doneOn: 12,
  onTime: 10,
  returns: 10,
  effect: 10,
} as const;
type Column = keyof typeof widths;

const kinds: Partial<Record<Column, 'date' | 'count'>> = {
  openedOn: 'date',
  dueOn: 'date',
  extendedFromOn: 'date',
  submittedOn: 'date',
  doneOn: 'date',
  returns: 'count',
};

/** 整改措施台账. */
export function actionSheet(rows: readonly PrintedAction[], made: Made): DataSheet {
  const words = wordsIn(made.language).actions;
  return { ...actionFrame(made), rows: rows.map((row) => cellsOf(row, words)) };
}

function actionFrame({ language, madeAt }: Made): DataFrame {
  const { sheet } = wordsIn(language).actions;
  const columns = Object.entries(widths) as [Column, number][];
  return {
    sheet: sheet.name,
    columns: columns.map(([name, width]) => ({ title: sheet.columns[name], width, kind: kinds[name] ?? 'text' })),
    madeAt,
  };
}

/** 整改措施台账 of any length. */
export function openActionList(made: Made) {
  const words = wordsIn(made.language).actions;
  return openDataList(actionFrame(made), (row: PrintedAction) => cellsOf(row, words));
}

function cellsOf(row: PrintedAction, { origins, kinds: kindWords, states, effects, sheet }: ReturnType<typeof wordsIn>['actions']) {
  return [
    row.number,
    row.unit,
    origins[row.origin],
    kindWords[row.kind],
    row.title,
    row.owner,
    row.verifier,
    row.openedOn,
    row.dueOn,
    row.extendedFromOn,
    states[row.state],
    row.submittedOn,
    row.doneOn,
    row.state === 'done' ? (wasOnTime(row) ? sheet.yes : sheet.no) : null,
    row.returns,
    row.effect === null ? null : effects[row.effect],
  ];
}
