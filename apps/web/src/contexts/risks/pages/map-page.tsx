import { EditOutlined, PrinterOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { App, Button, Segmented, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useKeyset } from '../../../api/keyset.ts';
import { mayAnywhere } from '../../../api/may.ts';
import { useMe } from '../../../api/me.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { LinkButton } from '../../../ui/link-button.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { sentenceOf } from '../../../ui/sentence-of.ts';
import { pictureAddress, sheetsQuery } from '../../points/sheet-queries.ts';
import { CardDrawer } from '../components/card-drawer.tsx';
import type { ColourMode } from '../components/colour-of.ts';
import { MapEditor } from '../components/map-editor.tsx';
import { MapLegend } from '../components/map-legend.tsx';
import { PlanCanvas } from '../components/plan-canvas.tsx';
import { PointList } from '../components/point-list.tsx';
import { mapQuery, printMap, type RiskMap, useRiskAct } from '../queries.ts';
import '../components/map.css';

const route = getRouteApi('/desk/risks/map');

/** 四色图 on a floor plan: the worse of what each point is by nature and what it is now. */
export function MapPage() {
  const { t } = useTranslation('risks');
  const { plan } = route.useSearch();
  const plans = useKeyset(sheetsQuery({ kind: ['floorPlan'] }));
  const drawn = plans.rows.find(({ number }) => number !== null) ?? plans.rows[0];
  const chosen = plan ?? drawn?.id;
  if (plans.error !== null && drawn === undefined) return <ErrorState error={plans.error} onRetry={plans.onRefresh} />;
  if (chosen !== undefined) return <OnPlan planId={chosen} plans={plans.rows} />;
  return plans.loading ? <PageHeader title={t('desk.maps.title')} lead={t('desk.maps.lead')} /> : <NoPlan />;
}

function NoPlan() {
  const { t } = useTranslation('risks');
  return (
    <EmptyState
      heading
      title={t('desk.maps.none')}
      next={t('desk.maps.noneNext')}
      action={
        <LinkButton type="primary" to="/points/sheets">
          {t('desk.maps.toSheets')}
        </LinkButton>
      }
    />
  );
}

type OnPlanProps = {
  readonly planId: string;
  readonly plans: readonly { readonly id: string; readonly name: string; readonly unit: string }[];
};

function OnPlan({ planId, plans }: OnPlanProps) {
  const { t } = useTranslation('risks');
  const navigate = route.useNavigate();
  const asked = useQuery(mapQuery(planId));
  const [mode, setMode] = useState<ColourMode>('shown');
  const [editing, setEditing] = useState(false);
  const options = plans.map(({ id, name, unit }) => ({ value: id, label: `${name}（${unit}）` }));
  return (
    <>
      <PageHeader
        title={t('desk.maps.title')}
        lead={t('desk.maps.lead')}
        actions={asked.data === undefined ? null : <Actions map={asked.data} mode={mode} editing={editing} onEdit={setEditing} />}
      />
      <div className="map-bar">
        <Select
          aria-label={t('desk.maps.choose')}
          className="map-bar__plan"
          value={planId}
          options={options}
          showSearch={{ optionFilterProp: 'label' }}
          onChange={(id) => void navigate({ search: { plan: id } })}
        />
        <Segmented
          value={mode}
          onChange={setMode}
          options={[
            { value: 'shown', label: t('desk.maps.worst') },
            { value: 'inherent', label: t('desk.maps.inherent') },
          ]}
        />
        <MapLegend />
      </div>
      <Loaded query={asked} rows={10}>
        {(map) => <Drawn map={map} mode={mode} editing={editing} />}
      </Loaded>
    </>
  );
}

type DrawnProps = { readonly map: RiskMap; readonly mode: ColourMode; readonly editing: boolean };

function Drawn({ map, mode, editing }: DrawnProps) {
  const { t } = useTranslation('risks');
  const { plan, point } = route.useSearch();
  const navigate = route.useNavigate();
  const open = (code: string | undefined) => void navigate({ search: { plan, point: code } });
  if (map.plan.evidenceId === null)
    return (
      <EmptyState
        title={t('desk.maps.noPicture')}
        next={t('desk.maps.noneNext')}
        action={
          <LinkButton to="/points/sheets" search={{ sheet: map.plan.id }}>
            {t('desk.maps.toSheets')}
          </LinkButton>
        }
      />
    );
  return (
    <div className="map-page">
      {editing ? (
        <MapEditor map={map} mode={mode} />
      ) : (
        <PlanCanvas map={map} mode={mode} onOpen={open} picture={pictureAddress(map.plan.evidenceId)} />
      )}
      <PointList map={map} mode={mode} onOpen={open} />
      <CardDrawer code={point ?? null} onClose={() => open(undefined)} />
    </div>
  );
}

type ActionsProps = DrawnProps & { readonly onEdit: (editing: boolean) => void };

function Actions({ map, mode, editing, onEdit }: ActionsProps) {
  const { t } = useTranslation('risks');
  const me = useMe();
  if (map.plan.evidenceId === null) return null;
  return (
    <>
      {mayAnywhere(me, 'points.edit') && (
        <Button icon={<EditOutlined />} type={editing ? 'primary' : 'default'} onClick={() => onEdit(!editing)}>
          {t(editing ? 'desk.maps.finish' : 'desk.maps.edit')}
        </Button>
      )}
      {!editing && <PrintMap planId={map.plan.id} by={mode} numbered={map.printed === null && mayAnywhere(me, 'risks.edit')} />}
    </>
  );
}

/** 打印 A3: a file of the server. */
function PrintMap(wanted: Parameters<typeof printMap>[0]) {
  const { t } = useTranslation('risks');
  const { message } = App.useApp();
  const printing = useRiskAct(printMap);
  const print = () => printing.mutate(wanted, { onError: (error) => void message.error(sentenceOf(error)) });
  return (
    <Button type="primary" icon={<PrinterOutlined />} loading={printing.isPending} onClick={print}>
      {t('desk.maps.print')}
    </Button>
  );
}
