import { useQuery } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';

import { EmptyState } from './empty-state.tsx';
import { ErrorState } from './error-state.tsx';
import type { UnitSource } from './unit-tree.tsx';
import { useSettled } from './use-settled.ts';

type UnitHitsProps = {
  readonly source: UnitSource;
  readonly text: string;
  readonly chosenId: string | null;
  readonly onChoose: (unitId: string) => void;
};

/** What the search found, each with the way down to it. */
export function UnitHits({ source, text, chosenId, onChoose }: UnitHitsProps) {
  const { t } = useTranslation('shell');
  const asked = useSettled(text, 250);
  const hits = useQuery({ queryKey: [...source.queryKey, 'search', asked], queryFn: ({ signal }) => source.search(asked, signal) });
  if (hits.isPending) return <Skeleton active paragraph={{ rows: 4 }} title={false} />;
  if (hits.isError) return <ErrorState small error={hits.error} onRetry={() => void hits.refetch()} />;
  if (hits.data.length === 0) return <EmptyState small title={t('tree.noHits', { text: asked })} next={t('tree.noHitsNext')} />;
  return (
    <ul className="unit-tree__hits">
      {hits.data.map((hit) => (
        <li key={hit.id}>
          <button type="button" className="unit-tree__hit" aria-pressed={hit.id === chosenId} onClick={() => onChoose(hit.id)}>
            <span>{hit.name}</span>
            <small>{hit.trail}</small>
          </button>
        </li>
      ))}
    </ul>
  );
}
