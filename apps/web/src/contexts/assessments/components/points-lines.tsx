import type { Scheme } from '@changming/domain/assessments';
import { useTranslation } from 'react-i18next';

import { Panel } from '../../../ui/panel.tsx';
import { countedBonus } from '../counted-bonus.ts';
import type { Explanation } from '../queries.ts';
import type { SchemeWords } from '../words.ts';

type PointsLinesProps = { readonly result: Explanation; readonly scheme: Scheme | null; readonly words: SchemeWords };

/** 加分与扣分, where there are any; where only the highest bonus counts, which one that is. */
export function PointsLines({ result: { bonusLines, malusLines }, scheme, words }: PointsLinesProps) {
  const { t } = useTranslation('assessments');
  const counted = countedBonus(scheme?.bonus, bonusLines);
  const noteOf = (rule: string) => {
    if (counted === null) return null;
    return rule === counted.rule
      ? t('desk.explanation.extraCounted', { points: counted.points })
      : t('desk.explanation.extraNotCounted', { rule: words.rule(counted.rule) });
  };
  const lines = [
    ...bonusLines.map((line) => ({ ...line, sign: '+', note: noteOf(line.rule) })),
    ...malusLines.map((line) => ({ ...line, sign: '−', note: null })),
  ];
  if (lines.length === 0) return null;
  return (
    <Panel title={t('desk.explanation.extras')}>
      <ul className="points-lines">
        {lines.map(({ rule, times, points, sign, note }) => (
          <li key={`${sign} ${rule}`}>
            <span>
              {t('desk.explanation.extraLine', { rule: words.rule(rule), count: times })}
              {note !== null && <small>{note}</small>}
            </span>
            <strong>{`${sign}${points}`}</strong>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
