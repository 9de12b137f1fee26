import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import { EmptyState } from '../../../ui/empty-state.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { OrderedDocuments } from '../../../ui/ordered-documents.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { addressOf, documentsQuery, type OrderedDocument } from '../list-queries.ts';

/** 我的导出: files that were made in the background, for whoever ordered them. */
export function DocumentsPage() {
  const { t } = useTranslation('hazards');
  const query = useQuery(documentsQuery);
  const listName = (list: OrderedDocument['list']) => (list === 'ledger' ? t('desk.documents.ledger') : t(`lists.${list}`));
  return (
    <>
      <PageHeader title={t('desk.documents.title')} lead={t('desk.documents.lead')} />
      <Panel>
        <Loaded query={query}>
          {(rows) =>
            rows.length === 0 ? (
              <EmptyState title={t('desk.documents.empty')} next={t('desk.documents.emptyNext')} />
            ) : (
              <OrderedDocuments files={rows.map((row) => ({ ...row, name: row.name ?? listName(row.list), address: addressOf(row) }))} />
            )
          }
        </Loaded>
      </Panel>
    </>
  );
}
