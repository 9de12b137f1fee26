import type { Scheme } from '@changming/domain/assessments';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';

import { isCounted, recordsAwaited, type SchemeWords } from '../words.ts';

type MissingProps = { readonly scheme: Scheme; readonly awaited: readonly string[]; readonly words: SchemeWords };

/** What nothing in the product records yet, by the kind of record that is missing. */
export function Missing({ scheme, awaited, words }: MissingProps) {
  const { t } = useTranslation('assessments');
  const waiting = scheme.indicators.filter(({ on, code }) => on && awaited.includes(code));
  if (waiting.length === 0) return null;
  const byKind = [...Map.groupBy(waiting, ({ code }) => (isCounted(code) ? t('desk.scheme.leftOut') : recordsAwaited(code, t)))];
  return (
    <Alert
      showIcon
      type="warning"
      className="assessment-notice"
      title={t('desk.scheme.missing', { count: waiting.length })}
      description={
        <>
          <p className="scheme-missing__note">{t('desk.scheme.missingNote')}</p>
          <ul className="scheme-missing">
            {byKind.map(([records, indicators]) => (
              <li key={records}>
                <strong>{records}</strong>
                {indicators.map(({ code }) => `${code} ${words.indicator(code)}`).join('、')}
              </li>
            ))}
          </ul>
        </>
      }
    />
  );
}
