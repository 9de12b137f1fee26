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
  readonly verdict: 'ask' | 'wrong';
  readonly hold: DraftHold;
  readonly edits: boolean;
};

/** Questions, or faults, that are the same but for their place stand together: one answer settles them. */
export function GroupsList({ batch, verdict, hold, edits }: GroupsListProps) {
  const { t } = useTranslation(['imports', 'shell']);
  const { rows, loading, error, hasMore, loadingMore, onMore, onRefresh } = useKeyset(groupsQuery(batch, verdict));
  if (loading && rows.length === 0) return <Skeleton active title={false} paragraph={{ rows: 8 }} />;
  if (error !== null && rows.length === 0) return <ErrorState error={error} onRetry={onRefresh} />;
  if (rows.length === 0) {
    return (
      <Panel>
        <EmptyState title={t(`imports:desk.nothing.${verdict}`)} next={t(`imports:desk.nothing.${verdict}Next`)} />
      </Panel>
    );
  }
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
            {t('shell:actions.loadMore')}
          </Button>
          {error !== null && <span role="alert">{sentenceOf(error)}</span>}
        </p>
      )}
    </>
  );
}
