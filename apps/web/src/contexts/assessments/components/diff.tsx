import { Button, Skeleton } from 'antd';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { useKeyset } from '../../../api/keyset.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { diffQuery, type RestatedUnit } from '../queries.ts';
import { schemeWords } from '../words.ts';
import { Delta } from './change.tsx';
import { RecordName } from './record-name.tsx';

/** 重述之差: unit by unit what changed, and the records that made it so, by cause. */
export function Diff({ runId }: { readonly runId: string }) {
  const { t } = useTranslation('assessments');
  const list = useKeyset(diffQuery(runId));
  if (list.error !== null) return <ErrorState small error={list.error} onRetry={list.onRefresh} />;
  if (list.loading && list.rows.length === 0) return <Skeleton active title={false} paragraph={{ rows: 5 }} />;
  if (list.rows.length === 0) return <EmptyState small title={t('desk.receipt.diffEmpty')} next={t('desk.receipt.diffEmptyNext')} />;
  return (
    <>
      <p className="assessment-quiet">{t('desk.receipt.diffLead')}</p>
      <ul className="diff">
        {list.rows.map((row) => (
          <Changed key={row.unitId} runId={runId} row={row} />
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

function Changed({ runId, row }: { readonly runId: string; readonly row: RestatedUnit }) {
  const { t } = useTranslation('assessments');
  const { grade, indicator } = schemeWords(null);
  const total = (final: string | null, code: string | null) => (final === null ? t('desk.noScore') : `${final} ${grade(code ?? '')}`);
  const totals = () => {
    const [before, after] = [total(row.finalBefore, row.gradeBefore), total(row.finalAfter, row.gradeAfter)];
    return before === after ? after : t('desk.receipt.change', { before, after });
  };
  return (
    <li>
      <p className="diff__head">
        {row.presence === 'left' ? (
          <span>{row.unit}</span>
        ) : (
          <Link to="/assessments/runs/$runId/units/$unitId" params={{ runId, unitId: row.unitId }}>
            {row.unit}
          </Link>
        )}
        {row.presence !== 'stays' && <small>{t(`desk.receipt.presences.${row.presence}`)}</small>}
        <strong>{totals()}</strong>
      </p>
      {row.lines.length + row.causes.length === 0 && <p className="diff__lines">{t('desk.receipt.diffNumbersOnly')}</p>}
      <p className="diff__lines">
        {row.lines.map(({ code, before, after, scoreDelta }) => (
          <span key={code}>
            {`${code} ${indicator(code)} ${t('desk.receipt.change', { before: before ?? t('desk.none'), after: after ?? t('desk.none') })} `}
            {scoreDelta !== null && <Delta delta={scoreDelta} />}
          </span>
        ))}
      </p>
      <div className="diff__causes">
        {row.causes.map(({ cause, count, records }) => (
          <Cause key={cause} cause={{ cause, count, records }} unitId={row.unitId} />
        ))}
      </div>
    </li>
  );
}

type CauseProps = { readonly cause: Pick<RestatedUnit['causes'][number], 'cause' | 'count' | 'records'>; readonly unitId: string };

/** A cause with its count, and the records that it is; more than are named are told by the count. */
function Cause({ cause: { cause, count, records }, unitId }: CauseProps) {
  const { t } = useTranslation('assessments');
  const told = t('desk.receipt.causeCount', { cause: t(`desk.receipt.causes.${cause}`), count });
  if (cause === 'finding')
    return (
      <p>
        <Link to="/assessments/findings" search={{ unitId }}>
          {told}
        </Link>
      </p>
    );
  return (
    <p>
      <span className="diff__cause">{told}</span>
      {records.map((record) => (
        <RecordName key={record.id} record={record} />
      ))}
      {records.length > 0 && records.length < count && <span>{t('desk.receipt.causeMore', { count: count - records.length })}</span>}
    </p>
  );
}
