import { DatePicker } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import type { KeyboardEvent } from 'react';

type DayPickerProps = {
  readonly id?: string;
  /** A business day, `2026-03-05`. A form hands it in and takes it back. */
  readonly value?: string | null;
  readonly onChange?: (day: string | null) => void;
  readonly disabled?: boolean;
  readonly placeholder?: string;
  /** Days that cannot be chosen. */
  readonly barred?: (day: string) => boolean;
};

/** Days go in and out as text, so that no time zone ever touches them. */
export function DayPicker({ value = null, onChange, barred, ...rest }: DayPickerProps) {
  return (
    <DatePicker
      {...rest}
      className="day-picker"
      onKeyDown={onlyChooses}
      value={value === null ? null : dayjs(value)}
      onChange={(day) => onChange?.(dayText(day))}
      disabledDate={(day: Dayjs) => barred?.(day.format('YYYY-MM-DD')) ?? false}
    />
  );
}

/** Enter takes the day that was typed; it does not send the form around it. */
function onlyChooses(event: KeyboardEvent): void {
  if (event.key === 'Enter') event.preventDefault();
}

/** From one day to another, both included; either end may be open. */
export type DayRange = { readonly from?: string | undefined; readonly to?: string | undefined };

type DayRangePickerProps = { readonly id?: string; readonly value?: DayRange | undefined; readonly onChange?: (range: DayRange) => void };

export function DayRangePicker({ id, value, onChange }: DayRangePickerProps) {
  return (
    <DatePicker.RangePicker
      {...(id === undefined ? {} : { id })}
      className="day-picker"
      suffixIcon={null}
      allowEmpty={[true, true]}
      value={[momentOf(value?.from), momentOf(value?.to)]}
      onChange={(days) => onChange?.({ from: dayText(days?.[0]) ?? undefined, to: dayText(days?.[1]) ?? undefined })}
    />
  );
}

function momentOf(day: string | undefined): Dayjs | null {
  return day === undefined ? null : dayjs(day);
}

function dayText(day: Dayjs | Dayjs[] | null | undefined): string | null {
  return day === null || day === undefined || Array.isArray(day) ? null : day.format('YYYY-MM-DD');
}
