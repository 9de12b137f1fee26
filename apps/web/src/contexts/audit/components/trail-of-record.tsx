import { Button } from 'antd';
import { useTranslation } from 'react-i18next';

import { useKeyset } from '../../../api/keyset.ts';
import { mayAnywhere } from '../../../api/may.ts';
import { useMe } from '../../../api/me.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { Section } from '../../../ui/section.tsx';
import { Timeline } from '../../../ui/timeline.tsx';
import { recordTrailQuery } from '../queries.ts';
import { ChangeList } from './change-list.tsx';
import { useEntryName, useActorName } from './trail-words.ts';

/** 操作留痕 of one record, for those who may read it. */
export function TrailOfOneRecord({ subjectId }: { readonly subjectId: string }) {
  const { t } = useTranslation('audit');
  if (!mayAnywhere(useMe(), 'audit.readRecordTrail')) return null;
  return (
    <Section title={t('desk.record')}>
      <Entries subjectId={subjectId} />
    </Section>
  );
}

function Entries({ subjectId }: { readonly subjectId: string }) {
  const { t } = useTranslation('audit');
  const entryName = useEntryName();
  const actorName = useActorName();
  const { rows, loading, error, hasMore, loadingMore, onMore, onRefresh } = useKeyset(recordTrailQuery(subjectId));
  const answered = rows.length > 0 || (!loading && error === null);
  return (
    <Loaded small rows={3} query={{ data: answered ? rows : undefined, error, refetch: onRefresh }}>
      {(entries) => (
        <>
          {entries.length === 0 && <EmptyState small title={t('desk.recordEmpty')} next={t('desk.recordEmptyNext')} />}
          <Timeline
            entries={entries.map((entry) => ({
              id: entry.id,
              at: entry.at,
              tone: entry.via === 'clock' ? 'neutral' : 'moving',
              title: entryName(entry),
              by: actorName(entry),
              detail: <ChangeList entry={entry} />,
            }))}
          />
          {hasMore && (
            <Button loading={loadingMore} onClick={onMore}>
              {t('desk.more')}
            </Button>
          )}
        </>
      )}
    </Loaded>
  );
}
