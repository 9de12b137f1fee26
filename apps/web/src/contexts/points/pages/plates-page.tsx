import { FilePdfOutlined, PrinterOutlined } from '@ant-design/icons';
import { useQueries } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Alert, App, Button, Input, Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';

import { useKeyset } from '../../../api/keyset.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { PrintOnly } from '../../../ui/print-only.tsx';
import { sentenceOf } from '../../../ui/sentence-of.ts';
import { useStored } from '../../../ui/use-stored.ts';
import { PlateSheets } from '../components/plate-sheets.tsx';
import { type Point, pointQuery, pointsQuery, type PointSearch, usePlatesFile } from '../queries.ts';
import '../components/plates.css';

const route = getRouteApi('/desk/points/plates');

/** 点位铭牌: the chosen points, or all that the conditions name, as cards of 80 × 50 mm to be cut out. */
export function PlatesPage() {
  const { id: ids, ...search } = route.useSearch();
  const file = <PlatesFile search={ids === undefined ? search : { id: ids }} />;
  return ids === undefined ? <AllPlates search={search} file={file} /> : <ChosenPlates ids={ids} file={file} />;
}

type OfFile = { readonly file: React.ReactNode };

function ChosenPlates({ ids, file }: OfFile & { readonly ids: readonly string[] }) {
  const answers = useQueries({ queries: ids.map(pointQuery) });
  const failed = answers.find(({ error }) => error !== null);
  if (failed !== undefined) return <ErrorState error={failed.error} onRetry={() => void failed.refetch()} />;
  return <Plates points={answers.flatMap(({ data }) => data ?? [])} waiting={answers.some(({ isPending }) => isPending)} file={file} />;
}

function AllPlates({ search, file }: OfFile & { readonly search: PointSearch }) {
  const { t } = useTranslation('points');
  const list = useKeyset(pointsQuery(search));
  if (list.error !== null && list.rows.length === 0) return <ErrorState error={list.error} onRetry={list.onRefresh} />;
  const more = list.hasMore ? (
    <Button loading={list.loadingMore} onClick={list.onMore}>
      {t('desk.plates.more')}
    </Button>
  ) : null;
  return <Plates points={list.rows} waiting={list.loading} more={more} file={file} />;
}

type PlatesProps = OfFile & { readonly points: readonly Point[]; readonly waiting: boolean; readonly more?: React.ReactNode };

function Plates({ points, waiting, more, file }: PlatesProps) {
  const { t } = useTranslation('points');
  const [origin, setOrigin] = useStored('plates.origin', globalThis.location.origin);
  const open = points.filter(({ closedOn }) => closedOn === null);
  const print = (
    <>
      {more}
      {open.length > 0 && file}
      <Button type="primary" icon={<PrinterOutlined />} disabled={open.length === 0} onClick={() => globalThis.print()}>
        {t('desk.plates.print', { count: open.length })}
      </Button>
    </>
  );
  return (
    <>
      <PageHeader title={t('desk.plates.title')} lead={t('desk.plates.lead')} actions={print} />
      <Panel narrow>
        <label className="plates__origin">
          {t('desk.plates.origin')}
          <Input value={origin} onChange={(event) => setOrigin(event.target.value.trim().replace(/\/+$/, ''))} />
        </label>
        {isLocal(origin) && <Alert type="warning" showIcon title={t('desk.plates.local')} className="plates__warning" />}
      </Panel>
      {waiting && <Skeleton active paragraph={{ rows: 6 }} />}
      {!waiting && open.length === 0 && <EmptyState title={t('desk.empty')} next={t('desk.emptyNext')} />}
      <div className="plates__preview">
        <PlateSheets points={open} origin={origin} />
      </div>
      <PrintOnly>
        <PlateSheets points={open} origin={origin} />
      </PrintOnly>
    </>
  );
}

/** The same plates as a file of the server, for a printer's shop. */
function PlatesFile({ search }: { readonly search: PointSearch & { readonly id?: readonly string[] | undefined } }) {
  const { t } = useTranslation('points');
  const { message } = App.useApp();
  const { mutate, isPending } = usePlatesFile(search);
  return (
    <Button
      icon={<FilePdfOutlined />}
      loading={isPending}
      onClick={() => mutate(undefined, { onError: (error) => void message.error(sentenceOf(error)) })}
    >
      {t('desk.plates.pdf')}
    </Button>
  );
}

/** A phone that scans a plate with such an address would look for the product in itself. */
function isLocal(origin: string): boolean {
  return /^https?:\/\/(localhost|127\.|\[::1\])/.test(origin) || !/^https?:\/\//.test(origin);
}
