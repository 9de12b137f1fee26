import type { Scheme, SchemeIndicator } from '@changming/domain/assessments';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';

import { isCounted, recordsAwaited, type SchemeWords } from '../words.ts';

type MissingProps = { readonly scheme: Scheme; readonly awaited: readonly string[]; readonly words: SchemeWords };

/** What nothing in the product records yet, by the kind of record that is missing; and what this version leaves out though it is recorded. */
export function Missing({ scheme, awaited, words }: MissingProps) {
  const waiting = scheme.indicators.filter(({ on, code }) => on && awaited.includes(code));
  return (
    <>
      <Unrecorded indicators={waiting.filter(({ code }) => !isCounted(code))} words={words} />
      <LeftOut indicators={waiting.filter(({ code }) => isCounted(code))} words={words} />
    </>
  );
}

type OfIndicators = { readonly indicators: readonly SchemeIndicator[]; readonly words: SchemeWords };

function Unrecorded({ indicators, words }: OfIndicators) {
  const { t } = useTranslation('assessments');
  if (indicators.length === 0) return null;
  const byKind = [...Map.groupBy(indicators, ({ code }) => recordsAwaited(code, t))];
  return (
    <Alert
      showIcon
      type="warning"
      className="assessment-notice"
      title={t('desk.scheme.missing', { count: indicators.length })}
      description={
        <>
          <p className="scheme-missing__note">{t('desk.scheme.missingNote')}</p>
          <ul className="scheme-missing">
            {byKind.map(([records, each]) => (
              <li key={records}>
                <strong>{records}</strong>
                {namesOf(each, words)}
              </li>
            ))}
          </ul>
        </>
      }
    />
  );
}

function LeftOut({ indicators, words }: OfIndicators) {
  const { t } = useTranslation('assessments');
  if (indicators.length === 0) return null;
  return (
    <Alert
      showIcon
      type="info"
      className="assessment-notice"
      title={t('desk.scheme.leftOut', { version: words.version ?? '', indicators: namesOf(indicators, words) })}
      description={t('desk.scheme.leftOutNote')}
    />
  );
}

function namesOf(indicators: readonly SchemeIndicator[], words: SchemeWords): string {
  return indicators.map(({ code }) => `${code} ${words.indicator(code)}`).join('、');
}
