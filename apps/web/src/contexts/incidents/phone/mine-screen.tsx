import { type FollowedIncident, followIncident, listOwnIncidents } from '@changming/contract/incidents/own';
import { useCallback } from 'react';

import { call } from '../../../api/call.ts';
import { go } from '../../../phone/path.ts';
import type { ScreenProps } from '../../../phone/screens.ts';
import { Card } from '../../../phone/ui/card.tsx';
import { Failure, Notice, Waiting } from '../../../phone/ui/notice.tsx';
import { Screen } from '../../../phone/ui/screen.tsx';
import { useAsk } from '../../../phone/use-ask.ts';
import { useIncidentWords } from './words.ts';
import './incidents.css';

const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' });

/** 我上报的事件, the latest first. */
export function OwnIncidentsScreen() {
  const t = useIncidentWords();
  const asked = useAsk(load);
  return (
    <Screen title={t('phone.mine.title')} back="/m/me">
      <div className="stack">
        {asked.state === 'waiting' && <Waiting />}
        {asked.state === 'failed' && <Failure error={asked.error} onRetry={asked.again} />}
        {asked.state === 'ready' && asked.answer.items.length === 0 && <Notice title={t('phone.mine.none')} next={t('phone.linkHint')} />}
        {asked.state === 'ready' &&
          asked.answer.items.map(({ id, number, text, state, occurredAt }) => (
            <Card
              key={id}
              title={text}
              note={[number, t(`phone.states.${state}`), clock.format(new Date(occurredAt))].join(' · ')}
              onPress={() => go(`/m/incidents/${id}`)}
            />
          ))}
      </div>
    </Screen>
  );
}

function load(signal: AbortSignal) {
  return call(listOwnIncidents, { query: { limit: 50 }, signal });
}

/** What became of one of them. */
export function OwnIncidentScreen({ parts }: ScreenProps) {
  const t = useIncidentWords();
  const incidentId = parts['id'] ?? '';
  const ask = useCallback((signal: AbortSignal) => call(followIncident, { params: { incidentId }, signal }), [incidentId]);
  const asked = useAsk(ask);
  return (
    <Screen title={t('phone.mine.title')} back="/m/incidents">
      <div className="stack">
        {asked.state === 'waiting' && <Waiting />}
        {asked.state === 'failed' && <Failure error={asked.error} onRetry={asked.again} />}
        {asked.state === 'ready' && <Followed incident={asked.answer} />}
      </div>
    </Screen>
  );
}

type FollowedProps = { readonly incident: FollowedIncident };

function Followed({ incident }: FollowedProps) {
  const t = useIncidentWords();
  const { number, unit, place, text, state, occurredAt, reportedAt, steps, photos } = incident;
  const stepWords = (step: string) => t(`phone.steps.${step as 'report'}`);
  return (
    <>
      <Card title={t(`phone.states.${state}`)} note={[number, unit, place].filter(Boolean).join(' · ')}>
        <p>{text}</p>
        <p className="stack__lead">{t('phone.mine.occurred', { at: clock.format(new Date(occurredAt)) })}</p>
        <p className="stack__lead">{t('phone.mine.reported', { at: clock.format(new Date(reportedAt)) })}</p>
        {photos.missing.length > 0 && <p className="stack__lead">{t('phone.mine.photosWaiting', { count: photos.missing.length })}</p>}
      </Card>
      <Card>
        <ul className="incident-steps">
          {steps.map(({ step, at }) => (
            <li key={`${step}${at}`}>
              <span>{stepWords(step)}</span>
              <span>{clock.format(new Date(at))}</span>
            </li>
          ))}
        </ul>
      </Card>
    </>
  );
}
