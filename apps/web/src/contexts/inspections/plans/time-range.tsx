import { Select } from 'antd';

type Range = readonly [from: string, until: string];
type TimeRangeProps = { readonly id?: string; readonly value?: Range; readonly onChange?: (range: Range) => void };

/** Every half hour of a day; `24:00` is its end. */
const times = Array.from({ length: 49 }, (_, half) => `${String(Math.floor(half / 2)).padStart(2, '0')}:${half % 2 === 0 ? '00' : '30'}`);

/** From one time of day until another; an end before the beginning lies on the next day. */
export function TimeRange({ id, value = ['00:00', '24:00'], onChange }: TimeRangeProps) {
  const [from, until] = value;
  return (
    <span className="time-range">
      <Select
        {...(id === undefined ? {} : { id })}
        showSearch
        value={from}
        options={offered(from, times.slice(0, -1))}
        onChange={(next: string) => onChange?.([next, until])}
      />
      –
      <Select showSearch value={until} options={offered(until, times)} onChange={(next: string) => onChange?.([from, next])} />
    </span>
  );
}

/** A time that somebody set by other means stays among them. */
function offered(chosen: string, among: readonly string[]) {
  const all = among.includes(chosen) ? among : [...among, chosen].toSorted();
  return all.map((value) => ({ value, label: value }));
}
