import { occurrenceStates, roundKinds, shifts } from '@changming/domain/inspections';
import { Select } from 'antd';
import type { TFunction } from 'i18next';

import type { DataColumn } from '../../../ui/data-table.tsx';
import { instantText } from '../../../ui/dates.ts';
import { DayRangePicker } from '../../../ui/day-picker.tsx';
import type { QueryField } from '../../../ui/query-bar.tsx';
import { StatusTag } from '../../../ui/status-tag.tsx';
import { both, TwoLines } from '../../../ui/two-lines.tsx';
import type { Occurrence } from '../check-queries.ts';
import { stateTones, timingTones } from '../look.ts';
import { Flag } from './flag.tsx';

type Words = TFunction<'inspections'>;

export function taskColumns(t: Words): DataColumn<Occurrence>[] {
  return [
    { id: 'plan', title: t('desk.task.what'), width: 148, render: ({ plan, point }) => point ?? plan },
    {
      id: 'unit',
      title: both(t('desk.unit'), t('desk.plan.title')),
      width: 152,
      render: ({ unit, plan }) => <TwoLines first={unit} second={plan} />,
    },
    {
      id: 'on',
      title: t('desk.task.on'),
      width: 108,
      render: ({ on, shift }) => <TwoLines first={on} second={shift === null ? null : t(`shifts.${shift}`)} />,
    },
    {
      id: 'state',
      title: t('desk.state'),
      width: 96,
      render: ({ state }) => <StatusTag tone={stateTones[state]}>{t(`states.${state}`)}</StatusTag>,
    },
    { id: 'outcome', title: t('desk.task.outcome'), width: 176, render: (task) => <Outcome task={task} t={t} /> },
    {
      id: 'doneBy',
      title: both(t('desk.task.doneBy'), t('desk.task.doneAt')),
      width: 148,
      render: ({ doneBy, doneAt }) => <TwoLines first={doneBy ?? '—'} second={doneAt === null ? null : instantText(doneAt)} />,
    },
    { id: 'due', title: t('desk.task.due'), width: 148, hiddenAtFirst: true, render: ({ dueAt }) => instantText(dueAt) },
    { id: 'kind', title: t('desk.kind'), width: 120, hiddenAtFirst: true, render: ({ kind }) => t(`roundKinds.${kind}`) },
  ];
}

/** What was found, or why nothing was. */
function Outcome({ task, t }: { readonly task: Occurrence; readonly t: Words }) {
  const { state, missReason, resultId } = task;
  if (resultId !== null) return <Found task={task} t={t} />;
  if (state !== 'missed') return '—';
  return missReason === null ? <StatusTag tone="alert">{t('desk.task.unexplained')}</StatusTag> : reasonWords(missReason, t);
}

function Found({ task: { failed, timing, byHand }, t }: { readonly task: Occurrence; readonly t: Words }) {
  const late = timing === 'late' || timing === 'afterMiss';
  return (
    <span className="inspections-tags">
      {failed === 0 ? (
        <StatusTag tone="done">{t('desk.task.allGood')}</StatusTag>
      ) : (
        <StatusTag tone="alert">{t('desk.task.failed', { count: failed })}</StatusTag>
      )}
      {late && <StatusTag tone={timingTones[timing]}>{t(`timings.${timing}`)}</StatusTag>}
      {byHand && <StatusTag tone="neutral">{t('desk.task.byHand')}</StatusTag>}
    </span>
  );
}

/** A reason is one of the chips; what an older installation wrote otherwise stays as it is. */
export function reasonWords(reason: string, t: Words): string {
  return t(`missReasons.${reason as 'other'}`, { defaultValue: reason });
}

export function taskFields(t: Words): QueryField[] {
  const several = <Value extends string>(values: readonly Value[], labelOf: (value: Value) => string) => (
    <Select mode="multiple" allowClear maxTagCount="responsive" options={values.map((value) => ({ value, label: labelOf(value) }))} />
  );
  return [
    { name: 'days', label: t('desk.task.on'), control: <DayRangePicker /> },
    { name: 'state', label: t('desk.state'), control: several(occurrenceStates, (state) => t(`states.${state}`)) },
    { name: 'failed', label: t('desk.task.found'), control: <Flag label={t('desk.task.onlyFailed')} /> },
    { name: 'unexplained', label: t('desk.task.missed'), control: <Flag label={t('desk.task.onlyUnexplained')} /> },
    { name: 'shift', label: t('desk.task.shift'), control: several(shifts, (shift) => t(`shifts.${shift}`)) },
    { name: 'kind', label: t('desk.kind'), control: several(roundKinds, (kind) => t(`roundKinds.${kind}`)) },
    { name: 'late', label: t('desk.task.late'), control: <Flag label={t('desk.task.onlyLate')} /> },
    { name: 'byHand', label: t('desk.task.began'), control: <Flag label={t('desk.task.onlyByHand')} /> },
  ];
}
