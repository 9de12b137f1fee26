import { listDocuments } from '@changming/contract/actions';
import { useTranslation } from 'react-i18next';

import { call } from '../../../api/call.ts';
import { OrderedDocumentsPage } from '../../../ui/ordered-documents-page.tsx';

const ask = async (signal: AbortSignal) => (await call(listDocuments, { signal })).items;

/** 我的导出: 整改措施台账. */
export function DocumentsPage() {
  const { t } = useTranslation('actions');
  return (
    <OrderedDocumentsPage
      lead={t('desk.documents.lead')}
      emptyNext={t('desk.documents.emptyNext')}
      context="actions"
      ask={ask}
      listOf={() => t('sheet.name')}
      at="/me/action-documents"
    />
  );
}
