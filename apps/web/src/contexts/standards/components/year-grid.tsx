import { useTranslation } from 'react-i18next';

import { dayOf } from '../../../ui/dates.ts';
import { Tooltip } from 'antd';
import type { CalendarYear } from '../queries.ts';
import { markOf, monthsOf, type Square } from '../year-squares.ts';
import './year-grid.css';

type YearGridProps = {
  readonly calendar: CalendarYear;
  /** A press on a day; null where days are only read. */
  readonly onPress: ((day: string) => void) | null;
};

const marks = ['work', 'rest', 'holiday', 'shift', 'headquarters'] as const;

/** Twelve months, weeks from Monday on. */
export function YearGrid({ calendar, onPress }: YearGridProps) {
  const { t } = useTranslation('standards');
  const weekdays = t('desk.calendar.weekdays', { returnObjects: true });
  return (
    <>
      <ul className="year-legend">
        {marks.map((mark) => (
          <li key={mark}>
            <span aria-hidden="true" className={`year-day year-day--${mark}`} />
            {t(`desk.calendar.legend.${mark}`)}
          </li>
        ))}
      </ul>
      <div className="year-grid">
        {monthsOf(calendar.days).map(({ month, blanks, days }) => (
          <section key={month} className="year-month" aria-label={t('desk.calendar.month', { month })}>
            <h3 className="year-month__name">{t('desk.calendar.month', { month })}</h3>
            <div className="year-month__days">
              {weekdays.map((name, at) => (
                <span key={`${name}${String(at)}`} className="year-month__weekday" aria-hidden="true">
                  {name}
                </span>
              ))}
              <span style={{ gridColumn: `span ${blanks}` }} hidden={blanks === 0} />
              {days.map((day) => (
                <DaySquare key={day.day} day={day} onPress={onPress} />
              ))}
            </div>
          </section>
        ))}
      </div>
    </>
  );
}

function DaySquare({ day, onPress }: { readonly day: Square; readonly onPress: YearGridProps['onPress'] }) {
  const words = useDayWords(day);
  const today = day.day === dayOf(new Date()) ? ' year-day--today' : '';
  const square = { className: `year-day year-day--${markOf(day)}${today}`, 'aria-label': words };
  const number = Number(day.day.slice(8));
  const shown =
    onPress === null ? (
      <span role="img" {...square}>
        {number}
      </span>
    ) : (
      <button type="button" {...square} onClick={() => onPress(day.day)}>
        {number}
      </button>
    );
  return day.name === null && day.source === null ? shown : <Tooltip title={words}>{shown}</Tooltip>;
}

function useDayWords({ day, kind, name, source }: Square): string {
  const { t } = useTranslation('standards');
  const said =
    name === null
      ? t('desk.calendar.dayLabel', { day, kind: t(`dayKinds.${kind}`) })
      : t('desk.calendar.dayNamed', { day, kind: t(`dayKinds.${kind}`), name });
  if (source === null) return said;
  return `${said} · ${t(source === 'notice' ? 'desk.calendar.byNotice' : 'desk.calendar.byHeadquarters')}`;
}
