import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { App } from 'antd';
import { useTranslation } from 'react-i18next';

import { wholeList } from '../../../api/keyset.ts';
import { ConfirmAct } from '../../../ui/confirm-act.tsx';
import { type DataColumn, DataTable } from '../../../ui/data-table.tsx';
import { instantText } from '../../../ui/dates.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { SplitPage } from '../../../ui/split-page.tsx';
import { StatusTag } from '../../../ui/status-tag.tsx';
import { UnitTree } from '../../../ui/unit-tree.tsx';
import { unitSource } from '../../units/queries.ts';
import { AddDevice } from '../components/add-device.tsx';
import { devicesQuery, type SharedDevice, useEndDevice } from '../devices-queries.ts';

const route = getRouteApi('/desk/shared-devices');

/** 共用手机 of a unit with everything below it. */
export function DevicesPage() {
  const { t } = useTranslation('access');
  const { unit } = route.useSearch();
  const navigate = route.useNavigate();
  const list = wholeList(useQuery(devicesQuery(unit)));
  return (
    <SplitPage
      aside={
        <UnitTree
          source={unitSource}
          choice={{ unitId: unit ?? null, within: true }}
          onChoose={({ unitId }) => void navigate({ search: { unit: unitId ?? undefined } })}
        />
      }
    >
      <PageHeader title={t('desk.devices.title')} lead={t('desk.devices.lead')} actions={<AddDevice />} />
      <DataTable<SharedDevice>
        name="access.devices"
        columns={useColumns()}
        list={list}
        acts={{ width: 90, of: (device) => <End device={device} /> }}
        empty={<EmptyState title={t('desk.devices.empty')} next={t('desk.devices.emptyNext')} />}
      />
    </SplitPage>
  );
}

function useColumns(): DataColumn<SharedDevice>[] {
  const { t } = useTranslation('access');
  return [
    { id: 'name', title: t('desk.devices.name'), width: 200, render: ({ name }) => name },
    { id: 'unit', title: t('desk.devices.unit'), width: 200, render: ({ unit }) => unit },
    {
      id: 'state',
      title: t('desk.devices.state'),
      width: 110,
      render: ({ pairedAt }) => (
        <StatusTag tone={pairedAt === null ? 'waiting' : 'done'}>
          {t(pairedAt === null ? 'desk.devices.waiting' : 'desk.devices.paired')}
        </StatusTag>
      ),
    },
    { id: 'createdAt', title: t('desk.devices.createdAt'), width: 150, render: ({ createdAt }) => instantText(createdAt) },
    {
      id: 'pairedAt',
      title: t('desk.devices.pairedAt'),
      width: 150,
      render: ({ pairedAt }) => (pairedAt === null ? '—' : instantText(pairedAt)),
    },
  ];
}

function End({ device }: { readonly device: SharedDevice }) {
  const { t } = useTranslation('access');
  const { message } = App.useApp();
  const end = useEndDevice();
  return (
    <ConfirmAct
      type="link"
      danger
      ask={t('desk.devices.endAsk', { name: device.name })}
      note={t('desk.devices.endNote')}
      onAct={async () => {
        await end.mutateAsync(device.id);
        void message.success(t('desk.devices.ended'));
      }}
    >
      {t('desk.devices.end')}
    </ConfirmAct>
  );
}
