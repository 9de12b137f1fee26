import { type Day, periodNamed, refuse } from '../kernel/index.ts';
import type { LookBack } from './look-back.ts';
import type { HazardRefusal } from './refusals.ts';
import { defaultLookBack, type LookBackRules, sampleSize } from './look-back-rules.ts';
import { type Closure, owed, sampledStrata } from './strata.ts';

/** SHA-256 of a text in hexadecimal; the domain has no hash of its own. */
export type Hash = (text: string) => string;

/** The draw of one month: its seed is fixed and its hash published before the month begins. */
export type Draw = {
  readonly month: string;
  /** SHA-256 of the seed. */
  readonly commitment: string;
  readonly publishedOn: Day;
  /** Known once drawn, so that anyone can draw again. */
  readonly seed: string | null;
  readonly drawnOn: Day | null;
};

/** What is published before the month: it binds the seed without telling it. */
export function commitmentOf(seed: string, hash: Hash): string {
  return hash(seed);
}

/** Why no commitment for `month` may be published on this day, or null. */
export function objectionToPublishing(month: string, on: Day): HazardRefusal | null {
  const period = periodNamed(month);
  if (period === null || month.length !== 7) return 'hazards.no_such_month';
  return on >= period.from ? 'hazards.commitment_too_late' : null;
}

/** A seed is 32 random bytes in hexadecimal: shorter ones could be guessed from their hash. Refuses by `conflict` or `invalid`. */
export function publish({ month, seed, on }: { month: string; seed: string; on: Day }, hash: Hash): Draw {
  const objected = objectionToPublishing(month, on);
  if (objected !== null) refuse('conflict', objected, { month });
  if (!/^[0-9a-f]{64}$/.test(seed)) refuse('invalid', 'hazards.seed_malformed');
  return { month, commitment: commitmentOf(seed, hash), publishedOn: on, seed: null, drawnOn: null };
}

/** Why the month may not be drawn with this seed now, or null. The month is over, and its closings are frozen. */
export function objectionToDrawing(draw: Draw, { on, seed }: { on: Day; seed: string }, hash: Hash): HazardRefusal | null {
  const period = periodNamed(draw.month);
  if (period === null) return 'hazards.no_such_month';
  if (draw.drawnOn !== null) return 'hazards.already_drawn';
  if (on < period.until) return 'hazards.month_not_over';
  return commitmentOf(seed, hash) === draw.commitment ? null : 'hazards.seed_mismatch';
}

export type Drawn = {
  readonly draw: Draw;
  readonly lookBacks: readonly LookBack[];
  /** What each stratum held and gave, for the record that anyone may check. */
  readonly strata: readonly DrawnStratum[];
};

/** What a stratum held and gave, and by which rule: a later change of the rule changes no drawing of the past. */
export type DrawnStratum = {
  readonly stratum: string;
  readonly closures: number;
  readonly drawn: readonly string[];
  readonly share: number;
  readonly atLeast: number;
};

/** What is drawn from: the month's closings, its seed, and the rules that bind a unit's month. */
export type DrawnFrom = {
  readonly closures: readonly Closure[];
  readonly seed: string;
  readonly on: Day;
  readonly rulesOf?: (unitId: string) => LookBackRules;
};

/** Draws the month and reveals the seed. Refuses by `conflict` with the code of `objectionToDrawing`. */
export function drawMonth(draw: Draw, { closures, seed, on, rulesOf = () => defaultLookBack }: DrawnFrom, hash: Hash): Drawn {
  const objected = objectionToDrawing(draw, { on, seed }, hash);
  if (objected !== null) refuse('conflict', objected, { month: draw.month });
  const strata = [...sampledStrata(closures, draw.month)].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const chosen = strata.map(([stratum, members]) => {
    const rules = rulesOf(members[0]?.unitId ?? '');
    return { stratum, members, rules, drawn: drawFrom(members, { seed, ...rules }, hash) };
  });
  return {
    draw: { ...draw, seed, drawnOn: on },
    lookBacks: chosen.flatMap(({ drawn, rules }) => drawn.map((closure) => owed(closure, 'drawn', rules))),
    strata: chosen.map(({ stratum, members, drawn, rules: { share, atLeast } }) => ({
      stratum,
      closures: members.length,
      drawn: drawn.map(({ hazardId }) => hazardId),
      share,
      atLeast,
    })),
  };
}

/** By what a stratum is drawn. */
export type Drawing = Pick<LookBackRules, 'share' | 'atLeast'> & { readonly seed: string };

/**
 * The simple random sample of one stratum: the closings sorted by hash(seed|id), the first n taken. The order in which
 * they are given does not matter, and whoever knows the seed gets the same.
 */
export function drawFrom(closures: readonly Closure[], { seed, ...rules }: Drawing, hash: Hash): Closure[] {
  return closures
    .map((closure) => ({ closure, key: hash(`${seed}|${closure.hazardId}`) }))
    .toSorted((a, b) => inOrder(a.key, b.key) || inOrder(a.closure.hazardId, b.closure.hazardId))
    .slice(0, sampleSize(closures.length, rules))
    .map(({ closure }) => closure);
}

function inOrder(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
