import type { UnitDetail } from '@changming/contract/units';
import { useQuery } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';

import { ErrorState } from '../../../ui/error-state.tsx';
import { type Fact, Facts } from '../../../ui/facts.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Section } from '../../../ui/section.tsx';
import { StatusTag } from '../../../ui/status-tag.tsx';
import { unitQuery } from '../queries.ts';

/** What is known of one unit. */
export function UnitPanel({ unitId }: { readonly unitId: string }) {
  const { t } = useTranslation('units');
  const unit = useQuery(unitQuery(unitId));
  if (unit.isPending) return <Skeleton active paragraph={{ rows: 6 }} />;
  if (unit.isError) return <ErrorState error={unit.error} onRetry={() => void unit.refetch()} />;
  const { name, closedOn, path } = unit.data;
  return (
    <Panel
      title={
        <>
          {name}
          <StatusTag tone={closedOn === null ? 'done' : 'neutral'}>{t(closedOn === null ? 'desk.open' : 'desk.closed')}</StatusTag>
        </>
      }
      lead={path.map((above) => above.name).join(' / ')}
    >
      <Facts facts={factsOf(unit.data, t)} />
      <Section title={t('desk.flags')}>
        <UnitFlags flags={unit.data.profile.flags} />
      </Section>
    </Panel>
  );
}

function factsOf({ code, kind, shortNames, openedOn, closedOn, profile }: UnitDetail, t: TFunction<'units'>): Fact[] {
  return [
    { label: t('desk.code'), value: code },
    { label: t('desk.kind'), value: t(`kinds.${kind}`) },
    { label: t('desk.headcount'), value: profile.headcount === null ? null : t('desk.people', { count: profile.headcount }) },
    { label: t('desk.shortNames'), value: shortNames.length === 0 ? null : shortNames.join('、') },
    { label: t('desk.openedOn'), value: openedOn },
    ...(closedOn === null ? [] : [{ label: t('desk.closedOn'), value: closedOn }]),
    { label: t('desk.province'), value: profile.province },
    { label: t('desk.industry'), value: profile.industry },
  ];
}

function UnitFlags({ flags }: Pick<UnitDetail['profile'], 'flags'>) {
  const { t } = useTranslation('units');
  if (flags.length === 0) return t('desk.noFlags');
  return (
    <div className="tag-list">
      {flags.map((flag) => (
        <StatusTag key={flag} tone="waiting">
          {t(`flags.${flag}`)}
        </StatusTag>
      ))}
    </div>
  );
}
