import { PrinterOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';

import { mayAnywhere } from '../../../api/may.ts';
import { useMe } from '../../../api/me.ts';
import { DetailDrawer } from '../../../ui/detail-drawer.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { type Fact, Facts } from '../../../ui/facts.tsx';
import { LinkButton } from '../../../ui/link-button.tsx';
import { Section } from '../../../ui/section.tsx';
import { StatusTag } from '../../../ui/status-tag.tsx';
import { type PointDetail, pointQuery } from '../queries.ts';
import './plates.css';
import { KeySpans } from './key-spans.tsx';
import { LiftKeeper, PointActs } from './point-acts.tsx';
import { PointSheets } from './point-sheets.tsx';

type PointDrawerProps = { readonly pointId: string | null; readonly onClose: () => void };

/** One point, with everybody who has kept it. */
export function PointDrawer({ pointId, onClose }: PointDrawerProps) {
  if (pointId === null) return <DetailDrawer open={false} title="" onClose={onClose} children={null} />;
  return <OpenDrawer key={pointId} pointId={pointId} onClose={onClose} />;
}

function OpenDrawer({ pointId, onClose }: { readonly pointId: string; readonly onClose: () => void }) {
  const { t } = useTranslation('points');
  const { data: point, error, refetch } = useQuery(pointQuery(pointId));
  if (point !== undefined) return <Known point={point} onClose={onClose} />;
  return (
    <DetailDrawer open title={t('desk.title')} onClose={onClose}>
      {error === null ? (
        <Skeleton active paragraph={{ rows: 6 }} />
      ) : (
        <ErrorState error={error} onRetry={() => void refetch()} onBack={onClose} />
      )}
    </DetailDrawer>
  );
}

function Known({ point, onClose }: { readonly point: PointDetail; readonly onClose: () => void }) {
  const { t } = useTranslation('points');
  const me = useMe();
  const closed = point.closedOn !== null;
  return (
    <DetailDrawer
      open
      title={point.name}
      aside={
        <>
          <StatusTag tone={closed ? 'neutral' : 'done'}>{t(closed ? 'desk.closed' : 'desk.open')}</StatusTag>
          {point.keyPosition && <StatusTag tone="waiting">{t('desk.key.title')}</StatusTag>}
        </>
      }
      acts={<Acts point={point} edits={mayAnywhere(me, 'points.edit')} lifts={mayAnywhere(me, 'workforce.override')} />}
      onClose={onClose}
    >
      <Facts facts={factsOf(point, t)} />
      <KeySpans point={point} />
      <PointSheets point={point} />
      <Section title={t('desk.keepers')}>
        <Keepers point={point} />
      </Section>
    </DetailDrawer>
  );
}

type ActsProps = { readonly point: PointDetail; readonly edits: boolean; readonly lifts: boolean };

function Acts({ point, edits, lifts }: ActsProps) {
  const { t } = useTranslation('points');
  return (
    <>
      <LinkButton icon={<PrinterOutlined />} to="/points/plates" search={{ id: [point.id] }}>
        {t('desk.plates.one')}
      </LinkButton>
      {edits && <PointActs point={point} />}
      {!edits && lifts && <LiftKeeper point={point} />}
    </>
  );
}

function factsOf({ id, code, kind, unit, keeper, openedOn, closedOn, ...details }: PointDetail, t: TFunction<'points'>): Fact[] {
  return [
    { label: t('desk.unit'), value: unit },
    { label: t('desk.kind'), value: t(`kinds.${kind}`) },
    { label: t('desk.keeper'), value: keeper ?? t('desk.noKeeper') },
    { label: t('desk.code'), value: code },
    ...detailsOf(details, t),
    { label: t('desk.openedOn'), value: openedOn },
    ...(closedOn === null ? [] : [{ label: t('desk.closedOn'), value: closedOn }]),
    {
      label: t('desk.hazards'),
      value: (
        <Link to="/hazards" search={{ pointId: id }}>
          {t('desk.hazardsHere')}
        </Link>
      ),
    },
  ];
}

/** What an office writes beside; only what it has written. */
function detailsOf({ ownNo, place, remark }: Pick<PointDetail, 'ownNo' | 'place' | 'remark'>, t: TFunction<'points'>): Fact[] {
  const told = [
    { label: t('desk.ownNo'), value: ownNo },
    { label: t('desk.place'), value: place },
    { label: t('desk.remark'), value: remark, wide: true },
  ];
  return told.filter(({ value }) => value !== null);
}

function Keepers({ point: { keepers } }: { readonly point: PointDetail }) {
  const { t } = useTranslation('points');
  if (keepers.length === 0) return <EmptyState small title={t('desk.noKeeper')} next={t('desk.noKeeperNext')} />;
  return (
    <ul className="point-keepers">
      {keepers.map(({ personId, name, from, to }) => (
        <li key={`${personId}:${from}`}>
          {name} <small>{t('desk.kept', { from, to: to ?? t('desk.today') })}</small>
        </li>
      ))}
    </ul>
  );
}
