import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Input } from 'antd';
import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

import { wholeList } from '../../../api/keyset.ts';
import { type DataColumn, DataTable } from '../../../ui/data-table.tsx';
import { DayPicker } from '../../../ui/day-picker.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { QueryBar, type QueryField } from '../../../ui/query-bar.tsx';
import { SplitPage } from '../../../ui/split-page.tsx';
import { StatusTag } from '../../../ui/status-tag.tsx';
import { UnitTree } from '../../../ui/unit-tree.tsx';
import { unitSource } from '../../units/queries.ts';
import { RuleDrawer } from '../components/rule-drawer.tsx';
import { StandardsHeader } from '../components/standards-header.tsx';
import { type RuleInForce, rulesQuery } from '../queries.ts';
import { areaWords, basisWords, validityWords, valueWords } from '../rule-words.ts';

const route = getRouteApi('/desk/standards');

/** 规则: what binds a unit on a day, and who says so. */
export function RulesPage() {
  const { t } = useTranslation('standards');
  const { rule, ...search } = route.useSearch();
  const navigate = route.useNavigate();
  const rules = useQuery(rulesQuery(search));
  const [fields, columns] = useMemo(() => [fieldsOf(t), columnsOf(t)], [t]);
  const found = rules.data?.items.filter((each) => isMeant(each, search.q, t)) ?? [];
  const open = rules.data?.items.find(({ ruleId }) => ruleId === rule);
  return (
    <SplitPage
      aside={
        <UnitTree
          alwaysWithin
          source={unitSource}
          choice={{ unitId: search.unit ?? null, within: false }}
          onChoose={({ unitId }) => void navigate({ search: { ...search, unit: unitId ?? undefined } })}
        />
      }
    >
      <StandardsHeader tab="rules" />
      <QueryBar fields={fields} values={search} onSearch={(values) => void navigate({ search: values })} />
      <DataTable<RuleInForce>
        name="standards.rules"
        columns={columns}
        list={{ ...wholeList(rules), rows: found, total: { count: found.length, capped: false } }}
        onOpen={({ ruleId }) => void navigate({ search: { ...search, rule: ruleId } })}
        empty={<EmptyState title={t('desk.rules.empty')} next={t('desk.rules.emptyNext')} />}
      />
      {open !== undefined && <RuleDrawer rule={open} on={search.on} onClose={() => void navigate({ search })} />}
    </SplitPage>
  );
}

function fieldsOf(t: TFunction<'standards'>): QueryField[] {
  return [
    { name: 'q', label: t('desk.rules.search'), control: <Input allowClear maxLength={40} placeholder={t('desk.rules.searchHint')} /> },
    { name: 'on', label: t('desk.onDay'), control: <DayPicker placeholder={t('desk.today')} /> },
  ];
}

/** By its name, the part of the work it belongs to, or where it comes from. */
function isMeant(rule: RuleInForce, asked = '', t: TFunction<'standards'>): boolean {
  const words = [t(`rules.${rule.ruleId}`), areaWords(rule.ruleId, t), basisWords(rule)].join(' ').toLowerCase();
  return words.includes(asked.trim().toLowerCase());
}

function columnsOf(t: TFunction<'standards'>): DataColumn<RuleInForce>[] {
  return [
    { id: 'rule', title: t('desk.rules.rule'), width: 224, render: ({ ruleId }) => t(`rules.${ruleId}`) },
    {
      id: 'value',
      title: t('desk.rules.value'),
      width: 96,
      numeric: true,
      render: ({ value, counts }) => valueWords(value, counts, t),
    },
    { id: 'layer', title: t('desk.rules.layer'), width: 92, render: (rule) => <LayerCell rule={rule} t={t} /> },
    {
      id: 'basis',
      title: t('desk.rules.basis'),
      width: 172,
      render: (rule) => (
        <>
          {basisWords(rule)}
          <span className="standards-quiet">{validityWords(rule, t)}</span>
        </>
      ),
    },
    { id: 'certainty', title: t('desk.certainty'), width: 196, render: (rule) => <CertaintyTag certainty={rule.certainty} t={t} /> },
    { id: 'area', title: t('desk.rules.area'), width: 130, render: ({ ruleId }) => areaWords(ruleId, t), hiddenAtFirst: true },
  ];
}

type Words = { readonly t: TFunction<'standards'> };

function LayerCell({ rule: { layer, passedOver }, t }: Words & { readonly rule: RuleInForce }) {
  return (
    <>
      {t(`layers.${layer}`)}
      {passedOver.length > 0 && <span className="standards-quiet">{t('desk.rules.passedOver', { count: passedOver.length })}</span>}
    </>
  );
}

const certaintyTones = { read: 'done', quoted: 'moving', remembered: 'waiting', own: 'neutral' } as const;

function CertaintyTag({ certainty, t }: Words & Pick<RuleInForce, 'certainty'>) {
  return <StatusTag tone={certaintyTones[certainty]}>{t(`certainties.${certainty}`)}</StatusTag>;
}
