import { LampMark } from '../../../ui/lamp.tsx';
import { useTranslation } from 'react-i18next';

import { QrCode } from '../../../ui/qr-code.tsx';
import type { Point } from '../queries.ts';
import './plates.css';

type PlateSheetsProps = {
  readonly points: readonly Point[] /** `https://cm.example.com`, without a slash at its end. */;
  readonly origin: string;
};

/** Cards on sheets of A4, two beside each other and five below. */
export function PlateSheets({ points, origin }: PlateSheetsProps) {
  return (
    <div className="plates">
      {points.map((point) => (
        <Plate key={point.id} point={point} origin={origin} />
      ))}
    </div>
  );
}

function Plate({ point: { name, kind, unit, code }, origin }: { readonly point: Point; readonly origin: string }) {
  const { t } = useTranslation(['points', 'shell']);
  const address = `${origin}/m/p/${code}`;
  return (
    <article className="plate">
      <header className="plate__head">
        <LampMark size={16} />
        {t('shell:product.name')}
        {kind !== 'other' && <span>{t(`kinds.${kind}`)}</span>}
      </header>
      <div className="plate__words">
        <strong className="plate__name">{name}</strong>
        <span>{unit}</span>
        <span className="plate__call">{t('desk.plates.call')}</span>
      </div>
      <QrCode text={address} size={120} label={address} />
      <footer className="plate__foot">
        <code>{`${code.slice(0, 5)} ${code.slice(5)}`}</code>
      </footer>
    </article>
  );
}
