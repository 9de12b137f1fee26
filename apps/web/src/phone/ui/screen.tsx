import type { ReactNode } from 'react';

import { LampMark } from '../../ui/lamp.tsx';
import { goBack } from '../path.ts';
import { useShellWords } from '../shell-words.ts';

type ScreenProps = {
  readonly title: string;
  /** Where back leads when the page was opened directly; null on the pages of the bottom bar. */
  readonly back?: string | null;
  readonly children: ReactNode;
  /** Stays in view at the bottom: the one thing to do here. */
  readonly act?: ReactNode;
};

export function Screen({ title, back = null, children, act }: ScreenProps) {
  const t = useShellWords();
  return (
    <div className="screen">
      <header className="screen__head">
        {back === null ? (
          <span className="screen__mark">
            <LampMark size={26} />
          </span>
        ) : (
          <button type="button" className="screen__back" aria-label={t('phone.back')} onClick={() => goBack(back)}>
            <svg width="24" height="24" viewBox="0 0 24 24" aria-hidden="true">
              <path d="M15 5l-7 7 7 7" fill="none" stroke="currentColor" strokeWidth="2.2" strokeLinecap="round" strokeLinejoin="round" />
            </svg>
          </button>
        )}
        <h1>{title}</h1>
      </header>
      <main className="screen__body">{children}</main>
      {act !== undefined && <footer className="screen__act">{act}</footer>}
    </div>
  );
}
