import { DownloadOutlined } from '@ant-design/icons';
import type { DocumentState } from '@changming/domain/kernel';
import { Button, Table, type TableColumnType } from 'antd';
import { useTranslation } from 'react-i18next';

import { instantText } from './dates.ts';

export type OrderedFile = {
  readonly id: string;
  readonly name: string;
  readonly state: DocumentState;
  readonly rows: number;
  readonly bytes: number | null;
  readonly askedAt: string;
  readonly keptUntil: string;
  /** From where a browser downloads it once it is ready: it goes on by itself where a download broke off. */
  readonly address: string;
};

/** Files that are made in the background, for whoever ordered them. */
export function OrderedDocuments({ files }: { readonly files: readonly OrderedFile[] }) {
  return <Table<OrderedFile> rowKey="id" columns={useColumns()} dataSource={files} pagination={false} scroll={{ x: 'max-content' }} />;
}

const mega = 1_000_000;

function sizeText(bytes: number | null): string {
  if (bytes === null) return '';
  return bytes < mega ? `${Math.ceil(bytes / 1000)} KB` : `${(bytes / mega).toFixed(1)} MB`;
}

function useColumns(): TableColumnType<OrderedFile>[] {
  const { t } = useTranslation('shell');
  return [
    { title: t('orders.heads.name'), render: (_, { name }) => name },
    { title: t('orders.heads.rows'), align: 'right', render: (_, { rows }) => rows.toLocaleString() },
    { title: t('orders.heads.bytes'), align: 'right', render: (_, { bytes }) => sizeText(bytes) },
    { title: t('orders.heads.askedAt'), render: (_, { askedAt }) => instantText(askedAt) },
    { title: t('orders.heads.keptUntil'), render: (_, { keptUntil }) => instantText(keptUntil) },
    {
      title: t('orders.heads.state'),
      render: (_, { state, address }) =>
        state === 'ready' ? (
          <Button type="link" icon={<DownloadOutlined />} href={address} download>
            {t('orders.save')}
          </Button>
        ) : (
          t(`orders.states.${state}`)
        ),
    },
  ];
}
