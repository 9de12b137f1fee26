import { Button } from 'antd';
import { useTranslation } from 'react-i18next';

import type { KeysetList } from './data-table.tsx';
import { sentenceOf } from './sentence-of.ts';

/** How much there is and how much of it is shown; a total that was not counted to the end says so. */
export function TableFoot({ list }: { readonly list: KeysetList<unknown> }) {
  const { t } = useTranslation('shell');
  const { rows, total, hasMore, loadingMore, error, onMore } = list;
  if (rows.length === 0) return null;
  return (
    <footer className="data-table__foot">
      <span>
        {[
          ...(total === null ? [] : [t(total.capped ? 'table.totalCapped' : 'table.total', { count: total.count })]),
          hasMore ? t('table.shown', { count: rows.length }) : t('table.end'),
        ].join(' · ')}
      </span>
      {error !== null && <span role="alert">{sentenceOf(error)}</span>}
      {hasMore && (
        <Button loading={loadingMore} onClick={onMore}>
          {t('actions.loadMore')}
        </Button>
      )}
    </footer>
  );
}
