import { Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';

import { useKeyset } from '../../../api/keyset.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { type Explanation, resultsQuery } from '../queries.ts';
import type { SchemeWords } from '../words.ts';
import { RankingChart } from './ranking-chart.tsx';

type SiblingsProps = {
  readonly result: Explanation;
  readonly words: SchemeWords;
  readonly fullMarks: string;
  readonly onPick: (unitId: string) => void;
};

const shown = 12;

/** 与同类单位比较: those of the same kind that the reader may see, its own among them. */
export function Siblings({ result, words, fullMarks, onPick }: SiblingsProps) {
  const { t } = useTranslation('assessments');
  const list = useKeyset(resultsQuery(result.runId, { kind: result.kind, status: 'scored' }));
  if (list.error !== null) return <ErrorState small error={list.error} onRetry={list.onRefresh} />;
  if (list.loading && list.rows.length === 0) return <Skeleton active title={false} paragraph={{ rows: 4 }} />;
  const rows = around(list.rows, result.unitId);
  if (rows.length < 2) return <EmptyState small title={t('desk.explanation.siblingsNone')} next={t('desk.explanation.siblingsNoneNext')} />;
  return (
    <RankingChart
      title={t('desk.explanation.siblings')}
      rows={rows}
      words={words}
      fullMarks={Number(fullMarks)}
      ownId={result.unitId}
      onPick={onPick}
    />
  );
}

/** The first ones, and always the unit itself. */
function around<Row extends { readonly unitId: string }>(rows: readonly Row[], unitId: string): Row[] {
  const first = rows.slice(0, shown);
  const own = rows.slice(shown).find((row) => row.unitId === unitId);
  return own === undefined ? first : [...first.slice(0, shown - 1), own];
}
