import type { VoidKind } from '../../hazards/index.ts';
import { cellOf, isTold, problemAt, type RowReader, saidOf } from '../row-reader.ts';
import type { SheetCell } from '../sheet.ts';
import { plain } from '../text-keys.ts';
import type { HazardField } from './hazard-fields.ts';
import { closedFrom, type Voiding, voidingFrom } from './state-words.ts';

export type SaidState = { readonly kind: 'open' | 'closed' } | { readonly kind: 'void'; readonly voidKind: VoidKind };

type Reader = RowReader<HazardField>;

/** The answers to a state that cannot be told. */
const states = ['open', 'closed', 'void'] as const;
type State = (typeof states)[number];

/**
 * What 是否销号 says, where an empty cell is open; void by a remark that speaks of the hazard itself. Words that say neither are a question,
 * and so is a remark that contradicts the state or may speak of something else: 原动火票作废 leaves a closed hazard closed.
 */
export function stateOf(reader: Reader): SaidState | null {
  const told = cellOf(reader, 'closed');
  const ofRemark = voidingFrom(cellOf(reader, 'remark')?.text ?? '');
  const voidings = [voidingFrom(told?.text ?? ''), ofRemark];
  const state = decided(reader, stateBeside(saidIn(told), ofRemark));
  return state === 'unknown' || state === 'contradicts' ? asked(reader, state) : stateFrom(state, voidings);
}

/** A remark's answer counts only for rows whose remark was asked about: elsewhere the same words may stand beside another state. */
function decided(reader: Reader, beside: State | 'unknown' | 'contradicts'): State | 'unknown' | 'contradicts' {
  return answered(reader, 'closed') ?? (beside === 'contradicts' ? answered(reader, 'remark') : undefined) ?? beside;
}

function answered(reader: Reader, field: 'closed' | 'remark'): State | undefined {
  const said = saidOf(reader, field);
  return states.find((state) => state === said);
}

/** The state by its column and the remark beside it. */
function stateBeside(said: State | null, remark: Voiding | null): State | 'unknown' | 'contradicts' {
  if (said === 'void' || remark === null) return said ?? 'unknown';
  if (remark.certain) return said === 'closed' ? 'contradicts' : 'void';
  if (said === 'closed') return 'closed';
  return said === null ? 'unknown' : 'contradicts';
}

function saidIn(told: SheetCell | null): State | null {
  return told === null || plain(told.text) === '' ? 'open' : closedFrom(told.text);
}

function stateFrom(kind: State, voidings: readonly (Voiding | null)[]): SaidState {
  if (kind !== 'void') return { kind };
  return { kind, voidKind: voidings.some((each) => each?.kind === 'duplicate') ? 'duplicate' : 'falseAlarm' };
}

/** Words of the state that say nothing, or a remark that does not go with it. */
function asked(reader: Reader, why: 'unknown' | 'contradicts'): null {
  const [field, code] = why === 'unknown' ? (['closed', 'state_unknown'] as const) : (['remark', 'state_or_void'] as const);
  if (isTold(reader, field)) return null;
  const candidates = states.map((value) => ({ value, label: value }));
  reader.questions.push(problemAt(reader, field, code, candidates));
  return null;
}
