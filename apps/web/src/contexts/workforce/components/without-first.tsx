import { Button, List } from 'antd';
import { useTranslation } from 'react-i18next';

import { useKeyset } from '../../../api/keyset.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { withoutFirstQuery } from '../queries.ts';

type WithoutFirstProps = { readonly unitId: string | undefined; readonly onChoose: (unitId: string) => void };

/** 没有第一责任人的单位, today, at the unit and below it. */
export function WithoutFirst({ unitId, onChoose }: WithoutFirstProps) {
  const { t } = useTranslation('workforce');
  const list = useKeyset(withoutFirstQuery(unitId));
  if (list.error !== null) return <ErrorState error={list.error} onRetry={list.onRefresh} />;
  return (
    <Panel title={t('desk.withoutFirst.title')} lead={t('desk.withoutFirst.lead')}>
      <List
        size="small"
        loading={list.loading}
        dataSource={[...list.rows]}
        rowKey="id"
        locale={{
          emptyText: list.loading ? ' ' : <EmptyState small title={t('desk.withoutFirst.none')} next={t('desk.withoutFirst.noneNext')} />,
        }}
        renderItem={({ id, name, path }) => (
          <List.Item>
            <Button type="link" onClick={() => onChoose(id)}>
              {name}
            </Button>
            <span>{path}</span>
          </List.Item>
        )}
        {...(list.hasMore
          ? {
              loadMore: (
                <Button loading={list.loadingMore} onClick={list.onMore}>
                  {t('desk.withoutFirst.more')}
                </Button>
              ),
            }
          : {})}
      />
    </Panel>
  );
}
