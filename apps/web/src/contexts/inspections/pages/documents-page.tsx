import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import { EmptyState } from '../../../ui/empty-state.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { OrderedDocuments } from '../../../ui/ordered-documents.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { addressOf, documentsQuery } from '../document-queries.ts';

/** 我的导出: 应查台账 and 排查计划 too long for one answer, made in the background for whoever ordered them. */
export function DocumentsPage() {
  const { t } = useTranslation('inspections');
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
              <OrderedDocuments
                files={rows.map((row) => ({
                  ...row,
                  name: row.name ?? t(row.list === 'plans' ? 'desk.plans.title' : 'desk.tasks.title'),
                  address: addressOf(row),
                }))}
              />
            )
          }
        </Loaded>
      </Panel>
    </>
  );
}
