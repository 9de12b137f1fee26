import { useTranslation } from 'react-i18next';

import type { RiskColour } from './tokens.ts';
import './tags.css';

/** 红橙黄蓝: the only place where the four risk colours stand, with the word of the level. */
export function RiskTag({ level, children }: { readonly level: RiskColour; readonly children?: string }) {
  const { t } = useTranslation('shell');
  return <span className={`risk-tag risk-tag--${level}`}>{children ?? t(`riskLevels.${level}`)}</span>;
}
