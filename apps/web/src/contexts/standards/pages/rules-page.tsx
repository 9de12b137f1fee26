import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

import { wholeList } from '../../../api/keyset.ts';
import { type DataColumn, DataTable } from '../../../ui/data-table.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { SplitPage } from '../../../ui/split-page.tsx';
import { StatusTag } from '../../../ui/status-tag.tsx';
import { UnitTree } from '../../../ui/unit-tree.tsx';
import { unitSource } from '../../units/queries.ts';
import { RuleDrawer } from '../components/rule-drawer.tsx';
import { DayChoice, StandardsHeader } from '../components/standards-header.tsx';
import { type RuleInForce, rulesQuery } from '../queries.ts';
import { areaWords, basisWords, validityWords, valueWords } from '../rule-words.ts';

const route = getRouteApi('/desk/standards');

/** 规则: what binds a unit on a day, and who says so. */
export function RulesPage() {
  const { t } = useTranslation('standards');
  const { unit, on, rule } = route.useSearch();
  const navigate = route.useNavigate();
  const rules = useQuery(rulesQuery({ unit, on }));
  const columns = useMemo(() => columnsOf(t), [t]);
  const open = rules.data?.items.find(({ ruleId }) => ruleId === rule);
  return (
    <SplitPage
      aside={
        <UnitTree
          source={unitSource}
          choice={{ unitId: unit ?? null, within: false }}
          onChoose={({ unitId }) => void navigate({ search: { on, unit: unitId ?? undefined } })}
        />
      }
    >
      <StandardsHeader tab="rules" actions={<DayChoice on={on} onChoose={(day) => void navigate({ search: { unit, on: day } })} />} />
      <DataTable<RuleInForce>
        name="standards.rules"
        columns={columns}
        list={wholeList(rules)}
        onOpen={({ ruleId }) => void navigate({ search: { unit, on, rule: ruleId } })}
        empty={<EmptyState title={t('desk.rules.empty')} next={t('desk.rules.emptyNext')} />}
      />
      {open !== undefined && <RuleDrawer rule={open} on={on} onClose={() => void navigate({ search: { unit, on } })} />}
    </SplitPage>
  );
}

function columnsOf(t: TFunction<'standards'>): DataColumn<RuleInForce>[] {
  return [
    { id: 'rule', title: t('desk.rules.rule'), width: 252, render: ({ ruleId }) => t(`rules.${ruleId}`) },
    {
      id: 'value',
      title: t('desk.rules.value'),
      width: 112,
      numeric: true,
      render: ({ value, counts }) => valueWords(value, counts, t),
    },
    { id: 'layer', title: t('desk.rules.layer'), width: 104, render: (rule) => <LayerCell rule={rule} t={t} /> },
    {
      id: 'basis',
      title: t('desk.rules.basis'),
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
