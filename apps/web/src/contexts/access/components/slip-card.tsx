import { useTranslation } from 'react-i18next';

import { LampMark } from '../../../ui/lamp.tsx';
import { QrCode } from '../../../ui/qr-code.tsx';
import type { Slip } from '../accounts-queries.ts';
import './slip-card.css';

/** 一次性密码条: what its holder needs for the first sign-in, the size of a card, to be cut out. */
export function SlipCard({ slip: { name, login, unit, password, validUntil } }: { readonly slip: Slip }) {
  const { t } = useTranslation(['access', 'shell']);
  const address = globalThis.location.origin;
  return (
    <article className="slip-card">
      <header className="slip-card__head">
        <LampMark size={18} />
        <strong>{t('shell:product.name')}</strong>
        <span>{t('desk.slips.heading')}</span>
      </header>
      <p className="slip-card__who">
        <strong>{name ?? login}</strong>
        <span>{unit}</span>
      </p>
      <dl className="slip-card__secrets">
        <dt>{t('desk.slips.login')}</dt>
        <dd>{login}</dd>
        <dt>{t('desk.slips.password')}</dt>
        <dd>{password}</dd>
      </dl>
      <ol className="slip-card__steps">
        <li>{t('desk.slips.step1', { address: address.replace(/^https?:\/\//, '') })}</li>
        <li>{t('desk.slips.step2')}</li>
        <li>{t('desk.slips.step3')}</li>
      </ol>
      <QrCode text={`${address}/sign-in`} size={88} label={address} />
      <p className="slip-card__foot">
        {t('desk.slips.until', { day: validUntil })}
        <br />
        {t('desk.slips.secret')}
      </p>
    </article>
  );
}
