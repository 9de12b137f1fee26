import type { ReactNode } from 'react';

import { LampOutline } from '../../ui/lamp.tsx';
import { goneBy } from '../../ui/way-back.ts';
import { sentenceOf } from '../sentence-of.ts';
import { useShellWords } from '../shell-words.ts';
import { Button } from './button.tsx';

type NoticeProps = { readonly title: string; readonly next: string; readonly children?: ReactNode };

/** Nothing here: what, and what to do next. */
export function Notice({ title, next, children }: NoticeProps) {
  return (
    <div className="notice">
      <LampOutline lit />
      <p className="notice__title">{title}</p>
      <p className="notice__next">{next}</p>
      {children}
    </div>
  );
}

/** What is gone is not tried again; the way back stands at the head of the screen. */
export function Failure({ error, onRetry }: { readonly error: unknown; readonly onRetry: () => void }) {
  const t = useShellWords();
  const gone = goneBy(error);
  return (
    <div className="notice" role="alert">
      <LampOutline lit={false} />
      <p className="notice__title">{t(gone === null ? 'errors.load' : `errors.${gone}`)}</p>
      <p className="notice__next">{sentenceOf(error, t)}</p>
      {gone === null && (
        <Button look="plain" onPress={onRetry}>
          {t('actions.retry')}
        </Button>
      )}
    </div>
  );
}

/** A refusal, above the button that was pressed. */
export function Refused({ error }: { readonly error: unknown }) {
  const t = useShellWords();
  if (error === null) return null;
  return (
    <p className="refused" role="alert">
      {sentenceOf(error, t)}
    </p>
  );
}

export function Waiting() {
  return (
    <div className="waiting" aria-busy="true">
      <span />
      <span />
      <span />
    </div>
  );
}
