import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';

import { useKeyset } from '../../../api/keyset.ts';
import { type DataColumn, DataTable } from '../../../ui/data-table.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { SplitPage } from '../../../ui/split-page.tsx';
import { StatusTag } from '../../../ui/status-tag.tsx';
import type { Tone } from '../../../ui/tokens.ts';
import { UnitTree } from '../../../ui/unit-tree.tsx';
import { unitSource } from '../../units/queries.ts';
import { objectionSentence } from '../certificate-look.ts';
import { certificateItemsQuery, type GateOverride, overridesQuery } from '../certificate-queries.ts';
import '../components/certificates.css';

const route = getRouteApi('/desk/workforce/overrides');

/** 放行记录: who was let through a gate, by whom, why and until when. */
export function OverridesPage() {
  const { t } = useTranslation('workforce');
  const { unitId } = route.useSearch();
  const navigate = route.useNavigate();
  const list = useKeyset(overridesQuery(unitId));
  return (
    <SplitPage
      aside={
        <UnitTree
          source={unitSource}
          choice={{ unitId: unitId ?? null, within: true }}
          onChoose={(choice) => void navigate({ search: { unitId: choice.unitId ?? undefined } })}
        />
      }
    >
      <PageHeader title={t('certificateDesk.overrides.title')} lead={t('certificateDesk.overrides.lead')} />
      <DataTable<GateOverride>
        name="workforce.overrides"
        columns={columnsOf(t)}
        list={list}
        empty={<EmptyState title={t('certificateDesk.overrides.empty')} next={t('certificateDesk.overrides.emptyNext')} />}
      />
    </SplitPage>
  );
}

function columnsOf(t: TFunction<'workforce'>): DataColumn<GateOverride>[] {
  return [
    {
      id: 'name',
      title: t('certificateDesk.overrides.person'),
      width: 84,
      render: ({ name }) => name ?? t('certificateDesk.overrides.elsewhere'),
    },
    {
      id: 'reason',
      width: 150,
      title: t('certificateDesk.overrides.reason'),
      render: ({ reason }) => <span className="certificate-why">{reason}</span>,
    },
    {
      id: 'objections',
      title: t('certificateDesk.overrides.objections'),
      width: 172,
      render: ({ objections }) => <Objections of={objections} />,
    },
    {
      id: 'missing',
      title: t('certificateDesk.overrides.missing'),
      width: 172,
      render: ({ missing }) => <Missing of={missing} />,
    },
    {
      id: 'work',
      title: t('certificateDesk.overrides.work'),
      width: 106,
      render: (each) => (
        <span className="certificate-why">
          <Work of={each} />
        </span>
      ),
    },
    { id: 'term', title: t('certificateDesk.overrides.term'), width: 116, render: (each) => <Term of={each} /> },
    { id: 'by', title: t('certificateDesk.overrides.by'), width: 84, render: ({ by }) => by ?? '—' },
    { id: 'unit', title: t('desk.unit'), width: 140, render: ({ unit }) => unit, hiddenAtFirst: true },
  ];
}

/** What is still missing today; nothing of what is long over. */
function Missing({ of }: { readonly of: GateOverride['missing'] }) {
  const { t } = useTranslation('workforce');
  if (of === null) return '—';
  return of.length === 0 ? <StatusTag tone="done">{t('certificateDesk.overrides.complete')}</StatusTag> : <Objections of={of} />;
}

function Objections({ of }: { readonly of: GateOverride['objections'] }) {
  return (
    <span className="certificate-why">
      {of.map((objection) => (
        <small key={objection.code}>{objectionSentence(objection)}</small>
      ))}
    </span>
  );
}

/** 岗位: the certified work by its name, else the post. */
function Work({ of: { post, certifiedPost } }: { readonly of: GateOverride }) {
  const { t, i18n } = useTranslation('workforce');
  const { data } = useQuery(certificateItemsQuery);
  const item = data?.items.find(({ code }) => code === certifiedPost);
  if (item === undefined) return certifiedPost ?? t(`posts.${post}`);
  return i18n.language === 'en' ? item.nameEn : item.name;
}

const tones = { inForce: 'waiting', ending: 'alert', ended: 'neutral' } as const satisfies Record<GateOverride['stands'], Tone>;

function Term({ of: { from, until, stands } }: { readonly of: GateOverride }) {
  const { t } = useTranslation('workforce');
  return (
    <span className="certificate-why">
      <StatusTag tone={tones[stands]}>{t(`certificateDesk.overrides.stands.${stands}`)}</StatusTag>
      <small>{`${from} – ${until}`}</small>
    </span>
  );
}
