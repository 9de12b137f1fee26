import type { OrderingContext } from '@changming/domain/kernel';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import { EmptyState } from './empty-state.tsx';
import { Loaded } from './loaded.tsx';
import { OrderedDocuments, type OrderedFile } from './ordered-documents.tsx';
import { PageHeader } from './page-header.tsx';
import { Panel } from './panel.tsx';

type Ordered = Omit<OrderedFile, 'name' | 'address'> & { readonly name: string | null };

type OrderedDocumentsPageProps<Row extends Ordered> = {
  readonly lead: string;
  readonly emptyNext: string;
  readonly context: OrderingContext;
  readonly ask: (signal: AbortSignal) => Promise<Row[]>;
  /** What a file is called before it is there. */
  readonly listOf: (row: Row) => string;
  /** Where the files are, before the id of one. */
  readonly at: string;
};

/** 我的导出 of a context: what is too long for one answer, made in the background for whoever ordered it; looked at again while it is made. */
export function OrderedDocumentsPage<Row extends Ordered>(props: OrderedDocumentsPageProps<Row>) {
  const { lead, emptyNext, context, ask, listOf, at } = props;
  const { t } = useTranslation('shell');
  const query = useQuery({
    queryKey: [context, 'documents'],
    queryFn: ({ signal }) => ask(signal),
    refetchInterval: ({ state }) => (state.data?.some((each) => each.state === 'waiting') === true ? 3000 : false),
  });
  return (
    <>
      <PageHeader title={t('orders.title')} lead={lead} />
      <Panel>
        <Loaded query={query}>
          {(rows) =>
            rows.length === 0 ? (
              <EmptyState title={t('orders.empty')} next={emptyNext} />
            ) : (
              <OrderedDocuments
                files={rows.map((row) => ({ ...row, name: row.name ?? listOf(row), address: `/api/v1${at}/${row.id}/file` }))}
              />
            )
          }
        </Loaded>
      </Panel>
    </>
  );
}
