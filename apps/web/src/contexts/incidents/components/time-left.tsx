import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { instantText } from '../../../ui/dates.ts';
import '../../../ui/tags.css';

const minute = 60_000;

/** 倒计时 of a clock that runs by the minute, with the instant itself on hover. */
export function TimeLeft({ dueAt }: { readonly dueAt: string }) {
  const { t } = useTranslation('incidents');
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const ticking = setInterval(() => setNow(Date.now()), minute);
    return () => clearInterval(ticking);
  }, []);
  const left = Date.parse(dueAt) - now;
  const minutes = Math.floor(Math.abs(left) / minute);
  const said = { days: Math.floor(minutes / 1440), hours: Math.floor((minutes % 1440) / 60), minutes: minutes % 60 };
  const unit = said.days > 0 ? 'days' : said.hours > 0 ? 'hours' : 'minutes';
  const look = left < 0 ? 'late' : left < 120 * minute ? 'near' : 'calm';
  return (
    <time className={`countdown countdown--${look}`} dateTime={dueAt} title={instantText(dueAt)}>
      {t(`desk.clock.${left < 0 ? 'over' : 'left'}.${unit}`, said)}
    </time>
  );
}
