import { cadenceNames, shifts } from '@changming/domain/inspections';
import { Checkbox, DatePicker, Form, InputNumber, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useTranslation } from 'react-i18next';

import { weekdayWord } from '../words.ts';
import { TimeRange } from './time-range.tsx';
import type { PlanValues } from './plan-values.ts';

/** Those that may be held to a time of day. */
const windowed: ReadonlySet<PlanValues['every']> = new Set(['day', 'week', 'month', 'dates']);

/** 频次, with whatever the chosen one needs to know. */
export function CadenceFields() {
  const { t } = useTranslation('inspections');
  const every = Form.useWatch<PlanValues['every'] | undefined>('every');
  return (
    <>
      <Form.Item name="every" label={t('desk.plan.cadence')}>
        <Select options={cadenceNames.map((value) => ({ value, label: t(`cadences.${value}`) }))} />
      </Form.Item>
      {every === 'shift' && <Shifts />}
      {every === 'week' && <Weekdays />}
      {every === 'month' && (
        <Form.Item name="dayOfMonth" label={t('desk.plan.dayOfMonth')} extra={t('desk.plan.dayOfMonthHint')}>
          <InputNumber min={1} max={31} precision={0} />
        </Form.Item>
      )}
      {every === 'dates' && (
        <Form.Item name="dates" label={t('desk.plan.dates')} rules={[{ required: true, type: 'array', min: 1, message: t('desk.choose') }]}>
          <Dates />
        </Form.Item>
      )}
      {every !== undefined && windowed.has(every) && (
        <Form.Item name="window" label={t('desk.plan.window')} extra={t('desk.plan.windowHint')}>
          <TimeRange />
        </Form.Item>
      )}
    </>
  );
}

function Shifts() {
  const { t } = useTranslation('inspections');
  const chosen = Form.useWatch<PlanValues['shifts'] | undefined>('shifts') ?? [];
  return (
    <>
      <Form.Item name="shifts" label={t('desk.plan.shifts')} rules={[{ required: true, type: 'array', min: 1, message: t('desk.choose') }]}>
        <Checkbox.Group options={shifts.map((value) => ({ value, label: t(`shifts.${value}`) }))} />
      </Form.Item>
      {shifts.map((shift) => (
        <Form.Item key={shift} name={['hours', shift]} label={t(`shifts.${shift}`)} hidden={!chosen.includes(shift)}>
          <TimeRange />
        </Form.Item>
      ))}
    </>
  );
}

function Weekdays() {
  const { t } = useTranslation('inspections');
  const options = [1, 2, 3, 4, 5, 6, 7].map((value) => ({ value, label: t('desk.plan.onWeekdays', { days: weekdayWord(value, t) }) }));
  return (
    <Form.Item name="weekdays" label={t('desk.plan.weekdays')} extra={t('desk.plan.weekdaysHint')}>
      <Select mode="multiple" allowClear options={options} />
    </Form.Item>
  );
}

type DatesProps = { readonly id?: string; readonly value?: readonly string[]; readonly onChange?: (days: string[]) => void };

function Dates({ id, value = [], onChange }: DatesProps) {
  return (
    <DatePicker
      {...(id === undefined ? {} : { id })}
      multiple
      className="day-picker"
      value={value.map((day) => dayjs(day))}
      onChange={(days: Dayjs[] | null) => onChange?.((days ?? []).map((day) => day.format('YYYY-MM-DD')).toSorted())}
    />
  );
}
