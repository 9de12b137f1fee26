import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Button, Table, Tag } from 'antd';
import { useTranslation } from 'react-i18next';

import { dayOf, instantText } from '../../../ui/dates.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { SplitPage } from '../../../ui/split-page.tsx';
import { UnitTree } from '../../../ui/unit-tree.tsx';
import { unitSource } from '../../units/queries.ts';
import { hasGap } from './gaps.ts';
import { OnDutyPanel } from './on-duty-panel.tsx';
import { boardQuery, type WatchBoard, type WatchShift } from './queries.ts';
import { Roster } from './roster.tsx';
import { Seat } from './seat.tsx';
import './watch.css';

const route = getRouteApi('/desk/workforce/watch');

/** 值班值守: without a unit who is on duty everywhere now, with one its roster of a month. */
export function WatchPage() {
  const { t } = useTranslation('workforce');
  const { unit, month = dayOf(new Date()).slice(0, 7), shift, gaps = false } = route.useSearch();
  const navigate = route.useNavigate();
  const choose = (unitId: string | null) => void navigate({ search: { unit: unitId ?? undefined, month } });
  return (
    <SplitPage
      aside={<UnitTree source={unitSource} choice={{ unitId: unit ?? null, within: false }} onChoose={({ unitId }) => choose(unitId)} />}
    >
      <PageHeader title={t('watch.desk.title')} lead={t('watch.desk.lead')} />
      {unit === undefined ? (
        <>
          <OnDutyPanel />
          <Board onlyGaps={gaps} onAll={() => choose(null)} onOpen={choose} />
        </>
      ) : (
        <Roster
          key={unit}
          search={{ unitId: unit, month }}
          shiftId={shift ?? null}
          onMonth={(chosen) => void navigate({ search: { unit, month: chosen } })}
          onShift={(id) => void navigate({ search: { unit, month, shift: id ?? undefined } })}
          onBack={() => choose(null)}
        />
      )}
    </SplitPage>
  );
}

type BoardUnit = WatchBoard['units'][number];

type BoardProps = { readonly onlyGaps: boolean; readonly onAll: () => void; readonly onOpen: (unitId: string) => void };

function Board({ onlyGaps, onAll, onOpen }: BoardProps) {
  const { t } = useTranslation('workforce');
  const query = useQuery({ ...boardQuery, refetchInterval: 60_000 });
  return (
    <Loaded query={query}>
      {({ units, now }) =>
        units.length === 0 ? (
          <EmptyState title={t('watch.desk.board.none')} next={t('watch.desk.board.noneNext')} />
        ) : (
          <>
            <p className="watch-quiet">
              {t('watch.desk.board.asOf', { at: instantText(now) })}{' '}
              {onlyGaps && (
                <Tag closable onClose={onAll}>
                  {t('watch.desk.board.onlyGaps')}
                </Tag>
              )}
            </p>
            <Table<BoardUnit>
              rowKey="unitId"
              size="middle"
              pagination={false}
              dataSource={onlyGaps ? units.filter(hasGap) : units}
              columns={columns(onOpen, t)}
              scroll={{ x: 760 }}
            />
          </>
        )
      }
    </Loaded>
  );
}

type Words = ReturnType<typeof useTranslation<'workforce'>>['t'];

function columns(onOpen: (unitId: string) => void, t: Words) {
  const seats = (post: WatchShift['post']) => (row: BoardUnit) => {
    const running = row.running.filter((shift) => shift.post === post);
    if (row.running.length === 0) return <span className="watch-quiet">{t('watch.desk.board.notNow')}</span>;
    return (
      <span className="watch-seats">
        {running.map((shift) => (
          <Seat key={shift.id} shift={shift} onOpen={() => onOpen(row.unitId)} />
        ))}
      </span>
    );
  };
  return [
    {
      key: 'unit',
      title: t('watch.desk.board.unit'),
      render: (row: BoardUnit) => (
        <Button type="link" size="small" onClick={() => onOpen(row.unitId)}>
          {row.unit}
        </Button>
      ),
    },
    { key: 'leader', title: t('watch.desk.board.leader'), render: (_: unknown, row: BoardUnit) => seats('leader')(row) },
    { key: 'keepers', title: t('watch.desk.board.keepers'), render: (_: unknown, row: BoardUnit) => seats('keeper')(row) },
    {
      key: 'ahead',
      title: t('watch.desk.board.ahead'),
      render: (_: unknown, { emptyAhead, firstEmptyAt }: BoardUnit) =>
        emptyAhead === 0 ? (
          <span className="watch-quiet">{t('watch.desk.board.full')}</span>
        ) : (
          <span className="watch-alert">
            {t('watch.desk.board.empty', { count: emptyAhead, at: firstEmptyAt === null ? '' : instantText(firstEmptyAt) })}
          </span>
        ),
    },
  ];
}
