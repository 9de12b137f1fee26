import { Button } from 'antd';
import { useTranslation } from 'react-i18next';

import { isPerMille, perMilleOf, short } from '../words.ts';
import type { ExplainedLine, OpenRecords } from './line-table.tsx';

type RateProps = { readonly explained: ExplainedLine; readonly name: string; readonly onOpen: OpenRecords };

/** `17 ÷ 20 = 85%`: each number opens the records that it counts. */
export function Rate({ explained, name, onOpen }: RateProps) {
  const { t } = useTranslation('assessments');
  const { line, formula } = explained;
  if (line.numerator === null) return <span className="assessment-quiet">{t('desk.none')}</span>;
  return (
    <span className="rate">
      <Side explained={explained} side="numerator" name={name} onOpen={onOpen} />
      {line.denominator !== null && (
        <>
          <span aria-hidden="true">÷</span>
          <Side explained={explained} side="denominator" name={name} onOpen={onOpen} />
        </>
      )}
      {line.value !== null && line.denominator !== null && (
        <span className="rate__value">{`${factorOf(line)}= ${isPerMille(formula) ? `${perMilleOf(line)}‰` : `${short(line.value)}%`}`}</span>
      )}
    </span>
  );
}

/** 真实销号率, where it lowers the rate. */
function factorOf({ facts }: ExplainedLine['line']): string {
  const factor = facts['trueClosure'];
  return factor === undefined || Number(factor) === 1 ? '' : `× ${short(factor)} `;
}

function Side({ explained: { line, records }, side, name, onOpen }: RateProps & { readonly side: 'numerator' | 'denominator' }) {
  const { t } = useTranslation('assessments');
  const count = line[side];
  const opens = records[side].length > 0 && count !== '0';
  if (count === null || !opens) return <span className="rate__plain">{count}</span>;
  const label = side === 'numerator' ? 'openNumerator' : 'openDenominator';
  return (
    <Button
      type="link"
      size="small"
      className="rate__side"
      aria-label={t(`desk.explanation.${label}`, { indicator: name, count })}
      onClick={() => onOpen({ indicator: line.code, side })}
    >
      {count}
    </Button>
  );
}
