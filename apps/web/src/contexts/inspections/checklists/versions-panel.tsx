import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { instantText } from '../../../ui/dates.ts';
import { Panel } from '../../../ui/panel.tsx';
import type { ChecklistDetail } from '../checklist-queries.ts';
import './versions-panel.css';

type VersionsPanelProps = { readonly found: ChecklistDetail; readonly shown: number | null };

/** Every version stays as it was published; and the extensions that follow this checklist. */
export function VersionsPanel({ found, shown }: VersionsPanelProps) {
  const { t } = useTranslation('inspections');
  const { versions, extensions } = found;
  return (
    <div className="checklist-beside">
      <Panel title={t('desk.checklist.versions')}>
        {versions.length === 0 && <p className="inspections-quiet">{t('desk.checklists.unpublished')}</p>}
        <ol className="checklist-versions">
          {versions.map((version) => (
            <Version key={version.id} checklistId={found.id} version={version} current={version.number === shown} />
          ))}
        </ol>
      </Panel>
      <Panel title={t('desk.checklist.extensions')}>
        {extensions.length === 0 && <p className="inspections-quiet">{t('desk.checklist.noExtensions')}</p>}
        <ul className="checklist-versions">
          {extensions.map(({ id, code, name, unit }) => (
            <li key={id}>
              <Link to="/inspections/checklists/$checklistId" params={{ checklistId: id }}>
                {name} {code}
              </Link>
              <span className="inspections-quiet">{unit}</span>
            </li>
          ))}
        </ul>
      </Panel>
    </div>
  );
}

type VersionProps = { readonly checklistId: string; readonly version: ChecklistDetail['versions'][number]; readonly current: boolean };

function Version({ checklistId, version, current }: VersionProps) {
  const { t } = useTranslation('inspections');
  const { number, items, followed, publishedBy, publishedAt, note } = version;
  return (
    <li aria-current={current ? 'true' : undefined}>
      <Link to="/inspections/checklists/$checklistId" params={{ checklistId }} search={{ number }}>
        {t('desk.checklist.version', { number })}
      </Link>
      <span>{t('desk.checklist.itemsCount', { count: items })}</span>
      <span className="inspections-quiet">
        {instantText(publishedAt)} {followed ? t('desk.checklist.followed') : (publishedBy ?? '')}
      </span>
      {note !== null && <span className="inspections-quiet">{note}</span>}
    </li>
  );
}
