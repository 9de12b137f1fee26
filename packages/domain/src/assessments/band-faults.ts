import { decimal, isLess, nothing } from './exact.ts';
import type { Band } from './scheme.ts';
import type { SchemeFault } from './scheme-faults.ts';

/** Bands must tile from 0 to the full marks: where two leave a gap, overlap or leave the range, each is named. */
export function bandFaults(bands: readonly Band[], fullMarks: string): SchemeFault[] {
  const sorted = bands.toSorted((a, b) => (isLess(decimal(a.from), decimal(b.from)) ? -1 : 1));
  const empty = sorted.filter((band) => !isLess(decimal(band.from), decimal(band.below ?? fullMarks)) && band.below !== null);
  const faults = empty.map((band): SchemeFault => ({ fault: 'band_overlap', facts: { from: band.from, below: band.below ?? fullMarks } }));
  const beyond = sorted.filter(({ from }) => isLess(decimal(fullMarks), decimal(from)));
  faults.push(...beyond.map(({ from }): SchemeFault => ({ fault: 'band_outside', facts: { from, below: fullMarks } })));
  let reached: string | null = '0';
  for (const band of sorted) {
    faults.push(...meeting(reached, band.from, fullMarks));
    reached = band.below;
  }
  return [...faults, ...atTheTop(reached, fullMarks)];
}

/** What lies between the end of one band and the beginning of the next. */
function meeting(reached: string | null, from: string, fullMarks: string): SchemeFault[] {
  if (reached === null) return [{ fault: 'band_overlap', facts: { from, below: fullMarks } }];
  if (isLess(decimal(reached), decimal(from))) return [{ fault: 'band_gap', facts: { from: reached, below: from } }];
  return isLess(decimal(from), decimal(reached)) ? [{ fault: 'band_overlap', facts: { from, below: reached } }] : [];
}

function atTheTop(reached: string | null, fullMarks: string): SchemeFault[] {
  if (reached === null) return [];
  const outside = isLess(decimal(fullMarks), decimal(reached));
  return [{ fault: outside ? 'band_outside' : 'band_gap', facts: { from: reached, below: fullMarks } }];
}

/** The grade of a total, or null when no band holds it: those of a faultless scheme always do. */
export function gradeOf(bands: readonly Band[], total: string): string | null {
  const value = decimal(total);
  if (isLess(value, nothing)) return null;
  const holding = bands.find(({ from, below }) => !isLess(value, decimal(from)) && (below === null || isLess(value, decimal(below))));
  return holding?.grade ?? null;
}
