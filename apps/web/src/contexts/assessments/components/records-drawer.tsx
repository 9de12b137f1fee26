import { Button, Segmented, Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';

import { useKeyset } from '../../../api/keyset.ts';
import type { KeysetList } from '../../../ui/data-table.tsx';
import { DetailDrawer } from '../../../ui/detail-drawer.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { type CountedRecord, recordsQuery } from '../queries.ts';
import type { ExplanationSearch } from '../search.ts';
import type { SchemeWords } from '../words.ts';
import type { ExplainedLine } from './line-table.tsx';
import { RecordLine } from './record-line.tsx';
import { RecordsCheck } from './records-check.tsx';
import './records.css';

type RecordsDrawerProps = {
  readonly of: { readonly runId: string; readonly unitId: string };
  /** What is open; nothing when no indicator is named. */
  readonly search: ExplanationSearch;
  readonly lines: readonly ExplainedLine[];
  readonly words: SchemeWords;
  readonly onChange: (search: ExplanationSearch) => void;
};

/** The very records behind a number, as they were known to the run. */
export function RecordsDrawer({ of, search, lines, words, onChange }: RecordsDrawerProps) {
  const { indicator } = search;
  const explained = lines.find(({ line }) => line.code === indicator);
  return (
    <DetailDrawer
      open={explained !== undefined}
      title={explained === undefined ? '' : `${explained.line.code} ${words.indicator(explained.line.code)}`}
      onClose={() => onChange({})}
    >
      {explained !== undefined && <Records of={of} search={search} explained={explained} onChange={onChange} />}
    </DetailDrawer>
  );
}

type RecordsProps = Pick<RecordsDrawerProps, 'of' | 'search' | 'onChange'> & { readonly explained: ExplainedLine };

function Records({ of, search, explained, onChange }: RecordsProps) {
  const { code } = explained.line;
  const filter = search.measure === undefined ? { side: search.side ?? 'denominator' } : { measure: search.measure };
  const asked = { ...of, indicator: code };
  const list = useKeyset(recordsQuery(asked, filter));
  return (
    <div className="records">
      <Sides explained={explained} search={search} onChange={onChange} />
      <RecordsCheck of={asked} filter={filter} counted={countedOf(explained, search)} after={!list.loading} />
      <List list={list} />
    </div>
  );
}

function List({ list }: { readonly list: KeysetList<CountedRecord> }) {
  const { t } = useTranslation('assessments');
  if (list.error !== null) return <ErrorState small error={list.error} onRetry={list.onRefresh} />;
  if (list.loading) return <Skeleton active title={false} paragraph={{ rows: 6 }} />;
  if (list.rows.length === 0) return <EmptyState small title={t('desk.records.empty')} next={t('desk.records.emptyNext')} />;
  return (
    <>
      <ul className="records__list">
        {list.rows.map((record) => (
          <RecordLine key={record.id} record={record} />
        ))}
      </ul>
      {list.hasMore && (
        <Button loading={list.loadingMore} onClick={list.onMore}>
          {t('desk.records.more')}
        </Button>
      )}
    </>
  );
}

function Sides({ explained: { line, records }, search, onChange }: Pick<RecordsProps, 'explained' | 'search' | 'onChange'>) {
  const { t } = useTranslation('assessments');
  if (search.measure !== undefined) return null;
  const sides = (['numerator', 'denominator'] as const).filter((side) => records[side].length > 0);
  return (
    <Segmented
      aria-label={t('desk.records.side')}
      value={search.side ?? 'denominator'}
      onChange={(side) => onChange({ indicator: line.code, side })}
      options={sides.map((value) => ({ value, label: t(`desk.explanation.${value}`, { count: line[value] }) }))}
    />
  );
}

/** What the receipt says: the measures of a side have no record in common. */
function countedOf({ records, receipts }: ExplainedLine, { side = 'denominator', measure }: ExplanationSearch): number {
  const names = measure === undefined ? records[side] : [measure];
  return names.reduce((sum, name) => sum + (receipts[name]?.count ?? 0), 0);
}
