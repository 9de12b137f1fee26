import { DownloadOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Table, type TableColumnType } from 'antd';
import { useTranslation } from 'react-i18next';

import { instantText } from '../../../ui/dates.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { addressOf, documentsQuery, type OrderedDocument } from '../list-queries.ts';

/** 我的导出: files that were made in the background, for whoever ordered them. */
export function DocumentsPage() {
  const { t } = useTranslation('hazards');
  const columns = useColumns();
  const query = useQuery(documentsQuery);
  return (
    <>
      <PageHeader title={t('desk.documents.title')} lead={t('desk.documents.lead')} />
      <Panel>
        <Loaded query={query}>
          {(rows) =>
            rows.length === 0 ? (
              <EmptyState title={t('desk.documents.empty')} next={t('desk.documents.emptyNext')} />
            ) : (
              <Table<OrderedDocument> rowKey="id" columns={columns} dataSource={rows} pagination={false} scroll={{ x: 'max-content' }} />
            )
          }
        </Loaded>
      </Panel>
    </>
  );
}

const mega = 1_000_000;

function sizeText(bytes: number | null): string {
  if (bytes === null) return '';
  return bytes < mega ? `${Math.ceil(bytes / 1000)} KB` : `${(bytes / mega).toFixed(1)} MB`;
}

function useColumns(): TableColumnType<OrderedDocument>[] {
  const { t } = useTranslation('hazards');
  const listName = (list: OrderedDocument['list']) => (list === 'ledger' ? t('desk.documents.ledger') : t(`lists.${list}`));
  return [
    { title: t('desk.documents.heads.name'), render: (_, { name, list }) => name ?? listName(list) },
    { title: t('desk.documents.heads.rows'), align: 'right', render: (_, { rows }) => rows.toLocaleString() },
    {
      title: t('desk.documents.heads.bytes'),
      align: 'right',
      render: (_, { bytes }) => sizeText(bytes),
    },
    { title: t('desk.documents.heads.askedAt'), render: (_, { askedAt }) => instantText(askedAt) },
    { title: t('desk.documents.heads.keptUntil'), render: (_, { keptUntil }) => instantText(keptUntil) },
    {
      title: t('desk.documents.heads.state'),
      render: (_, row) =>
        row.state === 'ready' ? (
          <Button type="link" icon={<DownloadOutlined />} href={addressOf(row)} download>
            {t('desk.documents.save')}
          </Button>
        ) : (
          t(`desk.documents.states.${row.state}`)
        ),
    },
  ];
}
