import type { HazardLevel, HazardStage } from '@changming/domain/hazards';
import { useTranslation } from 'react-i18next';

import { RiskTag } from '../../../ui/risk-tag.tsx';
import { StatusTag } from '../../../ui/status-tag.tsx';
import { levelColours, stageTones } from '../look.ts';

export function LevelTag({ level }: { readonly level: HazardLevel | null }) {
  const { t } = useTranslation('hazards');
  if (level === null) return <span className="hazard-quiet">{t('desk.notGraded')}</span>;
  return <RiskTag level={levelColours[level]}>{t(`levels.${level}`)}</RiskTag>;
}

export function StageTag({ stage }: { readonly stage: HazardStage }) {
  const { t } = useTranslation('hazards');
  return <StatusTag tone={stageTones[stage]}>{t(`stages.${stage}`)}</StatusTag>;
}
