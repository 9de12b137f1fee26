import { useStored } from './use-stored.ts';

/** 宽松、适中、紧凑 */
export const densities = ['loose', 'middle', 'compact'] as const;
export type Density = (typeof densities)[number];

export type TableSettings = {
  readonly density: Density;
  readonly hidden: ReadonlySet<string>;
  readonly setDensity: (density: Density) => void;
  readonly setHidden: (hidden: ReadonlySet<string>) => void;
  readonly restore: () => void;
};

type Kept = { readonly density: Density; readonly hidden: readonly string[] | null };

/** How this person likes this table on this device. `hiddenAtFirst` names the columns that wait to be chosen. */
export function useTableSettings(name: string, hiddenAtFirst: readonly string[]): TableSettings {
  const [kept, keep] = useStored<Kept>(`table.${name}`, { density: 'middle', hidden: null });
  return {
    density: kept.density,
    hidden: new Set(kept.hidden ?? hiddenAtFirst),
    setDensity: (density) => keep({ ...kept, density }),
    setHidden: (hidden) => keep({ ...kept, hidden: [...hidden] }),
    restore: () => keep({ density: 'middle', hidden: null }),
  };
}
