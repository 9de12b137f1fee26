import { useStored } from '../ui/use-stored.ts';
import { type MenuGroup, menuGroups } from './menu-entry.ts';
import type { MenuBlock } from './navigation.tsx';

/** A menu of so many lines fits the window, and nothing of it is folded at first. */
const mostAtOnce = 14;

/** Which groups of the menu stand open, as this device remembers; that of the page one is on always does. */
export function useOpenGroups(blocks: readonly MenuBlock[], here: string | null): readonly [readonly string[], (open: string[]) => void] {
  const [kept, keep] = useStored<readonly MenuGroup[] | null>('menu.open', null);
  return [openGroups(blocks, { here, kept }), (open) => keep(menuGroups.filter((group) => open.includes(group)))];
}

/** Until somebody chose, a short menu is open and of a long one its first group. */
export function openGroups(
  blocks: readonly MenuBlock[],
  { here, kept }: { readonly here: string | null; readonly kept: readonly MenuGroup[] | null },
): MenuGroup[] {
  const groups = blocks.flatMap(({ group }) => (group === null ? [] : [group]));
  const lines = blocks.reduce((sum, { entries }) => sum + entries.length, 0);
  const chosen = kept ?? (lines > mostAtOnce ? groups.slice(0, 1) : groups);
  const around = blocks.find(({ entries }) => entries.some(({ path }) => path === here))?.group;
  return groups.filter((group) => group === around || chosen.includes(group));
}
