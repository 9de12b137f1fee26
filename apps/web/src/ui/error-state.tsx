import { Button } from 'antd';
import { useTranslation } from 'react-i18next';

import { ProblemError } from '../api/problem-error.ts';
import { LampOutline } from './lamp.tsx';
import { sentenceOf } from './sentence-of.ts';
import './states.css';

type ErrorStateProps = { readonly error: unknown; readonly title?: string; readonly onRetry?: () => void; readonly small?: boolean };

/** Says what happened and what to do; the code helps the person on the phone with support. */
export function ErrorState({ error, title, onRetry, small = false }: ErrorStateProps) {
  const { t } = useTranslation('shell');
  return (
    <div className={small ? 'state state--small' : 'state'} role="alert">
      <LampOutline lit={false} />
      <div className="state__words">
        <p className="state__title">{title ?? t('errors.load')}</p>
        <p className="state__next">{sentenceOf(error)}</p>
        {error instanceof ProblemError && <p className="state__code">{t('errors.code', { code: error.problem.code })}</p>}
        {onRetry !== undefined && (
          <div className="state__action">
            <Button onClick={onRetry}>{t('actions.retry')}</Button>
          </div>
        )}
      </div>
    </div>
  );
}
