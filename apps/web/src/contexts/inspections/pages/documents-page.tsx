import { listDocuments } from '@changming/contract/inspections/documents';
import { useTranslation } from 'react-i18next';

import { call } from '../../../api/call.ts';
import { OrderedDocumentsPage } from '../../../ui/ordered-documents-page.tsx';

const ask = async (signal: AbortSignal) => (await call(listDocuments, { signal })).items;

/** 我的导出: 应查台账 and 排查计划. */
export function DocumentsPage() {
  const { t } = useTranslation('inspections');
  return (
    <OrderedDocumentsPage
      lead={t('desk.documents.lead')}
      emptyNext={t('desk.documents.emptyNext')}
      context="inspections"
      ask={ask}
      listOf={({ list }) => t(list === 'plans' ? 'desk.plans.title' : 'desk.tasks.title')}
      at="/me/inspection-documents"
    />
  );
}
