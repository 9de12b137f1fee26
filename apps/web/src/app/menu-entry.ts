import type { Permission } from '@changming/domain/access';
import type { ReactNode } from 'react';

export const menuGroups = ['hazards', 'work', 'training', 'ledgers', 'assessment', 'organisation', 'system'] as const;
export type MenuGroup = (typeof menuGroups)[number];

/** A line of the left menu. A context offers its own in `contexts/<context>/menu.tsx`; `navigation.ts` gathers them. */
export type MenuEntry = {
  /** The address, also the key: `/hazards`. */
  readonly path: string;
  readonly group: MenuGroup | null;
  readonly icon: ReactNode;
  /** Asked again when the language changes: `() => i18next.t('menu.ledger', { ns: 'hazards' })`. */
  readonly title: () => string;
  /** Who sees it; null for everybody. */
  readonly needs: Permission | null;
};
