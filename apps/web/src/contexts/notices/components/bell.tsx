import { BellOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Badge, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { unreadQuery } from '../queries.ts';
import { NoticesDrawer } from './notices-drawer.tsx';

/** 消息: how many are unread, and the list. A count that could not be asked leaves the bell as it was. */
export function Bell() {
  const { t } = useTranslation('notices');
  const [open, setOpen] = useState(false);
  const { data } = useQuery(unreadQuery);
  const unread = data?.unread ?? 0;
  return (
    <>
      <Badge count={unread} overflowCount={99} size="small" offset={[-6, 6]}>
        <Button
          type="text"
          icon={<BellOutlined />}
          aria-label={unread === 0 ? t('desk.bell') : t('desk.bellUnread', { count: unread })}
          onClick={() => setOpen(true)}
        />
      </Badge>
      {open && <NoticesDrawer onClose={() => setOpen(false)} />}
    </>
  );
}
