import { AuditOutlined, IdcardOutlined, SafetyCertificateOutlined, UnlockOutlined, UserSwitchOutlined } from '@ant-design/icons';
import i18next from 'i18next';

import type { MenuEntry } from '../../app/menu-entry.ts';

const title = (page: 'certificates' | 'certified' | 'candidates' | 'staffing' | 'overrides') => () =>
  i18next.t(`certificateDesk.${page}.title`, { ns: 'workforce' });

export const certificateMenu: readonly MenuEntry[] = [
  {
    path: '/workforce/certificates',
    group: 'ledgers',
    icon: <SafetyCertificateOutlined />,
    title: title('certificates'),
    needs: 'workforce.read',
  },
  { path: '/workforce/certified', group: 'ledgers', icon: <IdcardOutlined />, title: title('certified'), needs: 'workforce.read' },
  { path: '/workforce/candidates', group: 'work', icon: <UserSwitchOutlined />, title: title('candidates'), needs: 'workforce.read' },
  { path: '/workforce/staffing', group: 'organisation', icon: <AuditOutlined />, title: title('staffing'), needs: 'workforce.read' },
  { path: '/workforce/overrides', group: 'organisation', icon: <UnlockOutlined />, title: title('overrides'), needs: 'workforce.read' },
];
