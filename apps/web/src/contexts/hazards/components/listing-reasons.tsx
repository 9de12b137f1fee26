import { useTranslation } from 'react-i18next';

import { StatusTag } from '../../../ui/status-tag.tsx';
import type { HazardDetail } from '../queries.ts';
import { RecordCard } from './record-card.tsx';

/** Why it is proposed for 挂牌督办, where nobody has listed it yet; a named person decides. */
export function ListingReasons({ hazard }: { readonly hazard: HazardDetail }) {
  const { t } = useTranslation('hazards');
  if (!isProposed(hazard)) return null;
  return (
    <RecordCard title={t('desk.supervision.proposed')} tag={<StatusTag tone="alert">{t('desk.supervision.toList')}</StatusTag>}>
      <p>{t('desk.supervision.proposedWhy', { why: hazard.reasonsToList.map((each) => t(`listingReasons.${each}`)).join('、') })}</p>
    </RecordCard>
  );
}

export function isProposed({ supervised, reasonsToList }: Pick<HazardDetail, 'supervised' | 'reasonsToList'>): boolean {
  return !supervised && reasonsToList.length > 0;
}
