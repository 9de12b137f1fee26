import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { wholeList } from '../../../api/keyset.ts';
import { type DataColumn, DataTable } from '../../../ui/data-table.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { StatusTag } from '../../../ui/status-tag.tsx';
import { type AssessmentSchemeHead, schemesQuery } from '../queries.ts';
import { schemeName, type Words } from '../words.ts';
import '../assessments.css';

type Row = AssessmentSchemeHead & { readonly id: string };

/** 考核方案: every version, the newest of each first. */
export function SchemesPage() {
  const { t } = useTranslation('assessments');
  const navigate = useNavigate();
  const asked = useQuery(schemesQuery());
  const list = wholeList<AssessmentSchemeHead>(asked);
  const rows = list.rows.map((scheme) => ({ ...scheme, id: `${scheme.code}@${scheme.version}` }));
  return (
    <>
      <PageHeader title={t('desk.schemes.title')} lead={t('desk.schemes.lead')} />
      <DataTable<Row>
        name="assessments.schemes"
        columns={columnsOf(t)}
        list={{ ...list, rows }}
        onOpen={({ code, version }) =>
          void navigate({ to: '/assessments/schemes/$code/$version', params: { code, version: String(version) }, search: {} })
        }
        empty={<EmptyState title={t('desk.schemes.empty')} next={t('desk.schemes.emptyNext')} />}
      />
    </>
  );
}

function columnsOf(t: Words): DataColumn<Row>[] {
  return [
    { id: 'name', title: t('desk.schemes.name'), width: 284, render: (scheme) => schemeName(scheme) },
    { id: 'version', title: t('desk.schemes.version'), width: 88, render: ({ version }) => t('desk.version', { version }) },
    {
      id: 'stage',
      title: t('desk.schemes.stage'),
      width: 100,
      render: ({ stage }) => <StatusTag tone={stage === 'draft' ? 'waiting' : 'done'}>{t(`desk.schemes.stages.${stage}`)}</StatusTag>,
    },
    {
      id: 'indicators',
      title: t('desk.schemes.indicators'),
      width: 120,
      numeric: true,
      render: ({ on, indicators }) => t('desk.schemes.indicatorsOf', { on, all: indicators }),
    },
    {
      id: 'awaited',
      title: t('desk.schemes.awaited'),
      width: 100,
      numeric: true,
      render: ({ awaited }) => (awaited === 0 ? t('desk.none') : t('desk.schemes.awaitedCount', { count: awaited })),
    },
    {
      id: 'periods',
      title: t('desk.schemes.periods'),
      width: 204,
      render: ({ periodKinds }) => periodKinds.map((kind) => t(`periodKinds.${kind}`)).join('、'),
    },
    {
      id: 'effectiveFrom',
      title: t('desk.schemes.effectiveFrom'),
      width: 112,
      render: ({ effectiveFrom }) => effectiveFrom ?? t('desk.none'),
    },
  ];
}
