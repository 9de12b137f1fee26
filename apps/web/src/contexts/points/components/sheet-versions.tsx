import { useTranslation } from 'react-i18next';

import { EmptyState } from '../../../ui/empty-state.tsx';
import { StatusTag } from '../../../ui/status-tag.tsx';
import type { SheetDetail } from '../sheet-queries.ts';
import './sheets.css';

/** Every version of a sheet, the latest first, each with whether it holds. */
export function SheetVersions({ sheet: { versions, closedOn } }: { readonly sheet: SheetDetail }) {
  const { t } = useTranslation('points');
  if (versions.length === 0) return <EmptyState small title={t('desk.sheets.noPicture')} next={t('desk.sheets.noPictureNext')} />;
  return (
    <ul className="sheet-versions">
      {versions.map(({ id, number, issuedOn, issuedBy, replacedOn, note }) => (
        <li key={id}>
          <strong>{t('desk.sheets.versionNo', { number })}</strong>
          {replacedOn === null ? (
            <StatusTag tone={closedOn === null ? 'done' : 'neutral'}>
              {t(closedOn === null ? 'sheetStates.current' : 'sheetStates.withdrawn')}
            </StatusTag>
          ) : (
            <StatusTag tone="neutral">{t('desk.sheets.replacedOn', { on: replacedOn })}</StatusTag>
          )}
          <small>{[issuedOn, issuedBy, note].filter(Boolean).join(' · ')}</small>
        </li>
      ))}
    </ul>
  );
}
