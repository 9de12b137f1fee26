import { riskColours, type RiskLevel } from '@changming/domain/risks';
import { useTranslation } from 'react-i18next';

import { RiskTag } from '../../../ui/risk-tag.tsx';

/** A level in its colour, with its word. */
export function LevelTag({ level }: { readonly level: RiskLevel }) {
  const { t } = useTranslation('risks');
  return <RiskTag level={riskColours[level]}>{t(`levels.${level}`)}</RiskTag>;
}
