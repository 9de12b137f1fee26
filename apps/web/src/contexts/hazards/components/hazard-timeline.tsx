import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';

import { Timeline, type TimelineEntry } from '../../../ui/timeline.tsx';
import type { Tone } from '../../../ui/tokens.ts';
import type { HazardDetail } from '../queries.ts';
import { nameOf } from './hazard-facts.tsx';
import { NoteToReporter } from './note-to-reporter.tsx';

type Event = HazardDetail['timeline'][number];

const tones: Readonly<{ [step: string]: Tone }> = {
  report: 'waiting',
  import: 'neutral',
  accept: 'done',
  delist: 'done',
  lookBackHeld: 'done',
  sendBack: 'alert',
  giveUpBeforePhoto: 'alert',
  giveUpAfterPhoto: 'alert',
  lackBefore: 'alert',
  reopen: 'alert',
  void: 'neutral',
  lookBackRelapsed: 'alert',
  confirmMajor: 'alert',
  list: 'alert',
  denyExtension: 'alert',
  denyVoid: 'alert',
  withdrawExtension: 'neutral',
  withdrawVoid: 'neutral',
  returnDraft: 'alert',
  refuseDelisting: 'alert',
  remind: 'waiting',
  escalate: 'alert',
  note: 'neutral',
  reporterNote: 'neutral',
};

/** Who did what and when, the latest first. */
export function HazardTimeline({ hazard }: { readonly hazard: HazardDetail }) {
  const { t } = useTranslation('hazards');
  const entries = hazard.timeline.map((event, at) => entryOf(event, at, t)).toReversed();
  return (
    <>
      <NoteToReporter hazard={hazard} />
      <Timeline entries={entries} />
    </>
  );
}

function entryOf(event: Event, at: number, t: TFunction<'hazards'>): TimelineEntry {
  const step = stepName(event, at);
  const names = t('desk.events', { returnObjects: true }) as Readonly<{ [step: string]: string }>;
  const by = nameOf(event.by);
  const detail = [...factsIn(event, t), event.note].filter((each) => each !== null && each !== '').join(' · ');
  return {
    id: `${at}:${event.at}`,
    at: event.at,
    tone: tones[step] ?? 'moving',
    title: names[step] ?? step,
    ...(by === null ? {} : { by }),
    ...(detail === '' ? {} : { detail }),
  };
}

/** A report after the first is the progress of a supervision. */
function stepName({ step }: Event, at: number): string {
  return step === 'report' && at > 0 ? 'progress' : step;
}

function factsIn({ facts, note }: Event, t: TFunction<'hazards'>): string[] {
  const { level, reason, kind } = facts;
  const row = ledgerRowIn(facts, t);
  const named = [nameIn('levels', level), reason === note ? null : nameIn('sendBackReasons', reason), nameIn('voidKinds', kind)];
  return [row, ...rungIn(facts, t), ...named, spanIn(facts, t)].filter((each) => each !== null);

  function nameIn(group: 'levels' | 'sendBackReasons' | 'voidKinds', code: string | number | undefined): string | null {
    const names = t(group, { returnObjects: true }) as Readonly<{ [code: string]: string }>;
    return code === undefined ? null : (names[code] ?? null);
  }
}

/** The row of a ledger that the event came from. */
function ledgerRowIn({ fileName, sheet, row }: Event['facts'], t: TFunction<'hazards'>): string | null {
  return fileName === undefined || row === undefined ? null : t('desk.events.ledgerRow', { file: fileName, sheet, row });
}

/** How late it was, which level was told, and who stood there that day. */
function rungIn({ rule, tells, days, told, count }: Event['facts'], t: TFunction<'hazards'>): string[] {
  if (rule === undefined || tells === undefined) return [];
  const names = t('desk.rungs.late', { returnObjects: true }) as Readonly<{ [rule: string]: string }>;
  const levels = t('escalationTargets', { returnObjects: true }) as Readonly<{ [level: string]: string }>;
  const level = levels[tells] ?? tells;
  const late = t('desk.rungs.days', { what: names[rule] ?? rule, days });
  return [late, count === 0 ? t('desk.rungs.nobody', { level }) : t('desk.rungs.told', { level, names: told })];
}

/** The deadline that was set, or from when to when it moved. */
function spanIn({ dueOn, from, to }: Event['facts'], t: TFunction<'hazards'>): string | null {
  if (from !== undefined && to !== undefined) return t('desk.records.fromTo', { from, to });
  const until = to ?? dueOn ?? '';
  return until === '' ? null : t('desk.events.until', { on: until });
}
