import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';

import { Timeline, type TimelineEntry } from '../../../ui/timeline.tsx';
import type { Tone } from '../../../ui/tokens.ts';
import type { HazardDetail } from '../queries.ts';
import { nameOf } from './hazard-facts.tsx';

type Event = HazardDetail['timeline'][number];

const tones: Readonly<{ [step: string]: Tone }> = {
  report: 'waiting',
  accept: 'done',
  delist: 'done',
  lookBackHeld: 'done',
  sendBack: 'alert',
  reopen: 'alert',
  void: 'neutral',
  lookBackRelapsed: 'alert',
  confirmMajor: 'alert',
  list: 'alert',
  denyExtension: 'alert',
  denyVoid: 'alert',
  returnDraft: 'alert',
  refuseDelisting: 'alert',
  escalate: 'alert',
  note: 'neutral',
  reporterNote: 'neutral',
};

/** Who did what and when, the latest first. */
export function HazardTimeline({ hazard }: { readonly hazard: HazardDetail }) {
  const { t } = useTranslation('hazards');
  const entries = hazard.timeline.map((event, at) => entryOf(event, at, t)).toReversed();
  return <Timeline entries={entries} />;
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
  const { dueOn, from, to, reason, level, kind } = facts;
  const levels = t('levels', { returnObjects: true }) as Readonly<{ [level: string]: string }>;
  const reasons = t('sendBackReasons', { returnObjects: true }) as Readonly<{ [reason: string]: string }>;
  const kinds = t('voidKinds', { returnObjects: true }) as Readonly<{ [kind: string]: string }>;
  const said = [
    level === undefined ? null : (levels[level] ?? null),
    reason === undefined || reason === note ? null : (reasons[reason] ?? null),
    kind === undefined ? null : (kinds[kind] ?? null),
    dueOn === undefined || dueOn === '' ? null : t('desk.events.until', { on: dueOn }),
    to === undefined ? null : from === undefined ? t('desk.events.until', { on: to }) : t('desk.records.fromTo', { from, to }),
  ];
  return said.filter((each) => each !== null);
}
