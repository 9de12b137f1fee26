import { DownloadOutlined, PlusOutlined } from '@ant-design/icons';
import { certificateKinds, certificateStandings } from '@changming/domain/workforce';
import { getRouteApi } from '@tanstack/react-router';
import { Input, Select } from 'antd';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useKeyset } from '../../../api/keyset.ts';
import { mayAnywhere } from '../../../api/may.ts';
import { useMe } from '../../../api/me.ts';
import { ActButton } from '../../../ui/act-button.tsx';
import { type DataColumn, DataTable } from '../../../ui/data-table.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Flag } from '../../../ui/flag.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { QueryBar, type QueryField } from '../../../ui/query-bar.tsx';
import { SplitPage } from '../../../ui/split-page.tsx';
import { StatusTag } from '../../../ui/status-tag.tsx';
import { UnitTree } from '../../../ui/unit-tree.tsx';
import { unitSource } from '../../units/queries.ts';
import { certificateTones, itemName } from '../certificate-look.ts';
import { type Certificate, certificatesQuery, exportCertificates } from '../certificate-queries.ts';
import { CertificateDrawer } from '../components/certificate-drawer.tsx';
import { RecordCertificate } from '../components/record-certificate.tsx';

const route = getRouteApi('/desk/workforce/certificates');

/** 证书: what everybody at work holds, what is due next first. */
export function CertificatesPage() {
  const { t } = useTranslation('workforce');
  const { certificate, ...search } = route.useSearch();
  const navigate = route.useNavigate();
  const list = useKeyset(certificatesQuery(search));
  const open = (id: string | undefined) => void navigate({ search: (now) => ({ ...now, certificate: id }) });
  return (
    <SplitPage
      aside={
        <UnitTree
          source={unitSource}
          choice={{ unitId: search.unitId ?? null, within: true }}
          onChoose={({ unitId }) => void navigate({ search: { ...search, unitId: unitId ?? undefined } })}
        />
      }
    >
      <PageHeader
        title={t('certificateDesk.certificates.title')}
        lead={t('certificateDesk.certificates.lead')}
        actions={<Acts unitId={search.unitId} onMade={open} />}
      />
      <QueryBar fields={fieldsOf(t)} values={search} onSearch={(values) => void navigate({ search: values })} />
      <DataTable<Certificate>
        name="workforce.certificates"
        columns={columnsOf(t)}
        list={list}
        onOpen={({ id }) => open(id)}
        empty={<EmptyState title={t('certificateDesk.certificates.empty')} next={t('certificateDesk.certificates.emptyNext')} />}
      />
      <CertificateDrawer certificateId={certificate ?? null} onClose={() => open(undefined)} onMoved={open} />
    </SplitPage>
  );
}

function Acts({ unitId, onMade }: { readonly unitId: string | undefined; readonly onMade: (id: string) => void }) {
  const { t } = useTranslation('workforce');
  const me = useMe();
  const [recording, setRecording] = useState(false);
  return (
    <>
      {mayAnywhere(me, 'workforce.export') && (
        <ActButton icon={<DownloadOutlined />} onClick={() => void exportCertificates(unitId)}>
          {t('certificateDesk.certificates.export')}
        </ActButton>
      )}
      {mayAnywhere(me, 'workforce.edit') && (
        <ActButton type="primary" icon={<PlusOutlined />} onClick={() => setRecording(true)}>
          {t('certificateDesk.certificates.record')}
        </ActButton>
      )}
      {recording && <RecordCertificate onMade={onMade} onClose={() => setRecording(false)} />}
    </>
  );
}

function columnsOf(t: TFunction<'workforce'>): DataColumn<Certificate>[] {
  return [
    { id: 'name', title: t('certificateDesk.certificates.holder'), width: 120, render: ({ name }) => name },
    { id: 'item', title: t('certificateDesk.certificates.item'), width: 200, render: itemName },
    {
      id: 'standing',
      title: t('certificateDesk.certificates.standing'),
      width: 130,
      render: ({ standing }) => <StatusTag tone={certificateTones[standing]}>{t(`certificateWords.standings.${standing}`)}</StatusTag>,
    },
    { id: 'next', title: t('certificateDesk.certificates.next'), width: 170, render: (row) => nextOf(row, t) },
    { id: 'unit', title: t('desk.unit'), render: ({ unit }) => unit },
    {
      id: 'validUntil',
      title: t('certificateDesk.certificates.validUntil'),
      width: 120,
      render: ({ validUntil }) => validUntil ?? t('certificateDesk.certificates.forever'),
    },
    { id: 'no', title: t('certificateDesk.certificates.no'), width: 180, render: ({ no }) => no ?? '—', hiddenAtFirst: true },
  ];
}

function nextOf({ next }: Certificate, t: TFunction<'workforce'>): string {
  if (next === null) return t('certificateDesk.certificates.forever');
  return next.rule === 'review'
    ? t('certificateDesk.certificates.nextReview', { on: next.dueOn })
    : t('certificateDesk.certificates.nextValidity', { on: next.dueOn });
}

function fieldsOf(t: TFunction<'workforce'>): QueryField[] {
  const kinds = certificateKinds.map((value) => ({ value, label: t(`certificateWords.kinds.${value}`) }));
  const standings = certificateStandings.map((value) => ({ value, label: t(`certificateWords.standings.${value}`) }));
  return [
    { name: 'q', label: t('desk.q'), control: <Input allowClear maxLength={40} placeholder={t('desk.qHint')} /> },
    { name: 'standing', label: t('certificateDesk.certificates.standing'), control: <Select allowClear options={standings} /> },
    { name: 'kind', label: t('certificateDesk.certificates.kind'), control: <Select allowClear options={kinds} /> },
    { name: 'due', label: t('certificateDesk.certificates.next'), control: <Flag label={t('certificateDesk.certificates.dueOnly')} /> },
  ];
}
