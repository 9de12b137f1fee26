import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { LampMark } from '../../../ui/lamp.tsx';
import { QrCode } from '../../../ui/qr-code.tsx';
import './sheets.css';

type WallSheetProps = {
  readonly title: string;
  readonly subtitle: string;
  /** What the QR leads to: the answer whether this print still holds. */
  readonly address: string;
  /** 第 2 版，2026-03-01 起用. */
  readonly stamp: string;
  readonly children: ReactNode;
};

/** One sheet of A3 or A4 across, as it hangs on the wall. */
export function WallSheet({ title, subtitle, address, stamp, children }: WallSheetProps) {
  const { t } = useTranslation(['points', 'shell']);
  return (
    <article className="wall-sheet">
      <header className="wall-sheet__head">
        <h1>{title}</h1>
        <p>{subtitle}</p>
      </header>
      <div className="wall-sheet__drawing">{children}</div>
      <footer className="wall-sheet__foot">
        <div className="wall-sheet__stamp">
          <span className="wall-sheet__product">
            <LampMark size={14} />
            {t('shell:product.name')}
          </span>
          <span>{stamp}</span>
          <span>{t('desk.sheets.check')}</span>
        </div>
        <QrCode text={address} size={96} label={address} />
      </footer>
    </article>
  );
}
