import type { UnitDetail } from '@changming/contract/units';
import { useQuery } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useContext } from 'react';
import { useTranslation } from 'react-i18next';

import { type Fact, Facts } from '../../../ui/facts.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Section } from '../../../ui/section.tsx';
import { StatusTag } from '../../../ui/status-tag.tsx';
import { unitQuery } from '../queries.ts';
import { UnitParts } from '../unit-parts.ts';
import { UnitChanges } from './unit-changes.tsx';
import { UnitToolbar } from './unit-toolbar.tsx';
import './unit-panel.css';

type UnitPanelProps = {
  readonly unitId: string;
  /** The day of the tree that is shown; undefined for today. */
  readonly on: string | undefined;
  readonly onGo: (unitId: string) => void;
};

/** What is known of one unit, today or on a past day. */
export function UnitPanel({ unitId, on, onGo }: UnitPanelProps) {
  const unit = useQuery(unitQuery(unitId, on));
  return (
    <Loaded query={unit}>
      {(known) => (
        <>
          <UnitFacts unit={known} past={on !== undefined} onGo={onGo} />
          <Parts unitId={unitId} on={on} />
        </>
      )}
    </Loaded>
  );
}

function UnitFacts({ unit, past, onGo }: { readonly unit: UnitDetail; readonly past: boolean; readonly onGo: (unitId: string) => void }) {
  const { t } = useTranslation('units');
  const { name, closedOn, path, profile } = unit;
  return (
    <Panel
      title={
        <>
          {name}
          <StatusTag tone={closedOn === null ? 'done' : 'neutral'}>{t(closedOn === null ? 'desk.open' : 'desk.closed')}</StatusTag>
          {!past && closedOn === null && <UnitToolbar unit={unit} onGo={onGo} />}
        </>
      }
      lead={path.map((above) => above.name).join(' / ')}
    >
      <Facts facts={factsOf(unit, t)} />
      <Section title={t('desk.flags')}>
        <UnitFlags flags={profile.flags} />
      </Section>
    </Panel>
  );
}

function Parts({ unitId, on }: { readonly unitId: string; readonly on: string | undefined }) {
  const { t } = useTranslation('units');
  const parts = useContext(UnitParts);
  return (
    <div className="unit-panel__parts">
      <Panel title={t('desk.changes')}>
        <UnitChanges unitId={unitId} />
      </Panel>
      {parts.map((Part) => (
        <Part key={Part.displayName ?? Part.name} unitId={unitId} on={on} />
      ))}
    </div>
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
    { label: t('desk.city'), value: profile.city },
    { label: t('desk.industry'), value: profile.industry },
    { label: t('desk.address'), value: profile.address },
    { label: t('desk.remark'), value: profile.remark },
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
