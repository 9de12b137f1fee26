import { DownOutlined, RightOutlined } from '@ant-design/icons';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { StatusTag } from '../../../ui/status-tag.tsx';
import type { DraftHold } from '../draft/use-draft.ts';
import type { ImportDetail, ImportSheet } from '../queries.ts';
import { unreadOf } from '../unread-columns.ts';
import { SheetCard } from './sheet-card.tsx';

type SheetsPanelProps = {
  readonly batch: ImportDetail;
  readonly sheets: readonly ImportSheet[];
  readonly hold: DraftHold;
  readonly edits: boolean;
};

const statuses = ['read', 'unrecognised', 'hidden', 'skipped'] as const;

/** How each sheet was understood. Folded while every column of it is read, and every sheet. */
export function SheetsPanel({ batch, sheets, hold, edits }: SheetsPanelProps) {
  const { t } = useTranslation('imports');
  const unread = sheets.flatMap((sheet) => unreadOf(sheet, batch.answers)).length;
  const [open, setOpen] = useState(() => batch.state === 'failed' || (unread > 0 && batch.state !== 'done'));
  const told = statuses.flatMap((status) => {
    const count = sheets.filter((sheet) => sheet.status === status).length;
    return count === 0 ? [] : [`${t(`desk.sheets.statuses.${status}`)} ${count}`];
  });
  return (
    <section className="imports__sheets">
      <h2>
        <button type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? <DownOutlined aria-hidden="true" /> : <RightOutlined aria-hidden="true" />}
          {t('desk.sheets.title')}
          <small>{told.join(' · ')}</small>
          {unread > 0 && <StatusTag tone="waiting">{t('desk.sheets.unread', { count: unread })}</StatusTag>}
        </button>
      </h2>
      {open && (
        <>
          <p className="imports__hint">{t('desk.sheets.lead')}</p>
          <ul>
            {sheets.map((sheet) => (
              <li key={sheet.sheet}>
                <SheetCard batch={batch} sheet={sheet} hold={hold} edits={edits} />
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
