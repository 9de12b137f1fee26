import type { HazardLevel, HazardStage, VoidKind } from '@changming/domain/hazards';
import { useTranslation } from 'react-i18next';

import { RiskTag } from '../../../ui/risk-tag.tsx';
import { StatusTag } from '../../../ui/status-tag.tsx';
import { levelColours, stageTones } from '../look.ts';

export function LevelTag({ level }: { readonly level: HazardLevel | null }) {
  const { t } = useTranslation('hazards');
  if (level === null) return <span className="hazard-quiet">{t('desk.notGraded')}</span>;
  return <RiskTag level={levelColours[level]}>{t(`levels.${level}`)}</RiskTag>;
}

type StageTagProps = { readonly stage: HazardStage; readonly voidKind?: VoidKind | null };

export function StageTag({ stage, voidKind = null }: StageTagProps) {
  const { t } = useTranslation('hazards');
  const words = stage === 'void' && voidKind !== null ? t(`voidedAs.${voidKind}`) : t(`stages.${stage}`);
  return <StatusTag tone={stageTones[stage]}>{words}</StatusTag>;
}
