import { FileExcelOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, DatePicker, Table } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { ActButton } from '../../../ui/act-button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { refusalSentence } from '../../../ui/refusal-sentence.ts';
import { ArrangeForm, PlanForm } from './forms.tsx';
import { type RosterSearch, rosterQuery, useRosterFile, type WatchRoster, type WatchShift } from './queries.ts';
import { Seat } from './seat.tsx';
import { ShiftDrawer } from './shift-drawer.tsx';

type RosterProps = {
  readonly search: RosterSearch;
  readonly shiftId: string | null;
  readonly onMonth: (month: string) => void;
  readonly onShift: (id: string | null) => void;
  readonly onBack: () => void;
};

/** 值班表 of a unit and a month: a line a watch, a seat a person. */
export function Roster({ search, shiftId, onMonth, onShift, onBack }: RosterProps) {
  const query = useQuery(rosterQuery(search));
  return (
    <Loaded query={query} onBack={onBack}>
      {(roster) => (
        <>
          <Bar roster={roster} search={search} onMonth={onMonth} />
          <Lines roster={roster} onShift={onShift} />
          <ShiftDrawer roster={roster} shift={roster.shifts.find(({ id }) => id === shiftId) ?? null} onClose={() => onShift(null)} />
        </>
      )}
    </Loaded>
  );
}

type BarProps = { readonly roster: WatchRoster; readonly search: RosterSearch; readonly onMonth: (month: string) => void };

function Bar({ roster, search, onMonth }: BarProps) {
  const { t } = useTranslation('workforce');
  const file = useRosterFile(search);
  const [form, setForm] = useState<'arrange' | 'plan' | null>(null);
  const notArranged = roster.scheme === null ? refusalSentence('workforce.watch_not_arranged') : null;
  return (
    <div className="watch-bar">
      <b>{roster.unit}</b>
      <DatePicker
        picker="month"
        allowClear={false}
        aria-label={t('watch.desk.roster.month')}
        value={dayjs(`${search.month}-01`)}
        onChange={(chosen) => {
          if (chosen !== null && !Array.isArray(chosen)) onMonth(chosen.format('YYYY-MM'));
        }}
      />
      <Button icon={<FileExcelOutlined />} loading={file.isPending} onClick={() => file.mutate()}>
        {t('watch.desk.roster.export')}
      </Button>
      {roster.may.plan && (
        <>
          <Button onClick={() => setForm('arrange')}>{t('watch.desk.roster.arrange')}</Button>
          <ActButton type="primary" objection={notArranged} onClick={() => setForm('plan')}>
            {t('watch.desk.roster.plan')}
          </ActButton>
        </>
      )}
      {form === 'arrange' && <ArrangeForm roster={roster} onClose={() => setForm(null)} />}
      {form === 'plan' && <PlanForm roster={roster} onClose={() => setForm(null)} />}
    </div>
  );
}

type Line = {
  readonly key: string;
  readonly onDay: string;
  readonly part: WatchShift['part'];
  readonly restDay: boolean;
  readonly shifts: readonly WatchShift[];
};

function linesOf(shifts: readonly WatchShift[]): Line[] {
  const lines = new Map<string, WatchShift[]>();
  for (const shift of shifts) {
    const key = `${shift.onDay}:${shift.part}`;
    lines.set(key, [...(lines.get(key) ?? []), shift]);
  }
  return [...lines].flatMap(([key, seats]) => {
    const [first] = seats;
    return first === undefined ? [] : [{ key, onDay: first.onDay, part: first.part, restDay: first.restDay, shifts: seats }];
  });
}

function Lines({ roster, onShift }: { readonly roster: WatchRoster; readonly onShift: (id: string) => void }) {
  const { t } = useTranslation('workforce');
  if (roster.scheme === null && roster.shifts.length === 0)
    return <EmptyState title={t('watch.desk.roster.notArranged')} next={t('watch.desk.roster.notArrangedNext')} />;
  if (roster.shifts.length === 0) return <EmptyState title={t('watch.desk.roster.noShifts')} next={t('watch.desk.roster.noShiftsNext')} />;
  const seats =
    (post: WatchShift['post']) =>
    (_: unknown, { shifts }: Line) => (
      <span className="watch-seats">
        {shifts
          .filter((shift) => shift.post === post)
          .map((shift) => (
            <Seat key={shift.id} shift={shift} onOpen={() => onShift(shift.id)} />
          ))}
      </span>
    );
  return (
    <Table<Line>
      rowKey="key"
      size="small"
      pagination={false}
      dataSource={linesOf(roster.shifts)}
      rowClassName={({ restDay }) => (restDay ? 'watch-rest' : '')}
      scroll={{ x: 720 }}
      columns={[
        {
          key: 'day',
          title: t('watch.desk.roster.day'),
          width: 150,
          render: (_, { onDay, restDay }) => `${onDay}${restDay ? ` ${t('watch.restDay')}` : ''}`,
        },
        { key: 'part', title: t('watch.sheet.columns.part'), width: 72, render: (_, { part }) => t(`watch.parts.${part}`) },
        { key: 'leader', title: t('watch.posts.leader'), render: seats('leader') },
        { key: 'keeper', title: t('watch.posts.keeper'), render: seats('keeper') },
        { key: 'note', title: t('watch.sheet.columns.notes'), render: (_, { shifts }) => <Noted shifts={shifts} /> },
      ]}
    />
  );
}

/** What was handed over in this watch, in short. */
function Noted({ shifts }: { readonly shifts: readonly WatchShift[] }) {
  const { t } = useTranslation('workforce');
  const given = shifts.find(({ handOver }) => handOver !== null)?.handOver ?? null;
  if (given === null) return null;
  return (
    <span className="watch-quiet" title={given.notes}>
      {given.takenBy === null ? t('watch.desk.roster.handedOverOnly') : t('watch.desk.roster.handedOver', { name: given.takenBy })}
    </span>
  );
}
