import { Button } from 'antd';
import { useTranslation } from 'react-i18next';

import { EmptyState } from '../../../ui/empty-state.tsx';
import { StatusTag } from '../../../ui/status-tag.tsx';
import type { Explanation } from '../queries.ts';
import { filledIn, type SchemeWords } from '../words.ts';
import type { OpenRecords } from './line-table.tsx';

type GainsProps = { readonly gains: Explanation['gains']; readonly words: SchemeWords; readonly onOpen: OpenRecords };

/** 怎样提高: what would raise the total most comes first, with the records it is done on. */
export function Gains({ gains, words, onOpen }: GainsProps) {
  const { t } = useTranslation('assessments');
  if (gains.length === 0) return <EmptyState small title={t('desk.explanation.gainsNone')} next={t('desk.explanation.gainsNoneNext')} />;
  return (
    <ol className="gains">
      {gains.map((gain) => (
        <li key={`${gain.indicator} ${gain.act}`}>
          <p className="gains__head">
            <strong>
              {gain.finalGain === null
                ? t('desk.explanation.gainScore', { points: gain.scoreGain })
                : t('desk.explanation.gainFinal', { points: gain.finalGain })}
            </strong>
            <StatusTag tone={gain.when === 'now' ? 'moving' : 'neutral'}>{t(`raiseTimes.${gain.when}`)}</StatusTag>
          </p>
          <p className="gains__act">{filledIn(t(`raises.${gain.act}`), { count: gain.count })}</p>
          <p className="gains__foot">
            <span>{`${gain.indicator} ${words.indicator(gain.indicator)}`}</span>
            {gain.on !== null && (
              <Button type="link" size="small" onClick={() => onOpen({ indicator: gain.indicator, measure: gain.on ?? '' })}>
                {t('desk.explanation.gainOpen', { count: gain.count })}
              </Button>
            )}
          </p>
        </li>
      ))}
    </ol>
  );
}
