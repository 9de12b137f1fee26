import { dutyKinds } from '@changming/domain/responsibilities';
import { posts } from '@changming/domain/workforce';
import { PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Button, Select, type TableColumnsType } from 'antd';
import type { TFunction } from 'i18next';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { mayAnywhere } from '../../../api/may.ts';
import { useMe } from '../../../api/me.ts';
import { ConfirmAct } from '../../../ui/confirm-act.tsx';
import { dayAfter, dayOf } from '../../../ui/dates.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { QueryBar, type QueryField } from '../../../ui/query-bar.tsx';
import { SplitPage } from '../../../ui/split-page.tsx';
import { UnitTree } from '../../../ui/unit-tree.tsx';
import { unitSource } from '../../units/queries.ts';
import { AddDuty } from '../components/add-duty.tsx';
import { useProofName } from '../components/occurrence-acts.tsx';
import { WideTable } from '../components/wide-table.tsx';
import { dutiesQuery, type Duty, type DutySearch, endDuty, useResponsibilityAct } from '../queries.ts';

const route = getRouteApi('/desk/responsibilities/catalogue');

/** 职责清单: posts × duties with their basis, period and proof; what a unit adds stands beside what is asked from above. */
export function CataloguePage() {
  const { t } = useTranslation(['responsibilities', 'workforce']);
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [adding, setAdding] = useState(false);
  const fields = useMemo(() => fieldsOf(t), [t]);
  const go = (next: DutySearch) => void navigate({ search: next });
  const asked = useQuery(dutiesQuery(search));
  return (
    <SplitPage
      aside={
        <UnitTree
          source={unitSource}
          alwaysWithin
          choice={{ unitId: search.unitId ?? null, within: true }}
          onChoose={({ unitId }) => go({ ...search, unitId: unitId ?? undefined })}
        />
      }
    >
      <PageHeader
        title={t('desk.catalogue.title')}
        lead={t('desk.catalogue.lead')}
        actions={<Add unitId={search.unitId} onAdd={() => setAdding(true)} />}
      />
      <QueryBar fields={fields} values={search} onSearch={go} />
      <Panel>
        <Loaded query={asked} rows={10}>
          {({ items }) => <Catalogue duties={items} />}
        </Loaded>
      </Panel>
      {adding && search.unitId !== undefined && (
        <AddDuty unitId={search.unitId} proofs={proofsIn(asked.data?.items ?? [])} onClose={() => setAdding(false)} />
      )}
    </SplitPage>
  );
}

/** The acts that the catalogue knows: nothing else can prove a duty. */
function proofsIn(duties: readonly Duty[]): string[] {
  return [...new Set(duties.flatMap(({ proof }) => proof))].toSorted((a, b) => a.localeCompare(b));
}

function Add({ unitId, onAdd }: { readonly unitId: string | undefined; readonly onAdd: () => void }) {
  const { t } = useTranslation('responsibilities');
  if (!mayAnywhere(useMe(), 'responsibilities.editDuties')) return null;
  return (
    <Button
      type="primary"
      icon={<PlusOutlined />}
      disabled={unitId === undefined}
      {...(unitId === undefined ? { title: t('desk.catalogue.chooseUnit') } : {})}
      onClick={onAdd}
    >
      {t('desk.catalogue.add')}
    </Button>
  );
}

function Catalogue({ duties }: { readonly duties: readonly Duty[] }) {
  const { t } = useTranslation('responsibilities');
  const columns = useColumns();
  if (duties.length === 0) return <EmptyState title={t('desk.catalogue.empty')} next={t('desk.catalogue.emptyNext')} />;
  return (
    <WideTable<Duty> label={t('desk.catalogue.title')} width={1100} rowKey="id" size="small" dataSource={[...duties]} columns={columns} />
  );
}

function useColumns(): TableColumnsType<Duty> {
  const { t, i18n } = useTranslation(['responsibilities', 'workforce']);
  const name = useProofName();
  const english = i18n.language === 'en';
  return [
    { title: t('desk.duties.kind'), width: 120, render: (_, { kind }) => t(`dutyKinds.${kind}`) },
    {
      title: t('desk.catalogue.text'),
      width: 300,
      render: (_, { text, textEn, standard, standardEn }) => (
        <>
          {english ? (textEn ?? text) : text}
          <br />
          <small>{english ? (standardEn ?? standard) : standard}</small>
        </>
      ),
    },
    {
      title: t('desk.catalogue.posts'),
      width: 150,
      render: (_, duty) => duty.posts.map((post) => t(`workforce:posts.${post}`)).join('、'),
    },
    {
      title: t('desk.catalogue.basis'),
      width: 190,
      render: (_, { source, article }) => [source, article].filter((each) => each !== null).join(' '),
    },
    {
      title: t('desk.catalogue.period'),
      width: 110,
      render: (_, { period, times }) =>
        times > 1 ? t('desk.leads.ask', { period: t(`periods.${period}`), times }) : t(`periods.${period}`),
    },
    {
      title: t('desk.catalogue.proof'),
      width: 260,
      render: (_, { proof, awaited }) =>
        [...proof.map(name), ...awaited.map((each) => t('desk.leads.awaited', { records: t(`awaited.${each}`) }))].join('、') ||
        t('desk.none'),
    },
    { title: t('desk.catalogue.origin'), width: 130, render: (_, duty) => <Origin duty={duty} /> },
  ];
}

function Origin({ duty: { id, unit, text, mayEdit } }: { readonly duty: Duty }) {
  const { t } = useTranslation('responsibilities');
  const end = useResponsibilityAct(endDuty);
  const tomorrow = dayAfter(dayOf(new Date()), 1);
  return (
    <>
      {unit ?? t('desk.catalogue.product')}
      {mayEdit && (
        <ConfirmAct
          type="link"
          danger
          size="small"
          ask={t('desk.catalogue.endAsk', { text })}
          note={t('desk.catalogue.endNote')}
          onAct={() => end.mutateAsync({ dutyId: id, toOn: tomorrow })}
        >
          {t('desk.catalogue.end')}
        </ConfirmAct>
      )}
    </>
  );
}

function fieldsOf(t: TFunction<['responsibilities', 'workforce']>): QueryField[] {
  const kinds = dutyKinds.map((value) => ({ value, label: t(`dutyKinds.${value}`) }));
  const all = posts.map((value) => ({ value, label: t(`workforce:posts.${value}`) }));
  const many = (options: { value: string; label: string }[]) => (
    <Select mode="multiple" allowClear maxTagCount="responsive" options={options} />
  );
  return [
    { name: 'post', label: t('desk.post'), control: many(all) },
    { name: 'kind', label: t('desk.duties.kind'), control: many(kinds) },
  ];
}
