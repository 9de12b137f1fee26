import type { RiskStage } from '@changming/domain/risks';
import { useTranslation } from 'react-i18next';

import { StatusTag } from '../../../ui/status-tag.tsx';

const tones = { draft: 'neutral', reviewed: 'moving', published: 'done', dueForReview: 'waiting', archived: 'neutral' } as const;

export function StageTag({ stage }: { readonly stage: RiskStage }) {
  const { t } = useTranslation('risks');
  return <StatusTag tone={tones[stage]}>{t(`stages.${stage}`)}</StatusTag>;
}
