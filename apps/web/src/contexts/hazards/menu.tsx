import {
  AlertOutlined,
  AuditOutlined,
  EyeOutlined,
  FileSearchOutlined,
  FlagOutlined,
  SolutionOutlined,
  UnorderedListOutlined,
} from '@ant-design/icons';
import i18next from 'i18next';

import type { MenuEntry } from '../../app/menu-entry.ts';

export const hazardsMenu: readonly MenuEntry[] = [
  {
    path: '/hazards',
    group: 'hazards',
    icon: <AlertOutlined />,
    title: () => i18next.t('desk.ledger.title', { ns: 'hazards' }),
    needs: 'hazards.read',
  },
  {
    path: '/hazards/lists',
    group: 'hazards',
    icon: <UnorderedListOutlined />,
    title: () => i18next.t('desk.threeLists.title', { ns: 'hazards' }),
    needs: 'hazards.read',
  },
  {
    path: '/hazards/triage',
    group: 'hazards',
    icon: <FileSearchOutlined />,
    title: () => i18next.t('desk.triage.title', { ns: 'hazards' }),
    needs: 'hazards.triage',
  },
  {
    path: '/hazards/acceptance',
    group: 'hazards',
    icon: <AuditOutlined />,
    title: () => i18next.t('desk.acceptance.title', { ns: 'hazards' }),
    needs: 'hazards.accept',
  },
  {
    path: '/hazards/requests',
    group: 'hazards',
    icon: <SolutionOutlined />,
    title: () => i18next.t('requests.title', { ns: 'hazards' }),
    needs: 'hazards.decideExtension',
  },
  {
    path: '/hazards/supervision',
    group: 'hazards',
    icon: <FlagOutlined />,
    title: () => i18next.t('desk.supervision.title', { ns: 'hazards' }),
    needs: 'hazards.read',
  },
  {
    path: '/hazards/look-backs',
    group: 'hazards',
    icon: <EyeOutlined />,
    title: () => i18next.t('desk.lookBacks.title', { ns: 'hazards' }),
    needs: 'hazards.lookBack',
  },
];
