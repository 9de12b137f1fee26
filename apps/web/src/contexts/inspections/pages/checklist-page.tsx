import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';

import { dayOf } from '../../../ui/dates.ts';
import { Loaded } from '../../../ui/loaded.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { RecordTrail } from '../../../ui/record-trail.tsx';
import { StatusTag } from '../../../ui/status-tag.tsx';
import { type ChecklistDetail, checklistQuery, checklistVersionQuery } from '../checklist-queries.ts';
import { ChecklistActs } from '../checklists/checklist-acts.tsx';
import { DraftPanel } from '../checklists/draft-panel.tsx';
import { ItemsTable } from '../checklists/items-table.tsx';
import { VersionsPanel } from '../checklists/versions-panel.tsx';
import { checklistName } from '../words.ts';
import '../inspections.css';

const route = getRouteApi('/desk/inspections/checklists/$checklistId');

/** One checklist: what is asked today, what is being written, and every version there was. */
export function ChecklistPage() {
  const { checklistId } = route.useParams();
  return (
    <Loaded query={useQuery(checklistQuery(checklistId))} rows={14}>
      {(found) => <Whole key={found.id} found={found} />}
    </Loaded>
  );
}

function Whole({ found }: { readonly found: ChecklistDetail }) {
  const { number, draft } = route.useSearch();
  const drafts = found.mayEdit && found.retiredOn === null && number === undefined;
  const drafting = drafts && draft === 'true';
  return (
    <>
      <Head found={found} />
      {drafts && <Views found={found} drafting={drafting} />}
      {drafting ? <DraftPanel found={found} /> : <Asked found={found} number={number} />}
      <VersionsPanel found={found} shown={number ?? null} />
      <RecordTrail subjectId={found.id} />
    </>
  );
}

/** What one version asks; the one in force where the address names none. */
function Asked({ found, number }: { readonly found: ChecklistDetail; readonly number: number | undefined }) {
  return number === undefined ? <Published found={found} /> : <OldVersion checklistId={found.id} number={number} />;
}

/** What is asked today, or what is being written. */
function Views({ found, drafting }: { readonly found: ChecklistDetail; readonly drafting: boolean }) {
  const { t } = useTranslation('inspections');
  const navigate = route.useNavigate();
  const choices = [
    { value: 'published', label: t('desk.checklist.publishedTab', { count: found.published.length }) },
    { value: 'draft', label: t('desk.checklist.draftTab', { count: found.draft.length }) },
  ];
  return (
    <Segmented
      className="checklist-views"
      options={choices}
      value={drafting ? 'draft' : 'published'}
      onChange={(view) => void navigate({ search: view === 'draft' ? { draft: 'true' } : {}, resetScroll: false })}
    />
  );
}

function Head({ found }: { readonly found: ChecklistDetail }) {
  const { t, i18n } = useTranslation(['inspections', 'hazards']);
  const { retiredOn, number, unit, base, baseId } = found;
  const tone = retiredOn === null && number !== null ? 'done' : 'neutral';
  const lead = (
    <>
      {[unit, t(`roundKinds.${found.kind}`), t(`hazards:keyAreas.${found.keyArea}`)].join(' · ')}
      {baseId !== null && base !== null && (
        <>
          {' · '}
          <Link to="/inspections/checklists/$checklistId" params={{ checklistId: baseId }}>
            {t('desk.checklists.extends', { base })}
          </Link>
        </>
      )}
    </>
  );
  return (
    <PageHeader
      title={`${checklistName(found, i18n.language)} ${found.code}`}
      aside={<StatusTag tone={tone}>{stateWords()}</StatusTag>}
      lead={lead}
      actions={<ChecklistActs found={found} />}
    />
  );

  function stateWords(): string {
    if (retiredOn !== null) return t('desk.checklists.retired', { on: retiredOn });
    if (number === null || found.publishedAt === null) return t('desk.checklists.unpublished');
    return t('desk.checklists.published', { number, on: dayOf(found.publishedAt) });
  }
}

function Published({ found }: { readonly found: ChecklistDetail }) {
  const { t } = useTranslation('inspections');
  const starred = found.published.filter((item) => item.starred).length;
  return (
    <Panel lead={t('desk.checklist.counts', { items: found.published.length, starred })}>
      <ItemsTable
        items={found.published}
        empty={{ title: t('desk.checklist.nothingPublished'), next: t('desk.checklist.nothingPublishedNext') }}
      />
    </Panel>
  );
}

function OldVersion({ checklistId, number }: { readonly checklistId: string; readonly number: number }) {
  const { t } = useTranslation('inspections');
  const asked = useQuery(checklistVersionQuery(checklistId, number));
  return (
    <Loaded query={asked}>
      {({ items, publishedAt }) => (
        <Panel
          title={t('desk.checklist.versionTitle', { number, on: dayOf(publishedAt) })}
          lead={
            <Link to="/inspections/checklists/$checklistId" params={{ checklistId }} search={{}}>
              {t('desk.checklist.toCurrent')}
            </Link>
          }
        >
          <ItemsTable items={items} empty={{ title: t('desk.checklist.nothingPublished'), next: '' }} />
        </Panel>
      )}
    </Loaded>
  );
}
