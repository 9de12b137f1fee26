import { Skeleton } from 'antd';
import type { ReactNode } from 'react';

import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { QueueList } from './queue-list.tsx';
import type { Queue } from './use-queue.ts';
import '../hazards.css';
import './queue.css';

type QueueFrameProps = {
  readonly title: string;
  readonly lead: string;
  readonly hints: ReactNode;
  readonly queue: Queue;
  readonly empty: { readonly title: string; readonly next: string };
  readonly children: ReactNode;
};

/** A queue: what waits at the left, the one in hand at the right, the keys above. */
export function QueueFrame({ title, lead, hints, queue, empty, children }: QueueFrameProps) {
  const { list, current } = queue;
  return (
    <>
      <PageHeader title={title} lead={lead} actions={hints} />
      {list.error !== null && list.rows.length === 0 && <ErrorState error={list.error} onRetry={list.onRefresh} />}
      {list.error === null && current === null && <Nothing loading={list.loading} empty={empty} />}
      {current !== null && (
        <div className="queue">
          <QueueList queue={queue} />
          <div className="queue__case">{children}</div>
        </div>
      )}
    </>
  );
}

function Nothing({ loading, empty }: { readonly loading: boolean; readonly empty: QueueFrameProps['empty'] }) {
  return <Panel>{loading ? <Skeleton active paragraph={{ rows: 8 }} /> : <EmptyState {...empty} />}</Panel>;
}
