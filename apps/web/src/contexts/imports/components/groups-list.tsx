import { Button, Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';

import { useKeyset } from '../../../api/keyset.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { sentenceOf } from '../../../ui/sentence-of.ts';
import type { DraftHold } from '../draft/use-draft.ts';
import { groupsQuery, type ImportDetail } from '../queries.ts';
import { GroupCard } from './group-card.tsx';

type GroupsListProps = {
  readonly batch: ImportDetail;
  readonly verdict: 'ask' | 'wrong' | 'ready';
  readonly hold: DraftHold;
  readonly edits: boolean;
};

/** Questions, or faults, that are the same but for their place stand together: one answer settles them. */
export function GroupsList({ batch, verdict, hold, edits }: GroupsListProps) {
  const { t } = useTranslation('shell');
  const { rows, loading, error, hasMore, loadingMore, onMore, onRefresh } = useKeyset(groupsQuery(batch, verdict));
  if (rows.length === 0) return <NoGroups verdict={verdict} loading={loading} error={error} onRetry={onRefresh} />;
  return (
    <>
      <ol className="imports__groups">
        {rows.map((group) => (
          <li key={group.key}>
            <GroupCard group={group} batch={batch} hold={hold} edits={edits} />
          </li>
        ))}
      </ol>
      {hasMore && (
        <p className="imports__more">
          <Button loading={loadingMore} onClick={onMore}>
            {t('actions.loadMore')}
          </Button>
          {error !== null && <span role="alert">{sentenceOf(error)}</span>}
        </p>
      )}
    </>
  );
}

type NoGroupsProps = Pick<GroupsListProps, 'verdict'> & {
  readonly loading: boolean;
  readonly error: unknown;
  readonly onRetry: () => void;
};

/** Above the rows that go in nothing is said where nothing is proposed. */
function NoGroups({ verdict, loading, error, onRetry }: NoGroupsProps) {
  const { t } = useTranslation('imports');
  if (error !== null) return <ErrorState error={error} onRetry={onRetry} />;
  if (verdict === 'ready') return null;
  if (loading) return <Skeleton active title={false} paragraph={{ rows: 8 }} />;
  return (
    <Panel>
      <EmptyState title={t(`desk.nothing.${verdict}`)} next={t(`desk.nothing.${verdict}Next`)} />
    </Panel>
  );
}
