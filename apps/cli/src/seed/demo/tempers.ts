import type { MadeUnit } from './make-units.ts';

const exemplary = '岚枝物流有限公司';
const slack = '白榆家纺有限公司';

/** 岚枝物流 does nearly everything in its time: what an A looks like. */
export function isExemplary({ path }: Pick<MadeUnit, 'path'>): boolean {
  return path.includes(exemplary);
}

/** 白榆家纺 lets much of it slide: what a D looks like, with reasons that can be opened one by one. */
export function isSlack({ path }: Pick<MadeUnit, 'path'>): boolean {
  return path.includes(slack);
}

/** One of three numbers, by the company that a unit belongs to. */
export function byTemper(unit: MadeUnit | undefined, { best, usual, worst }: Readonly<Record<'best' | 'usual' | 'worst', number>>): number {
  if (unit === undefined) return usual;
  if (isExemplary(unit)) return best;
  return isSlack(unit) ? worst : usual;
}

/** The unit of an id, for whoever has only the id. */
export function unitsById(units: readonly MadeUnit[]): ReadonlyMap<string, MadeUnit> {
  return new Map(units.map((unit) => [unit.id, unit]));
}
