import { DownloadOutlined } from '@ant-design/icons';
import { Button, Table, Tag } from 'antd';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';

import { Section } from '../../../ui/section.tsx';
import type { CatalogueDataset } from '../queries.ts';
import { Example } from './example.tsx';
import './dataset-sheet.css';

type Column = CatalogueDataset['columns'][number];

/** One dataset: what it holds, how to fetch it, and its columns. */
export function DatasetSheet({ dataset: { name, title, meaning, columns, examples } }: { readonly dataset: CatalogueDataset }) {
  const { t } = useTranslation('analytics');
  return (
    <article className="panel">
      <header className="dataset-sheet__head">
        <div>
          <h2 className="panel__title">
            {title} <code>{name}</code>
          </h2>
          <p className="panel__lead">{meaning}</p>
        </div>
        <Button icon={<DownloadOutlined />} href={`/api/v1/analytics/${name}?format=csv&heads=zh`} download>
          {t('desk.download')}
        </Button>
      </header>
      <Section title={t('desk.examples')}>
        {examples.map(({ address }) => (
          <Example key={address} address={address} />
        ))}
      </Section>
      <Section title={t('desk.columns')}>
        <Table<Column> rowKey="name" size="small" pagination={false} scroll={{ x: 680 }} columns={tableColumns(t)} dataSource={columns} />
      </Section>
    </article>
  );
}

function tableColumns(t: TFunction<'analytics'>) {
  return [
    { title: t('desk.head'), dataIndex: 'head', width: 132 },
    { title: t('desk.column'), width: 148, render: (_: unknown, { name }: Column) => <code>{name}</code> },
    { title: t('desk.type'), width: 64, render: (_: unknown, { type }: Column) => t(`types.${type}`) },
    { title: t('desk.meaning'), render: (_: unknown, column: Column) => <Meaning column={column} /> },
    { title: t('desk.filters'), width: 168, render: (_: unknown, column: Column) => <Filters column={column} /> },
  ];
}

function Meaning({ column: { meaning, empty, masked, codes } }: { readonly column: Column }) {
  const { t } = useTranslation('analytics');
  return (
    <>
      {meaning} {empty && <Tag>{t('desk.empty')}</Tag>}
      {masked && <Tag>{t('desk.masked')}</Tag>}
      {codes !== undefined && <span className="dataset-sheet__codes">{codes.join(' ')}</span>}
    </>
  );
}

function Filters({ column: { name, operators } }: { readonly column: Column }) {
  return operators.map((operator) => (
    <code key={operator} className="dataset-sheet__filter">
      {operator === 'eq' ? name : `${name}.${operator}`}
    </code>
  ));
}
