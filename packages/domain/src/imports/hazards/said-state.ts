import type { VoidKind } from '../../hazards/index.ts';
import { cellOf, isTold, problemAt, type RowReader, saidOf } from '../row-reader.ts';
import type { SheetCell } from '../sheet.ts';
import { plain } from '../text-keys.ts';
import type { HazardField } from './hazard-fields.ts';
import { closedFrom, voidingFrom } from './state-words.ts';

export type SaidState = { readonly kind: 'open' | 'closed' } | { readonly kind: 'void'; readonly voidKind: VoidKind };

type Reader = RowReader<HazardField>;

/** The answers to a state that cannot be told. */
const states = ['open', 'closed', 'void'] as const;

/** 作废 in the state or the remark, then what 是否销号 says; an empty cell is open. Words that say neither are a question. */
export function stateOf(reader: Reader): SaidState | null {
  const told = cellOf(reader, 'closed');
  const voidKind = voidKindIn([told, cellOf(reader, 'remark')]);
  if (voidKind !== null) return { kind: 'void', voidKind };
  const said = told === null || plain(told.text) === '' ? 'open' : saidIn(reader, told);
  if (said === 'void') return { kind: 'void', voidKind: 'falseAlarm' };
  if (said !== null) return { kind: said };
  if (isTold(reader, 'closed')) return null;
  const candidates = states.map((value) => ({ value, label: value }));
  reader.questions.push(problemAt(reader, 'closed', 'state_unknown', candidates));
  return null;
}

function voidKindIn(cells: readonly (SheetCell | null)[]): VoidKind | null {
  const kinds = cells.map((cell) => voidingFrom(cell?.text ?? ''));
  return kinds.includes('duplicate') ? 'duplicate' : (kinds.find((kind) => kind !== null) ?? null);
}

function saidIn(reader: Reader, { text }: SheetCell): (typeof states)[number] | null {
  const said = saidOf(reader, 'closed');
  return states.find((state) => state === said) ?? closedFrom(text);
}
