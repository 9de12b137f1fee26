import type { Day } from '../../kernel/index.ts';
import { dayFrom, lastDayOf, type ReadDay } from '../dates.ts';
import { choice } from '../answers.ts';
import { asText, type Reading, unread } from '../reading.ts';
import { cellOf, optional, problemAt, type RowReader, saidOf } from '../row-reader.ts';
import { plain, withoutBrackets } from '../text-keys.ts';
import type { Engagement } from '../../workforce/index.ts';
import type { PersonField } from './person-fields.ts';

const leaving = /离职|辞职|离厂|离岗|退休|调出|调离|辞退|解除合同|已走/u;
/** 返聘 is a pensioner who works again, whatever the word 退休 says. */
const staying = /返聘|退休返聘|未离职|拟退休|拟离职/u;
const dates = /(?:\d{2,4}[-./年])?\d{1,2}[-./月]\d{1,2}日?|\d{8}|\d{4}[-./年]\d{1,2}月?/u;

/** 离职日期 from its column, or from a remark such as `2026.05.06离职`. 离职 without a day is a question. */
export function leftOnOf(reader: RowReader<PersonField>): Day | null {
  const inColumn = optional(reader, 'leftOn', dayFrom, ({ day }) => day);
  if (inColumn !== null) return dayOf(reader, 'leftOn', inColumn);
  const remark = plain(cellOf(reader, 'remark')?.text ?? '');
  if (!leaving.test(remark) || staying.test(remark)) return null;
  const day = leavingDay(remark);
  if (day.ok) return dayOf(reader, 'remark', day.value);
  return askWhen(reader);
}

function leavingDay(remark: string): Reading<ReadDay> {
  const written = dates.exec(remark)?.[0];
  return written === undefined ? unread('date_missing') : dayFrom(asText(written));
}

function askWhen(reader: RowReader<PersonField>): null {
  const candidates = [{ value: choice.empty, label: choice.empty }];
  if (saidOf(reader, 'remark') !== choice.empty) reader.questions.push(problemAt(reader, 'remark', 'date_missing', candidates));
  return null;
}

function dayOf(reader: RowReader<PersonField>, field: PersonField, { day, precision }: ReadDay): Day {
  if (precision === 'day') return day;
  reader.warnings.push(problemAt(reader, field, 'date_month_only'));
  return lastDayOf(day);
}

const engagementWords: readonly { readonly word: RegExp; readonly engagement: Engagement }[] = [
  { word: /派遣|劳务工|外派|dispatched/iu, engagement: 'dispatched' },
  { word: /返聘|rehired/iu, engagement: 'rehired' },
  { word: /实习|见习|\bintern\b/iu, engagement: 'intern' },
];

/** 劳务派遣、返聘、实习, from a column of their own or from the remark. */
export function engagementOf(reader: RowReader<PersonField>): Engagement | null {
  const told = [cellOf(reader, 'engagement'), cellOf(reader, 'remark')].map((cell) => withoutBrackets(cell?.text ?? ''));
  return engagementWords.find(({ word }) => told.some((text) => word.test(text)))?.engagement ?? null;
}
