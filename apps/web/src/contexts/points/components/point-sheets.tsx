import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { Section } from '../../../ui/section.tsx';
import type { PointDetail } from '../queries.ts';
import { pictureAddress } from '../sheet-queries.ts';
import './sheets.css';

/** What hangs on the wall at a point. */
export function PointSheets({ point: { sheets } }: { readonly point: PointDetail }) {
  const { t } = useTranslation('points');
  if (sheets.length === 0) return null;
  return (
    <Section title={t('desk.sheets.title')}>
      <ul className="point-sheets">
        {sheets.map(({ id, kind, name, number, evidenceId }) => (
          <li key={id}>
            <Link to="/points/sheets" search={{ sheet: id }}>
              <img src={pictureAddress(evidenceId, 'thumb')} alt={name} loading="lazy" />
              {t(`sheetKinds.${kind}`)} · {t('desk.sheets.versionNo', { number })}
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}
