import { roundKinds } from '@changming/domain/inspections';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Segmented, Select } from 'antd';
import { useTranslation } from 'react-i18next';

import { mayAnywhere } from '../../../api/may.ts';
import { useMe } from '../../../api/me.ts';
import { FileButton } from '../../../ui/file-button.tsx';
import { dayAfter, dayOf } from '../../../ui/dates.ts';
import { DayRangePicker } from '../../../ui/day-picker.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { coverageQuery, useCoverageFile } from '../check-queries.ts';
import { CoverageBoard } from '../components/coverage-board.tsx';
import { CoverageHead } from '../components/coverage-head.tsx';
import { MissedSpotsLine } from '../components/missed-spots-line.tsx';
import { type PeriodName, periodOf, periodsOf, queryOf, spanOf } from '../coverage-periods.ts';
import type { CoverageAsked } from '../search.ts';
import '../inspections.css';
import '../components/coverage.css';

const route = getRouteApi('/desk/inspections/coverage');

/** 排查覆盖: owed, done and missed, unit by unit; every number opens its tasks. */
export function CoveragePage() {
  const { t } = useTranslation('inspections');
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const go = (next: CoverageAsked) => void navigate({ search: next, resetScroll: false });
  const today = dayOf(new Date());
  const asked = useQuery(coverageQuery(queryOf(search, today)));
  const file = useCoverageFile(queryOf(search, today));
  return (
    <>
      <PageHeader
        title={t('desk.coverage.title')}
        lead={t('desk.coverage.lead')}
        actions={mayAnywhere(useMe(), 'inspections.export') && <FileButton file={file} label={t('desk.export')} />}
      />
      <Choices search={search} today={today} go={go} />
      <Panel>
        <Loaded query={asked} rows={10}>
          {(coverage) => (
            <>
              <CoverageHead coverage={coverage} search={search} go={go} />
              <MissedSpotsLine coverage={coverage} />
              <CoverageBoard coverage={coverage} search={search} go={go} />
            </>
          )}
        </Loaded>
      </Panel>
    </>
  );
}

type ChoicesProps = { readonly search: CoverageAsked; readonly today: string; readonly go: (next: CoverageAsked) => void };

/** The period, and which rounds. */
function Choices({ search, today, go }: ChoicesProps) {
  const { t } = useTranslation('inspections');
  const periods = periodsOf(today).map(({ name }) => ({ value: name as PeriodName | 'days', label: t(`desk.coverage.periods.${name}`) }));
  const chosen = periodOf(search, today);
  const kinds = roundKinds.map((value) => ({ value, label: t(`roundKinds.${value}`) }));
  return (
    <div className="coverage__choices">
      <Segmented<PeriodName | 'days'>
        options={[...periods, { value: 'days' as const, label: t('desk.coverage.periods.days') }]}
        value={chosen}
        onChange={(name) => go({ ...search, ...spanOf(name, today) })}
      />
      {chosen === 'days' && (
        <DayRangePicker
          value={{ from: search.from, to: search.to }}
          onChange={({ from, to }) => go({ ...search, period: undefined, from: from ?? dayAfter(today, -6), to: to ?? today })}
        />
      )}
      <Select
        mode="multiple"
        allowClear
        maxTagCount="responsive"
        aria-label={t('desk.kind')}
        placeholder={t('desk.coverage.allKinds')}
        className="coverage__kinds"
        value={search.kind ?? []}
        options={kinds}
        onChange={(kind) => go({ ...search, kind: kind.length === 0 ? undefined : kind })}
      />
    </div>
  );
}
