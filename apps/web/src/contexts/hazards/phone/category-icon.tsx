import type { HazardCategory } from '@changming/domain/hazards';

import { LineIcon } from '../../../ui/line-icon.tsx';

/** The pictograms of the eight chips: lines on a field of 32. */
const lines: Partial<Record<HazardCategory, string>> = {
  exits: 'M6 27V5h13v22M19 16h9M24 12l4 4-4 4M15 15v3M4 27h17',
  fireEquipment: 'M11 12h9v13a3 3 0 0 1-3 3h-3a3 3 0 0 1-3-3ZM13 12V8h5v4M13 6h8M15.500 8V6M18 9c4 0 6 2 7 5M11 18h9',
  electricity: 'M18 3 7 18h8l-2 11 12-16h-8Z',
  openFlame:
    'M16 3c5 6 8 9 8 15a8 8 0 0 1-16 0c0-4 3-6 4-9 2 2 3 3 3 5 1-3 2-6 1-11ZM16 26a4 4 0 0 1-4-4c0-2 2-3 3-5 2 2 5 3 5 5a4 4 0 0 1-4 4Z',
  machinery:
    'M16 12a4 4 0 1 0 0 8 4 4 0 0 0 0-8ZM14 4h4l1 4 3 1 4-2 2 4-3 3v4l3 3-2 4-4-2-3 1-1 4h-4l-1-4-3-1-4 2-2-4 3-3v-4l-3-3 2-4 4 2 3-1Z',
  stacking: 'M4 17h11v11H4ZM17 17h11v11H17ZM10.500 5h11v11h-11ZM8 17v4M22 17v4M16 5v4',
  chemicals: 'M13 3h6M14 3v9L6 25a2 2 0 0 0 2 4h16a2 2 0 0 0 2-4l-8-13V3M10 20h12M14 25h1',
  other: 'M7 16h.1M16 16h.1M25 16h.1',
};

export function CategoryIcon({ category }: { readonly category: HazardCategory }) {
  return <LineIcon size={36} path={lines[category] ?? lines.other} stroke={lines[category] === lines.other ? 5 : 2} />;
}
