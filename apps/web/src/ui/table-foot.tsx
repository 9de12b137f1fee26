import { Button } from 'antd';
import { useTranslation } from 'react-i18next';

import type { KeysetList } from './data-table.tsx';
import { sentenceOf } from './sentence-of.ts';

/** How many there are; a count that was not carried to the end says so. */
export function TableTotal({ list: { total, loading, tooMany = false } }: { readonly list: KeysetList<unknown> }) {
  const { t } = useTranslation('shell');
  if (loading) return null;
  if (tooMany) return <span className="data-table__total">{t('table.tooMany')}</span>;
  if (total === null) return null;
  return <span className="data-table__total">{t(total.capped ? 'table.totalCapped' : 'table.total', { count: total.count })}</span>;
}

/** A list of this many rows ends in sight of its head and needs no word about its end. */
const short = 15;

export function TableFoot({ list: { rows, hasMore, loadingMore, error, onMore } }: { readonly list: KeysetList<unknown> }) {
  const { t } = useTranslation('shell');
  if (error === null && !hasMore && rows.length <= short) return null;
  return (
    <footer className="data-table__foot">
      <span>{hasMore ? t('table.shown', { count: rows.length }) : t('table.end')}</span>
      {error !== null && <span role="alert">{sentenceOf(error)}</span>}
      {hasMore && (
        <Button loading={loadingMore} onClick={onMore}>
          {t('actions.loadMore')}
        </Button>
      )}
    </footer>
  );
}
