import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { locales } from '../../../api/locale.ts';
import { useSpeak } from '../../../app/use-speak.ts';
import { LampMark, LampScene } from '../../../ui/lamp.tsx';
import './door.css';
import '../../../ui/lamp.css';

type DoorProps = { readonly title: string; readonly lead: string; readonly children: ReactNode; readonly foot?: ReactNode };

/** What stands before the desk: the lamp in the dark at the left, one sheet of paper at the right. */
export function Door({ title, lead, children, foot }: DoorProps) {
  const { t, i18n } = useTranslation('shell');
  const speak = useSpeak();
  return (
    <div className="door">
      <header className="door__scene">
        <p className="door__brand">
          <LampMark size={34} />
          <span>{t('product.name')}</span>
        </p>
        <div className="door__lamp">
          <LampScene />
        </div>
        <p className="door__motto">{t('product.motto')}</p>
      </header>
      <main className="door__sheet">
        <div className="door__languages">
          {locales.map((locale) => (
            <button key={locale} type="button" aria-pressed={i18n.language === locale} onClick={() => speak(locale)}>
              {t(`languages.${locale}`)}
            </button>
          ))}
        </div>
        <div className="door__form">
          <h1>{title}</h1>
          <p className="door__lead">{lead}</p>
          {children}
        </div>
        <p className="door__foot">{foot ?? t('product.full')}</p>
      </main>
    </div>
  );
}
