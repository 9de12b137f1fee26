import { HomeOutlined } from '@ant-design/icons';
import i18next from 'i18next';

import { mayAnywhere } from '../api/may.ts';
import type { Me } from '../api/me.ts';
import { accessMenu } from '../contexts/access/menu.tsx';
import { actionsMenu } from '../contexts/actions/menu.tsx';
import { analyticsMenu } from '../contexts/analytics/menu.tsx';
import { assessmentsMenu } from '../contexts/assessments/menu.tsx';
import { auditMenu } from '../contexts/audit/menu.tsx';
import { equipmentMenu } from '../contexts/equipment/menu.tsx';
import { trainingMenu } from '../contexts/training/menu.tsx';
import { hazardsMenu } from '../contexts/hazards/menu.tsx';
import { importsMenu } from '../contexts/imports/menu.tsx';
import { incidentsMenu } from '../contexts/incidents/menu.tsx';
import { inspectionsMenu } from '../contexts/inspections/menu.tsx';
import { pointsMenu } from '../contexts/points/menu.tsx';
import { responsibilitiesMenu } from '../contexts/responsibilities/menu.tsx';
import { risksMenu } from '../contexts/risks/menu.tsx';
import { standardsMenu } from '../contexts/standards/menu.tsx';
import { unitsMenu } from '../contexts/units/menu.tsx';
import { workforceMenu } from '../contexts/workforce/menu.tsx';
import { watchMenu } from '../contexts/workforce/watch/menu.tsx';
import { type MenuEntry, type MenuGroup, menuGroups } from './menu-entry.ts';

const home: MenuEntry = {
  path: '/',
  group: null,
  icon: <HomeOutlined />,
  title: () => i18next.t('menu.home', { ns: 'shell' }),
  needs: null,
};

/** Every line of the left menu, contexts in the order of `tooling/rooms/contexts.json`. */
const entries: readonly MenuEntry[] = [
  home,
  ...hazardsMenu,
  ...incidentsMenu,
  ...actionsMenu,
  ...inspectionsMenu,
  ...risksMenu,
  ...equipmentMenu,
  ...trainingMenu,
  ...pointsMenu,
  ...standardsMenu,
  ...unitsMenu,
  ...responsibilitiesMenu,
  ...watchMenu,
  ...workforceMenu,
  ...importsMenu,
  ...assessmentsMenu,
  ...analyticsMenu,
  ...accessMenu,
  ...auditMenu,
];

export type MenuBlock = { readonly group: MenuGroup | null; readonly entries: readonly MenuEntry[] };

/** What `me` sees of the menu, in blocks; a block without lines is left out. */
export function menuOf(me: Me): MenuBlock[] {
  const open = entries.filter(({ needs }) => needs === null || mayAnywhere(me, needs));
  return [null, ...menuGroups]
    .map((group) => ({ group, entries: open.filter((entry) => entry.group === group) }))
    .filter((block) => block.entries.length > 0);
}

/** The line under which the address stands: the one with the longest beginning of it. */
export function currentPath(pathname: string, blocks: readonly MenuBlock[]): string | null {
  const paths = blocks.flatMap((block) => block.entries.map(({ path }) => path));
  const above = paths.filter((path) => pathname === path || pathname.startsWith(path === '/' ? '//' : `${path}/`));
  return above.toSorted((one, other) => other.length - one.length)[0] ?? null;
}
