import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { instantText } from './dates.ts';
import './print-sheet.css';

type PrintSheetProps = {
  readonly title: string;
  /** Number, unit, period: under the title. */
  readonly subtitle?: ReactNode;
  readonly children: ReactNode;
  /** 签字、盖章: stays together at the end. */
  readonly signatures?: readonly string[];
};

/** One A4 sheet: on the screen a page, on paper nothing but this (the shell and all controls stay away). */
export function PrintSheet({ title, subtitle, children, signatures = [] }: PrintSheetProps) {
  const { t } = useTranslation('shell');
  return (
    <article className="print-sheet">
      <header className="print-sheet__head">
        <h1>{title}</h1>
        {subtitle !== undefined && <p>{subtitle}</p>}
      </header>
      <div className="print-sheet__body">{children}</div>
      {signatures.length > 0 && (
        <footer className="print-sheet__signatures">
          {signatures.map((name) => (
            <span key={name}>{name}：</span>
          ))}
        </footer>
      )}
      <p className="print-sheet__foot">
        <span>{t('sheet.page')}</span>
        <span>{t('sheet.printed', { at: instantText(new Date()) })}</span>
      </p>
    </article>
  );
}
