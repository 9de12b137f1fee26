import { listOwnActions } from '@changming/contract/actions';
import { useEffect } from 'react';

import { call } from '../../../api/call.ts';
import { go, goInstead } from '../../../phone/path.ts';
import { Card } from '../../../phone/ui/card.tsx';
import { Failure, Notice, Waiting } from '../../../phone/ui/notice.tsx';
import { Screen } from '../../../phone/ui/screen.tsx';
import { Countdown, StatusTag } from '../../../phone/ui/tags.tsx';
import { useAsk } from '../../../phone/use-ask.ts';
import { actionTones } from '../look.ts';
import { useActionWords } from './words.ts';

/** 我的整改措施, the earliest deadline first. A notice names the one it is about as the desk does, by `?action=`. */
export function OwnActionsScreen() {
  const named = new URLSearchParams(location.search).get('action');
  useEffect(() => {
    if (named !== null) goInstead(`/m/actions/${named}`);
  }, [named]);
  return named === null ? <Own /> : null;
}

function Own() {
  const t = useActionWords();
  const asked = useAsk(load);
  return (
    <Screen title={t('title')} back="/m/me">
      <div className="stack">
        {asked.state === 'waiting' && <Waiting />}
        {asked.state === 'failed' && <Failure error={asked.error} onRetry={asked.again} />}
        {asked.state === 'ready' && asked.answer.items.length === 0 && <Notice title={t('none')} next={t('noneNext')} />}
        {asked.state === 'ready' &&
          asked.answer.items.map(({ id, number, title, unit, state, mine, dueOn }) => (
            <Card key={id} title={title} note={`${unit} · ${number}`} onPress={() => go(`/m/actions/${id}`)}>
              <span className="facts-line">
                <StatusTag tone={actionTones[state]}>{t(mine ? `states.${state}` : 'toVerify')}</StatusTag>
                {state !== 'submitted' && <Countdown dueOn={dueOn} />}
              </span>
            </Card>
          ))}
      </div>
    </Screen>
  );
}

function load(signal: AbortSignal) {
  return call(listOwnActions, { signal });
}
