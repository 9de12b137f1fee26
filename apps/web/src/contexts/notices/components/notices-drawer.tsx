import { App, Button, Drawer, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useKeyset } from '../../../api/keyset.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { sentenceOf } from '../../../ui/sentence-of.ts';
import { noticesQuery, useMarkRead } from '../queries.ts';
import { NoticeLine } from './notice-line.tsx';
import './notices-drawer.css';

type NoticesDrawerProps = { readonly onClose: () => void };

/** The notices, newest first; opening one marks it as read. */
export function NoticesDrawer({ onClose }: NoticesDrawerProps) {
  const { t } = useTranslation('notices');
  const [onlyUnread, setOnlyUnread] = useState(false);
  return (
    <Drawer open size={460} title={t('desk.title')} extra={<ReadAll />} onClose={onClose}>
      <Segmented
        block
        className="notices-drawer__choice"
        value={onlyUnread ? 'unread' : 'all'}
        options={[
          { value: 'all', label: t('desk.all') },
          { value: 'unread', label: t('desk.unread') },
        ]}
        onChange={(choice) => setOnlyUnread(choice === 'unread')}
      />
      <List onlyUnread={onlyUnread} onGone={onClose} />
    </Drawer>
  );
}

function List({ onlyUnread, onGone }: { readonly onlyUnread: boolean; readonly onGone: () => void }) {
  const { t } = useTranslation(['notices', 'shell']);
  const { rows, loading, error, hasMore, loadingMore, onMore, onRefresh } = useKeyset(noticesQuery(onlyUnread));
  const answered = rows.length > 0 || (!loading && error === null);
  return (
    <Loaded query={{ data: answered ? rows : undefined, error, refetch: onRefresh }}>
      {(notices) => (
        <>
          {notices.length === 0 && <EmptyState title={t(onlyUnread ? 'desk.noUnread' : 'desk.empty')} next={t('desk.emptyNext')} />}
          <ul className="notices-drawer__list">
            {notices.map((notice) => (
              <NoticeLine key={notice.id} notice={notice} onGone={onGone} />
            ))}
          </ul>
          {hasMore && (
            <Button block loading={loadingMore} onClick={onMore}>
              {t('desk.more')}
            </Button>
          )}
        </>
      )}
    </Loaded>
  );
}

function ReadAll() {
  const { t } = useTranslation('notices');
  const { message } = App.useApp();
  const mark = useMarkRead();
  const readAll = () =>
    mark.mutate(undefined, {
      onSuccess: () => void message.success(t('desk.allRead')),
      onError: (error) => void message.error(sentenceOf(error)),
    });
  return (
    <Button type="link" loading={mark.isPending} onClick={readAll}>
      {t('desk.readAll')}
    </Button>
  );
}
