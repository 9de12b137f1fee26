import type { HazardStage } from '@changming/domain/hazards';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import { type LedgerSearch, queryOf } from '../ledger-search.ts';
import { countsQuery } from '../queries.ts';

/** Stages that wait for the same person stand under one tab. */
const tabs = {
  all: [],
  triage: ['reported', 'registered'],
  work: ['assigned', 'rectifying'],
  acceptance: ['submitted'],
  closed: ['closed'],
  void: ['void'],
} as const satisfies Record<string, readonly HazardStage[]>;
const tabNames = Object.keys(tabs) as readonly (keyof typeof tabs)[];

type StageTabsProps = {
  readonly search: LedgerSearch;
  readonly onChoose: (chosen: Pick<LedgerSearch, 'stage' | 'overdue'>) => void;
};

/** How many stand in each stage within the chosen unit, of those that carry the words; a press shows them. */
export function StageTabs({ search, onChoose }: StageTabsProps) {
  const { t } = useTranslation('hazards');
  const { unitId, withBelow, text } = queryOf(search, null);
  const { data } = useQuery(countsQuery({ unitId, withBelow, text }));
  const atLeast = data?.tooMany ?? false;
  const countOf = (stages: readonly HazardStage[]) =>
    data?.counts.filter(({ stage }) => stages.length === 0 || stages.includes(stage)).reduce((sum, { count }) => sum + count, 0);
  return (
    <nav className="stage-tabs" aria-label={t('desk.tabs.label')}>
      {tabNames.map((name) => (
        <Tab
          key={name}
          title={t(`desk.tabs.${name}`)}
          count={countOf(tabs[name])}
          atLeast={atLeast}
          pressed={search.overdue !== true && same(search.stage ?? [], tabs[name])}
          onPress={() => onChoose({ stage: tabs[name].length === 0 ? undefined : [...tabs[name]], overdue: undefined })}
        />
      ))}
      <Tab
        late
        title={t('desk.tabs.overdue')}
        count={data?.overdue}
        atLeast={atLeast}
        pressed={search.overdue === true}
        onPress={() => onChoose({ stage: undefined, overdue: true })}
      />
    </nav>
  );
}

type TabProps = {
  readonly title: string;
  readonly count: number | undefined;
  /** There are more than were counted. */
  readonly atLeast: boolean;
  readonly pressed: boolean;
  readonly late?: boolean;
  readonly onPress: () => void;
};

function Tab({ title, count, atLeast, pressed, late = false, onPress }: TabProps) {
  return (
    <button
      type="button"
      className={late ? 'stage-tabs__tab stage-tabs__tab--late' : 'stage-tabs__tab'}
      aria-pressed={pressed}
      onClick={onPress}
    >
      {title}
      <span className="stage-tabs__count">{count === undefined ? '…' : `${atLeast ? '≥ ' : ''}${count.toLocaleString('zh-CN')}`}</span>
    </button>
  );
}

function same(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && other.every((each) => one.includes(each));
}
