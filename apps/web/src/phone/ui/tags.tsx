import { dayOf } from '../../ui/dates.ts';
import { deadlineOf } from '../../ui/deadline.ts';
import type { RiskColour, Tone } from '../../ui/tokens.ts';
import { useShellWords } from '../shell-words.ts';
import '../../ui/tags.css';

/** 红橙黄蓝 with the word of the level: the phone's only place for them. */
export function RiskTag({ colour, children }: { readonly colour: RiskColour; readonly children: string }) {
  return <span className={`risk-tag risk-tag--${colour}`}>{children}</span>;
}

/** How a thing stands: a dot and the word. */
export function StatusTag({ tone, children }: { readonly tone: Tone; readonly children: string }) {
  return (
    <span className={`status-tag status-tag--${tone}`}>
      <span className="status-tag__dot" aria-hidden="true" />
      {children}
    </span>
  );
}

const looks = { late: 'late', today: 'near', tomorrow: 'near', near: 'near', calm: 'calm', none: 'calm' } as const;

/** 期限: the days that are left, or how many it is late. */
export function Countdown({ dueOn }: { readonly dueOn: string | null }) {
  const t = useShellWords();
  const deadline = deadlineOf(dueOn, dayOf(new Date()));
  const sentences = { none: 'time.none', late: 'time.overdue', today: 'time.dueToday', tomorrow: 'time.dueTomorrow' } as const;
  const { urgency } = deadline;
  const sentence = urgency === 'near' || urgency === 'calm' ? 'time.daysLeft' : sentences[urgency];
  const count = deadline.urgency === 'none' ? 0 : deadline.days;
  return (
    <time className={`countdown countdown--${looks[urgency]}`} dateTime={dueOn ?? undefined}>
      {t(sentence, { count })}
    </time>
  );
}
