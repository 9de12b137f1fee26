import { listSessions, readSession, type SessionDetail } from '@changming/contract/training';
import { useCallback, useEffect, useState } from 'react';

import { call } from '../../../api/call.ts';
import { Card } from '../../../phone/ui/card.tsx';
import { Failure, Notice, Waiting } from '../../../phone/ui/notice.tsx';
import { Screen } from '../../../phone/ui/screen.tsx';
import { useAsk } from '../../../phone/use-ask.ts';
import { dayOf, instantText } from '../../../ui/dates.ts';
import { QrCode } from '../../../ui/qr-code.tsx';
import { useHeldWords } from './held-words.ts';

/** ms; a code signs in for at least as long again after it was last asked for. */
const every = 15_000;

/** 出示签到码: the sessions of today, and the code of the one that is held now. */
export function TrainingDoorScreen() {
  const t = useHeldWords();
  const asked = useAsk(ofToday);
  const [chosen, setChosen] = useState<string | null>(null);
  return (
    <Screen title={t('phone.door')} back="/m/training">
      <div className="stack">
        {asked.state === 'waiting' && <Waiting />}
        {asked.state === 'failed' && <Failure error={asked.error} onRetry={asked.again} />}
        {asked.state === 'ready' && asked.answer.items.length === 0 && (
          <Notice title={t('phone.doorNone')} next={t('phone.doorNoneNext')} />
        )}
        {asked.state === 'ready' &&
          asked.answer.items.map(({ id, title, startsAt, place }) =>
            id === chosen ? (
              <Door key={id} sessionId={id} />
            ) : (
              <Card
                key={id}
                title={title}
                note={[startsAt === null ? null : instantText(startsAt), place].filter((each) => each !== null).join(' · ')}
                onPress={() => setChosen(id)}
              />
            ),
          )}
      </div>
    </Screen>
  );
}

function ofToday(signal: AbortSignal) {
  const on = dayOf(new Date());
  return call(listSessions, { query: { state: ['planned'], from: on, to: on, limit: '50' }, signal });
}

/** The code as it is now, and how many have signed in; without a network no old code is shown. */
function Door({ sessionId }: { readonly sessionId: string }) {
  const t = useHeldWords();
  const { session, error } = useSessionNow(sessionId);
  if (error !== null) return <Notice title={t('phone.doorLost')} next={t('phone.doorLostNext')} />;
  if (session === null) return <Waiting />;
  const { people, code } = session;
  const counts = { present: people.filter(({ way }) => way !== null).length, expected: people.filter(({ expected }) => expected).length };
  return (
    <Card title={session.title} note={t('phone.doorPresent', counts)}>
      {code !== null && <QrCode text={`${location.origin}/m/t/${code}`} size={264} label={t('phone.signIn')} />}
      <p>{t('phone.doorNote')}</p>
    </Card>
  );
}

type Now = { readonly session: SessionDetail | null; readonly error: unknown };

/** Asked for anew again and again while it is shown. */
function useSessionNow(sessionId: string): Now {
  const [now, setNow] = useState<Now>({ session: null, error: null });
  const look = useCallback(
    (signal: AbortSignal) =>
      call(readSession, { params: { sessionId }, signal }).then(
        (session) => setNow({ session, error: null }),
        (error: unknown) => {
          if (!signal.aborted) setNow({ session: null, error });
        },
      ),
    [sessionId],
  );
  useEffect(() => {
    const control = new AbortController();
    void look(control.signal);
    const timer = setInterval(() => void look(control.signal), every);
    return () => {
      clearInterval(timer);
      control.abort();
    };
  }, [look]);
  return now;
}
