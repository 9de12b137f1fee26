import { choice } from '../answers.ts';
import { cellOf, problemAt, type RowReader, saidOf } from '../row-reader.ts';
import type { Candidate } from '../verdict.ts';
import { type Funds, fundsFrom, type Worth } from './funds.ts';
import type { HazardField } from './hazard-fields.ts';

/**
 * 整改资金 of a row, in 分; null where none is told. 待定, 若干 and amounts that may be 元 or 万元 are asked about; 由维保单位承担 tells who
 * pays and goes in as no amount.
 */
export function fundsOf(reader: RowReader<HazardField>, worth: Worth): number | null {
  const cell = cellOf(reader, 'funds');
  if (cell === null) return null;
  const reading = fundsFrom(cell, worth);
  if (reading.ok) {
    if (reading.warning !== undefined) reader.warnings.push(problemAt(reader, 'funds', reading.warning));
    return reading.value.fen;
  }
  const amounts = (reading.choices ?? []).flatMap(({ fen }) => (fen === null ? [] : [fen]));
  const said = amounts.find((fen) => String(fen) === saidOf(reader, 'funds'));
  if (said !== undefined) return said;
  const isAsked = reading.code === 'funds_undecided' || amounts.length > 0;
  (isAsked ? reader.questions : reader.problems).push(problemAt(reader, 'funds', reading.code, [...amounts.map(shown), leaveEmpty]));
  return null;
}

const leaveEmpty: Candidate = { value: choice.empty, label: '' };

function shown(fen: NonNullable<Funds['fen']>): Candidate {
  return { value: String(fen), label: `¥${(fen / 100).toLocaleString('en-US')}` };
}
