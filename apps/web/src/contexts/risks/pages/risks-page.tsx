import { FileExcelOutlined, HeatMapOutlined, PlusOutlined } from '@ant-design/icons';
import { riskKinds, riskLevels, riskStages } from '@changming/domain/risks';
import { getRouteApi } from '@tanstack/react-router';
import { App, Button, Checkbox, Input, Select } from 'antd';
import type { TFunction } from 'i18next';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useKeyset } from '../../../api/keyset.ts';
import { mayAnywhere } from '../../../api/may.ts';
import { useMe } from '../../../api/me.ts';
import { type DataColumn, DataTable } from '../../../ui/data-table.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { LinkButton } from '../../../ui/link-button.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { QueryBar, type QueryField } from '../../../ui/query-bar.tsx';
import { sentenceOf } from '../../../ui/sentence-of.ts';
import { SplitPage } from '../../../ui/split-page.tsx';
import { both, TwoLines } from '../../../ui/two-lines.tsx';
import { UnitTree } from '../../../ui/unit-tree.tsx';
import { unitSource } from '../../units/queries.ts';
import { LevelTag } from '../components/level-tag.tsx';
import { RiskCounts } from '../components/risk-counts.tsx';
import { RiskDrawer } from '../components/risk-drawer.tsx';
import { RiskForm } from '../components/risk-form.tsx';
import { StageTag } from '../components/stage-tag.tsx';
import { type Risk, type RiskSearch, risksQuery, useRegisterFile } from '../queries.ts';

const route = getRouteApi('/desk/risks');

/** 风险清单: what may go wrong where, how bad it would be, and who controls it. */
export function RisksPage() {
  const { t } = useTranslation('risks');
  const { risk, ...search } = route.useSearch();
  const navigate = route.useNavigate();
  const [creating, setCreating] = useState(false);
  const fields = useMemo(() => fieldsOf(t), [t]);
  const list = useKeyset(risksQuery(search));
  const choose = (chosen: RiskSearch) => void navigate({ search: chosen });
  return (
    <SplitPage
      aside={
        <UnitTree
          source={unitSource}
          choice={{ unitId: search.unitId ?? null, within: search.withBelow ?? true }}
          onChoose={({ unitId, within }) => choose({ ...search, unitId: unitId ?? undefined, withBelow: within ? undefined : false })}
        />
      }
    >
      <PageHeader title={t('desk.title')} lead={t('desk.lead')} actions={<Actions search={search} onCreate={() => setCreating(true)} />} />
      <RiskCounts search={search} onChoose={choose} />
      <QueryBar fields={fields} values={search} onSearch={choose} />
      <DataTable<Risk>
        name="risks.register"
        columns={columnsOf(t)}
        list={list}
        onOpen={({ id }) => void navigate({ search: { ...search, risk: id } })}
        empty={<EmptyState title={t('desk.empty')} next={t('desk.emptyNext')} />}
      />
      <RiskDrawer riskId={risk ?? null} onClose={() => choose(search)} />
      {creating && (
        <RiskForm
          how="create"
          unitId={search.unitId ?? null}
          onClose={() => setCreating(false)}
          onDone={(id) => void navigate({ search: { ...search, risk: id } })}
        />
      )}
    </SplitPage>
  );
}

function Actions({ search, onCreate }: { readonly search: RiskSearch; readonly onCreate: () => void }) {
  const { t } = useTranslation('risks');
  const { message } = App.useApp();
  const me = useMe();
  const file = useRegisterFile(search);
  return (
    <>
      <LinkButton to="/risks/scales">{t('desk.scales.open')}</LinkButton>
      <LinkButton icon={<HeatMapOutlined />} to="/risks/map">
        {t('desk.map')}
      </LinkButton>
      {mayAnywhere(me, 'risks.export') && (
        <Button
          icon={<FileExcelOutlined />}
          loading={file.isPending}
          onClick={() => file.mutate(undefined, { onError: (error) => void message.error(sentenceOf(error)) })}
        >
          {t('desk.exportAll')}
        </Button>
      )}
      {mayAnywhere(me, 'risks.edit') && (
        <Button type="primary" icon={<PlusOutlined />} onClick={onCreate}>
          {t('desk.create')}
        </Button>
      )}
    </>
  );
}

function columnsOf(t: TFunction<'risks'>): DataColumn<Risk>[] {
  return [
    { id: 'name', title: t('desk.name'), width: 148, render: ({ name }) => name },
    { id: 'level', title: t('desk.level'), width: 92, render: ({ level }) => <LevelTag level={level} /> },
    {
      id: 'source',
      title: both(t('desk.source'), t('desk.unit')),
      render: ({ source, unit }) => <TwoLines first={source} second={unit} />,
    },
    { id: 'point', title: t('desk.point'), width: 130, hiddenAtFirst: true, render: ({ point }) => point ?? '—' },
    { id: 'owner', title: t('desk.owner'), width: 104, render: ({ owner }) => owner ?? '—' },
    { id: 'stage', title: t('desk.stage'), width: 104, render: ({ stage }) => <StageTag stage={stage} /> },
    { id: 'reviewDueOn', title: t('desk.reviewDueOn'), width: 112, render: ({ reviewDueOn }) => reviewDueOn ?? '—' },
    {
      id: 'score',
      title: t('desk.score'),
      width: 104,
      numeric: true,
      hiddenAtFirst: true,
      render: ({ method, score }) => `${t(`methods.${method}`)} ${score}`,
    },
    { id: 'kind', title: t('desk.kind'), width: 104, hiddenAtFirst: true, render: ({ kind }) => t(`kinds.${kind}`) },
    { id: 'number', title: t('desk.number'), width: 112, hiddenAtFirst: true, render: ({ number }) => number },
  ];
}

function fieldsOf(t: TFunction<'risks'>): QueryField[] {
  const many = (options: { value: string; label: string }[]) => (
    <Select mode="multiple" allowClear maxTagCount="responsive" options={options} />
  );
  return [
    { name: 'q', label: t('desk.name'), control: <Input allowClear maxLength={40} placeholder={t('desk.searchHint')} /> },
    { name: 'level', label: t('desk.level'), control: many(riskLevels.map((value) => ({ value, label: t(`levels.${value}`) }))) },
    { name: 'stage', label: t('desk.stage'), control: many(riskStages.map((value) => ({ value, label: t(`stages.${value}`) }))) },
    { name: 'kind', label: t('desk.kind'), control: many(riskKinds.map((value) => ({ value, label: t(`kinds.${value}`) }))) },
    { name: 'due', label: t('desk.reviewDueOn'), control: <Due label={t('desk.due')} /> },
  ];
}

type FlagProps = {
  readonly id?: string;
  readonly value?: boolean;
  readonly onChange?: (on: boolean | undefined) => void;
  readonly label: string;
};

function Due({ id, value = false, onChange, label }: FlagProps) {
  return (
    <Checkbox
      {...(id === undefined ? {} : { id })}
      checked={value}
      onChange={(event) => onChange?.(event.target.checked ? true : undefined)}
    >
      {label}
    </Checkbox>
  );
}
