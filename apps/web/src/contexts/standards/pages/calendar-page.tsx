import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { dayOf } from '../../../ui/dates.ts';
import { Loaded } from '../../../ui/loaded.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { StatusTag } from '../../../ui/status-tag.tsx';
import { SetDays } from '../components/set-days.tsx';
import { StandardsHeader } from '../components/standards-header.tsx';
import { YearGrid } from '../components/year-grid.tsx';
import { useMayEdit } from '../may-edit.ts';
import { calendarQuery, type CalendarYear } from '../queries.ts';

const route = getRouteApi('/desk/standards/calendar');

/** 工作日历 of a year. The days of headquarters are opened by a press on one. */
export function CalendarPage() {
  const { t } = useTranslation('standards');
  const { year = Number(dayOf(new Date()).slice(0, 4)) } = route.useSearch();
  const navigate = route.useNavigate();
  const calendar = useQuery(calendarQuery(year));
  const [setting, setSetting] = useState<string | null>(null);
  const edits = useMayEdit();
  const change = (
    <Button type="primary" onClick={() => setSetting('')}>
      {t('desk.calendar.set')}
    </Button>
  );
  return (
    <>
      <StandardsHeader tab="calendar" actions={edits ? change : null} />
      <Panel
        title={
          <>
            <YearChoice year={year} onChoose={(next) => void navigate({ search: { year: next } })} />
            {calendar.data !== undefined && <SettledTag calendar={calendar.data} />}
          </>
        }
      >
        <Loaded rows={16} query={calendar}>
          {(known) => (
            <>
              <Basis calendar={known} />
              <YearGrid calendar={known} onPress={edits ? setSetting : null} />
            </>
          )}
        </Loaded>
      </Panel>
      {setting !== null && <SetDays year={year} day={setting} onClose={() => setSetting(null)} />}
    </>
  );
}

function YearChoice({ year, onChoose }: { readonly year: number; readonly onChoose: (year: number) => void }) {
  const { t } = useTranslation('standards');
  return (
    <span className="calendar-year">
      <Button aria-label={t('desk.calendar.former')} icon={<LeftOutlined />} disabled={year <= 2000} onClick={() => onChoose(year - 1)} />
      {t('desk.calendar.year', { year })}
      <Button aria-label={t('desk.calendar.next')} icon={<RightOutlined />} disabled={year >= 2100} onClick={() => onChoose(year + 1)} />
    </span>
  );
}

type OfYear = { readonly calendar: CalendarYear };

function SettledTag({ calendar: { notice } }: OfYear) {
  const { t } = useTranslation('standards');
  return (
    <StatusTag tone={notice === null ? 'waiting' : 'done'}>
      {t(notice === null ? 'desk.calendar.unsettledTag' : 'desk.calendar.settled')}
    </StatusTag>
  );
}

/** By which notice the year stands; without one its days are a guess, and said to be. */
function Basis({ calendar: { year, notice, days } }: OfYear) {
  const { t } = useTranslation('standards');
  const counted = t('desk.calendar.counted', { count: days.filter(({ kind }) => kind === 'work').length });
  if (notice === null)
    return <Alert className="form-problem" type="warning" showIcon title={t('desk.calendar.unsettled', { year })} description={counted} />;
  return (
    <p className="standards-quiet">
      {t('desk.calendar.notice', { notice })} · {counted}
    </p>
  );
}
