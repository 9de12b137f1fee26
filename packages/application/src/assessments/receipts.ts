import { createHash } from 'node:crypto';

import { canonical, sumsOf } from '@changming/domain/assessments';

import type { Assessed, Computed, Order } from './compute.ts';
import { hashOf } from './hashes.ts';

/** How many records each measure of an indicator counted, and their fingerprint in hexadecimal. */
export type Receipt = Readonly<Record<string, { readonly count: number; readonly print: string }>>;

export type Hashes = { readonly schemeHash: string; readonly inputHash: string; readonly resultHash: string };

/**
 * 凭据: SHA-256 of the scheme, of what went in (the tree of the period, what every unit's records came to with their fingerprints, what
 * persons found) and of what came out. Two runs over the same facts under the same scheme have the same three, byte for byte.
 */
export function hashesOf(order: Order, computed: Computed): Hashes {
  const { scheme, periodName } = order;
  const schemeHash = hashOf(scheme);
  const input = hashing(canonical({ schemeHash, periodName }));
  for (const { id, parentId, kind, headcount, openedOn, closedOn } of computed.tree.filter(({ there }) => there))
    input.take(`\n${canonical([id, parentId, kind, headcount, openedOn, closedOn])}`);
  for (const [unitId, { amounts, prints }] of [...computed.counted.units].toSorted(byId))
    input.take(`\n${unitId} ${amounts.join(' ')} ${prints.join(' ')}`);
  const output = hashing(schemeHash);
  for (const { unit, members, facts, result } of computed.units) {
    const { sums: _sums, ...found } = facts;
    input.take(`\n${canonical([unit.id, members.length === 1 ? members : members.toSorted(), found])}`);
    output.take(`\n${canonical([unit.id, result])}`);
  }
  for (const [unitId, figure] of [...computed.figures].toSorted(byId)) output.take(`\n${canonical([unitId, figure])}`);
  return { schemeHash, inputHash: input.digest(), resultHash: output.digest() };
}

/** SHA-256 of texts one after another, handed on in large pieces: a run takes tens of thousands of short ones. */
function hashing(first: string) {
  const hash = createHash('sha256');
  let pending = first;
  const take = (text: string) => {
    pending += text;
    if (pending.length < piece) return;
    hash.update(pending);
    pending = '';
  };
  return { take, digest: () => hash.update(pending).digest('hex') };
}

const piece = 2 ** 16;

function byId([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}

/** The receipts of every line of a unit, by indicator and measure. */
export function receiptsOf({ prepared }: Pick<Computed, 'prepared'>, { facts, prints }: Assessed): Readonly<Record<string, Receipt>> {
  return Object.fromEntries(
    prepared.indicators.map(({ of, slots }) => {
      const counts = sumsOf(slots, facts.sums);
      const receipts = slots.map(([name, at]) => [name, { count: counts[name] ?? 0, print: printed(prints[at] ?? 0) }] as const);
      return [of.code, Object.fromEntries(receipts)];
    }),
  );
}

export function printed(print: number): string {
  return print.toString(16).padStart(14, '0');
}
