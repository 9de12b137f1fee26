import { listDocuments } from '@changming/contract/hazards';
import { useTranslation } from 'react-i18next';

import { call } from '../../../api/call.ts';
import { OrderedDocumentsPage } from '../../../ui/ordered-documents-page.tsx';

const ask = async (signal: AbortSignal) => (await call(listDocuments, { signal })).items;

/** 我的导出: 隐患台账 and 三清单. */
export function DocumentsPage() {
  const { t } = useTranslation('hazards');
  return (
    <OrderedDocumentsPage
      lead={t('desk.documents.lead')}
      emptyNext={t('desk.documents.emptyNext')}
      context="hazards"
      ask={ask}
      listOf={({ list }) => (list === 'ledger' ? t('desk.documents.ledger') : t(`lists.${list}`))}
      at="/me/hazard-documents"
    />
  );
}
