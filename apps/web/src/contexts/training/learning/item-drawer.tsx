import { useQuery } from '@tanstack/react-query';
import { Button, Skeleton } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { mayAnywhere } from '../../../api/may.ts';
import { useMe } from '../../../api/me.ts';
import { ConfirmAct } from '../../../ui/confirm-act.tsx';
import { DetailDrawer } from '../../../ui/detail-drawer.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { Facts } from '../../../ui/facts.tsx';
import { RecordTrail } from '../../../ui/record-trail.tsx';
import { Section } from '../../../ui/section.tsx';
import { EditItem } from './item-forms.tsx';
import { itemQuery, type LibraryDetail, readersQuery, useLearningAct, withdrawItem } from './queries.ts';
import './learning.css';

type DrawerProps = { readonly itemId: string | null; readonly onClose: () => void };

/** One item: what it says, and who has not read it yet. */
export function ItemDrawer({ itemId, onClose }: DrawerProps) {
  if (itemId === null) return <DetailDrawer open={false} title="" onClose={onClose} children={null} />;
  return <OpenDrawer key={itemId} itemId={itemId} onClose={onClose} />;
}

function OpenDrawer({ itemId, onClose }: { readonly itemId: string; readonly onClose: () => void }) {
  const { t } = useTranslation(['training', 'workforce']);
  const me = useMe();
  const { data: item, error, refetch } = useQuery(itemQuery(itemId));
  if (item === undefined)
    return (
      <DetailDrawer open title={t('learning.library.title')} onClose={onClose}>
        {error === null ? (
          <Skeleton active paragraph={{ rows: 6 }} />
        ) : (
          <ErrorState error={error} onRetry={() => void refetch()} onBack={onClose} />
        )}
      </DetailDrawer>
    );
  return (
    <DetailDrawer open title={item.title} acts={item.may.edit ? <Acts item={item} onClose={onClose} /> : null} onClose={onClose}>
      <Facts
        facts={[
          { label: t('learning.unit'), value: item.unit },
          { label: t('learning.library.kind'), value: t(`libraryKinds.${item.kind}`) },
          { label: t('learning.library.from'), value: item.from },
          { label: t('learning.library.edition'), value: String(item.edition) },
          {
            label: t('learning.library.posts'),
            value: item.posts.map((post) => t(`workforce:posts.${post}`)).join('、') || t('learning.library.everybody'),
          },
        ]}
      />
      {item.body !== '' && <p className="learning-body">{item.body}</p>}
      {item.link !== null && (
        <p>
          <a href={item.link} target="_blank" rel="noreferrer">
            {item.link}
          </a>
        </p>
      )}
      {mayAnywhere(me, 'training.read') && <Readers itemId={itemId} />}
      <RecordTrail subjectId={item.id} />
    </DetailDrawer>
  );
}

function Readers({ itemId }: { readonly itemId: string }) {
  const { t } = useTranslation('training');
  const { data } = useQuery(readersQuery(itemId));
  if (data === undefined) return null;
  return (
    <Section title={t('learning.library.readers')}>
      <p>{t('learning.library.readCount', { read: data.read, meant: data.meant })}</p>
      {data.items.length > 0 && (
        <p>
          {t('learning.library.unread')}：{data.items.map(({ name }) => name).join('、')}
        </p>
      )}
    </Section>
  );
}

function Acts({ item, onClose }: { readonly item: LibraryDetail; readonly onClose: () => void }) {
  const { t } = useTranslation('training');
  const [editing, setEditing] = useState(false);
  return (
    <>
      <Button onClick={() => setEditing(true)}>{t('learning.library.edit')}</Button>
      <Withdraw item={item} onClose={onClose} />
      {editing && <EditItem item={item} onClose={() => setEditing(false)} />}
    </>
  );
}

function Withdraw({ item, onClose }: { readonly item: LibraryDetail; readonly onClose: () => void }) {
  const { t } = useTranslation('training');
  const act = useLearningAct(withdrawItem);
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
  return (
    <ConfirmAct
      danger
      ask={t('learning.library.withdrawAsk', { title: item.title })}
      onAct={() => act.mutateAsync({ itemId: item.id, version: item.version, on: today < item.from ? item.from : today }).then(onClose)}
    >
      {t('learning.library.withdraw')}
    </ConfirmAct>
  );
}
