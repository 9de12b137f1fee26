import { useTranslation } from 'react-i18next';

import { Panel } from '../../../ui/panel.tsx';
import type { Explanation } from '../queries.ts';
import type { SchemeWords } from '../words.ts';

type PointsLinesProps = { readonly result: Explanation; readonly words: SchemeWords };

/** 加分与扣分, where there are any. */
export function PointsLines({ result: { bonusLines, malusLines }, words }: PointsLinesProps) {
  const { t } = useTranslation('assessments');
  const lines = [...bonusLines.map((line) => ({ ...line, sign: '+' })), ...malusLines.map((line) => ({ ...line, sign: '−' }))];
  if (lines.length === 0) return null;
  return (
    <Panel title={t('desk.explanation.extras')}>
      <ul className="points-lines">
        {lines.map(({ rule, times, points, sign }) => (
          <li key={`${sign} ${rule}`}>
            <span>{t('desk.explanation.extraLine', { rule: words.rule(rule), count: times })}</span>
            <strong>{`${sign}${points}`}</strong>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
