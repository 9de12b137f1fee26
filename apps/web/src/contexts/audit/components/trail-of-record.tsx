import { Button } from 'antd';
import { useTranslation } from 'react-i18next';

import { useKeyset } from '../../../api/keyset.ts';
import { mayAnywhere } from '../../../api/may.ts';
import { useMe } from '../../../api/me.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import type { RecordTrailProps } from '../../../ui/record-trail.tsx';
import { Section } from '../../../ui/section.tsx';
import { Timeline } from '../../../ui/timeline.tsx';
import { accountTrailQuery, recordTrailQuery } from '../queries.ts';
import { ChangeList } from './change-list.tsx';
import { useEntryName, useActorName } from './trail-words.ts';

/** 操作留痕 of one record, for those who may read it. */
export function TrailOfOneRecord({ subjectId, account = false }: RecordTrailProps) {
  const { t } = useTranslation('audit');
  if (!mayAnywhere(useMe(), account ? 'access.readAccounts' : 'audit.readRecordTrail')) return null;
  return (
    <Section title={t('desk.record')}>
      <Entries subjectId={subjectId} account={account} />
    </Section>
  );
}

function Entries({ subjectId, account }: Required<RecordTrailProps>) {
  const { t } = useTranslation('audit');
  const entryName = useEntryName();
  const actorName = useActorName();
  const query = account ? accountTrailQuery(subjectId) : recordTrailQuery(subjectId);
  const { rows, loading, error, hasMore, loadingMore, onMore, onRefresh } = useKeyset(query);
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
