import { matchKey } from '../text-keys.ts';

/** What tells one point from another. */
export type Identified = { readonly unitId: string; readonly name: string; readonly ownNo: string | null; readonly code: string | null };

/** Points by what tells them: our code anywhere, the office's number and the name within the unit. */
export type PointIndex<Point extends Identified> = {
  readonly add: (point: Point) => void;
  readonly coded: (code: string | null) => Point | null;
  /**
   * The same places as `told`: those of its number in its unit; without a number, those of its name. A point without a number is the one of
   * that name which has got its number since.
   */
  readonly same: (told: Identified) => readonly Point[];
  /** Those of its number in other units: a number long enough to count for the whole group. */
  readonly elsewhere: (told: Identified) => readonly Point[];
};

/** Shorter numbers (01, A3) begin anew in every unit. */
const shortestOfGroup = 4;

export function pointIndex<Point extends Identified>(points: readonly Point[] = []): PointIndex<Point> {
  const lists = { code: new Map<string, Point[]>(), no: new Map<string, Point[]>(), name: new Map<string, Point[]>() };
  const ofNumber = (ownNo: string) => lists.no.get(matchKey(ownNo)) ?? [];
  const named = ({ unitId, name }: Identified) => lists.name.get(nameKey(unitId, name)) ?? [];
  const index: PointIndex<Point> = {
    add(point) {
      if (point.code !== null) addTo(lists.code, point.code, point);
      if (point.ownNo !== null) addTo(lists.no, matchKey(point.ownNo), point);
      addTo(lists.name, nameKey(point.unitId, point.name), point);
    },
    coded: (code) => (code === null ? null : (lists.code.get(code)?.[0] ?? null)),
    same(told) {
      if (told.ownNo === null) return named(told);
      const numbered = ofNumber(told.ownNo).filter(({ unitId }) => unitId === told.unitId);
      return numbered.length > 0 ? numbered : named(told).filter(({ ownNo }) => ownNo === null);
    },
    elsewhere({ ownNo, unitId }) {
      if (ownNo === null || matchKey(ownNo).length < shortestOfGroup) return [];
      return ofNumber(ownNo).filter((point) => point.unitId !== unitId);
    },
  };
  for (const point of points) index.add(point);
  return index;
}

/** 二号配电室 and `二号 配电室（北）` differ; blanks, brackets and width do not. */
function nameKey(unitId: string, name: string): string {
  return `${unitId}|${matchKey(name)}`;
}

function addTo<Point>(lists: Map<string, Point[]>, key: string, point: Point): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [point]);
  else list.push(point);
}
