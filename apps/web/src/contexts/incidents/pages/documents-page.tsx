import { listDocuments } from '@changming/contract/incidents';
import { useTranslation } from 'react-i18next';

import { call } from '../../../api/call.ts';
import { OrderedDocumentsPage } from '../../../ui/ordered-documents-page.tsx';

const ask = async (signal: AbortSignal) => (await call(listDocuments, { signal })).items;

/** 我的导出: 事件台账. */
export function DocumentsPage() {
  const { t } = useTranslation('incidents');
  return (
    <OrderedDocumentsPage
      lead={t('desk.documents.lead')}
      emptyNext={t('desk.documents.emptyNext')}
      context="incidents"
      ask={ask}
      listOf={() => t('documents.ledger')}
      at="/me/incident-documents"
    />
  );
}
