import { AlertOutlined, AuditOutlined, EyeOutlined, FileSearchOutlined, FlagOutlined, UnorderedListOutlined } from '@ant-design/icons';
import i18next from 'i18next';

import type { MenuEntry } from '../../app/menu-entry.ts';

export const hazardsMenu: readonly MenuEntry[] = [
  {
    path: '/hazards',
    group: 'work',
    icon: <AlertOutlined />,
    title: () => i18next.t('desk.ledger.title', { ns: 'hazards' }),
    needs: 'hazards.read',
  },
  {
    path: '/hazards/lists',
    group: 'work',
    icon: <UnorderedListOutlined />,
    title: () => i18next.t('desk.threeLists.title', { ns: 'hazards' }),
    needs: 'hazards.read',
  },
  {
    path: '/hazards/triage',
    group: 'work',
    icon: <FileSearchOutlined />,
    title: () => i18next.t('desk.triage.title', { ns: 'hazards' }),
    needs: 'hazards.triage',
  },
  {
    path: '/hazards/acceptance',
    group: 'work',
    icon: <AuditOutlined />,
    title: () => i18next.t('desk.acceptance.title', { ns: 'hazards' }),
    needs: 'hazards.accept',
  },
  {
    path: '/hazards/supervision',
    group: 'work',
    icon: <FlagOutlined />,
    title: () => i18next.t('desk.supervision.title', { ns: 'hazards' }),
    needs: 'hazards.read',
  },
  {
    path: '/hazards/look-backs',
    group: 'work',
    icon: <EyeOutlined />,
    title: () => i18next.t('desk.lookBacks.title', { ns: 'hazards' }),
    needs: 'hazards.lookBack',
  },
];
