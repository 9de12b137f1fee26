import { useLocation, useRouter } from '@tanstack/react-router';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { ProblemError } from '../api/problem-error.ts';
import { LampOutline } from './lamp.tsx';
import { LinkButton } from './link-button.tsx';
import { sentenceOf } from './sentence-of.ts';
import { type Gone, goneBy, listAbove } from './way-back.ts';
import './states.css';

type ErrorStateProps = {
  readonly error: unknown;
  readonly title?: string;
  readonly onRetry?: (() => void) | undefined;
  /** Closes what was opened over the list; without it the way back is a link to the list. */
  readonly onBack?: (() => void) | undefined;
  readonly small?: boolean;
};

/** Says what happened and what to do; the code helps the person on the phone with support. What is gone is not tried again. */
export function ErrorState({ error, title, onRetry, onBack, small = false }: ErrorStateProps) {
  const { t } = useTranslation('shell');
  const gone = goneBy(error);
  return (
    <div className={small ? 'state state--small' : 'state'} role="alert">
      <LampOutline lit={false} />
      <div className="state__words">
        <p className="state__title">{gone === null ? (title ?? t('errors.load')) : t(`errors.${gone}`)}</p>
        <p className="state__next">{sentenceOf(error)}</p>
        {error instanceof ProblemError && <p className="state__code">{t('errors.code', { code: error.problem.code })}</p>}
        <WayOn gone={gone} onRetry={onRetry} onBack={onBack} />
      </div>
    </div>
  );
}

type WayOnProps = Pick<ErrorStateProps, 'onRetry' | 'onBack'> & { readonly gone: Gone | null };

function WayOn({ gone, onRetry, onBack }: WayOnProps): ReactNode {
  const { t } = useTranslation('shell');
  if (gone !== null && onBack === undefined) return gone === 'forbidden' ? <LinkTo list="/" /> : <LinkToList />;
  if (gone === null && onRetry === undefined) return null;
  return (
    <div className="state__action">
      {gone === null ? (
        <Button onClick={onRetry}>{t('actions.retry')}</Button>
      ) : (
        <Button onClick={onBack}>{t('actions.backToList')}</Button>
      )}
    </div>
  );
}

function LinkToList() {
  const router = useRouter();
  const isPage = (path: string) => {
    const [, , found] = router.getMatchedRoutes(path);
    return found !== undefined && found.path !== '$';
  };
  return <LinkTo list={listAbove(useLocation(), isPage)} />;
}

function LinkTo({ list }: { readonly list: string }) {
  const { t } = useTranslation('shell');
  return (
    <div className="state__action">
      <LinkButton to={list}>{t(list === '/' ? 'actions.backHome' : 'actions.backToList')}</LinkButton>
    </div>
  );
}
