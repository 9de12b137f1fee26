import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';

import { StatusTag } from '../../../ui/status-tag.tsx';
import { recordsCheckQuery } from '../queries.ts';

type Asked = Parameters<typeof recordsCheckQuery>;
type RecordsCheckProps = {
  readonly of: Asked[0];
  readonly filter: Asked[1];
  /** How many the receipt says were counted. */
  readonly counted: number;
  /** The rows are there: what takes longer does not hold them up. */
  readonly after: boolean;
};

/** How many were counted, and whether the records are still the very ones: asked after the rows, and said while it is not known. */
export function RecordsCheck({ of, filter, counted, after }: RecordsCheckProps) {
  const { t } = useTranslation('assessments');
  const { data, error, refetch } = useQuery({ ...recordsCheckQuery(of, filter), enabled: after });
  return (
    <p className="records__counted" role="status">
      <span>{t('desk.records.counted', { count: counted })}</span>
      {data === undefined && error === null && <span>{t('desk.records.checking')}</span>}
      {data === undefined && error !== null && (
        <>
          <StatusTag tone="waiting">{t('desk.records.unchecked')}</StatusTag>
          <Button type="link" size="small" onClick={() => void refetch()}>
            {t('desk.records.checkAgain')}
          </Button>
        </>
      )}
      {data !== undefined && <Verdict {...data} />}
    </p>
  );
}

type VerdictProps = { readonly counted: number; readonly found: number; readonly visible: number; readonly unchanged: boolean };

function Verdict({ counted, found, visible, unchanged }: VerdictProps) {
  const { t } = useTranslation('assessments');
  return (
    <>
      {unchanged && <StatusTag tone="done">{t('desk.records.unchanged')}</StatusTag>}
      {!unchanged && <StatusTag tone="waiting">{t('desk.records.changed')}</StatusTag>}
      {!unchanged && found !== counted && <span>{t('desk.records.foundNow', { count: found })}</span>}
      {visible < found && <span>{t('desk.records.hiddenSome', { count: found - visible })}</span>}
    </>
  );
}
