import type { CountedRecord, Explanation } from './queries.ts';

type Line = Pick<Explanation['lines'][number], 'line' | 'receipts'>;

/** 五落实不全: a major whose plan does not state all five, or had one of them waived. */
export function lacksPlan({ table, facts }: Pick<CountedRecord, 'table' | 'facts'>): boolean {
  return table === 'hazards' && facts['level'] === 'major' && facts['planComplete'] === false;
}

/** The measure of D3 whose records did not count whole; null where there are none. Of what they lacked the run keeps no number. */
export function majorsFallenShort({ line, receipts }: Line): 'notInTime' | null {
  return line.facts['inTime'] !== undefined && (receipts['notInTime']?.count ?? 0) > 0 ? 'notInTime' : null;
}
