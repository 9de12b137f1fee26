import { type MyTraining, readMyTraining } from '@changming/contract/training';
import { leastByNow } from '@changming/domain/training';

import { call } from '../../../api/call.ts';
import { mayAnywhere } from '../../../api/may.ts';
import { go } from '../../../phone/path.ts';
import { useSession } from '../../../phone/session.tsx';
import { Button } from '../../../phone/ui/button.tsx';
import { Card } from '../../../phone/ui/card.tsx';
import { Failure, Notice, Waiting } from '../../../phone/ui/notice.tsx';
import { Screen } from '../../../phone/ui/screen.tsx';
import { useAsk } from '../../../phone/use-ask.ts';
import { instantText } from '../../../ui/dates.ts';
import { useHeldWords } from './held-words.ts';
import { LearningCards } from './learning-cards.tsx';

/** 我的培训: what is to be sat and read, what comes, what is owed before work, hours of the year, and what was attended. */
export function MyTrainingScreen() {
  const t = useHeldWords();
  const { me } = useSession();
  const asked = useAsk(mine);
  return (
    <Screen title={t('phone.mine')} back="/m/me">
      <div className="stack">
        {mayAnywhere(me, 'training.hold') && (
          <>
            <Button onPress={() => go('/m/meeting')}>{t('phone.meeting')}</Button>
            <Button look="plain" onPress={() => go('/m/training/door')}>
              {t('phone.door')}
            </Button>
          </>
        )}
        {mayAnywhere(me, 'training.take') && <LearningCards />}
        {asked.state === 'waiting' && <Waiting />}
        {asked.state === 'failed' && <Failure error={asked.error} onRetry={asked.again} />}
        {asked.state === 'ready' && <Mine mine={asked.answer} />}
      </div>
    </Screen>
  );
}

function mine(signal: AbortSignal) {
  return call(readMyTraining, { signal });
}

function Mine({ mine: { upcoming, owed, dedicated, standing, held } }: { readonly mine: MyTraining }) {
  const t = useHeldWords();
  return (
    <div className="stack">
      {owed.length > 0 && <Owed owed={owed} />}
      {dedicated.length > 0 && <Dedicated dedicated={dedicated} />}
      {standing !== null && <Year standing={standing} />}
      <h2 className="quiet-title">{t('phone.upcoming')}</h2>
      {upcoming.length === 0 && <p>{t('phone.upcomingNone')}</p>}
      {upcoming.map((session) => (
        <Card key={session.id} title={session.title} note={noteOf(session, t)} />
      ))}
      <h2 className="quiet-title">{t('phone.held')}</h2>
      {held.length === 0 && <Notice title={t('phone.heldNone')} next={t('phone.heldNoneNext')} />}
      {held.map((one) => (
        <Card
          key={`${one.sessionId}:${one.on}`}
          title={one.title}
          note={`${one.on} · ${one.attended ? t('phone.hours', { hours: one.classHours }) : t('phone.absent')}`}
        />
      ))}
    </div>
  );
}

function Owed({ owed }: Pick<MyTraining, 'owed'>) {
  const t = useHeldWords();
  const due = owed[0]?.dueOn ?? '';
  return (
    <Card title={t('phone.owed')} note={t('phone.owedDue', { due })}>
      <ul>
        {owed.map(({ cause, level, hoursOwed }) => (
          <li key={`${cause}:${level}`}>{t('phone.owedItem', { level: t(`levels.${level}`), hours: hoursOwed })}</li>
        ))}
      </ul>
    </Card>
  );
}

function Dedicated({ dedicated }: Pick<MyTraining, 'dedicated'>) {
  const t = useHeldWords();
  return (
    <Card title={t('phone.dedicated')}>
      <ul>
        {dedicated.map(({ id, cause, about, hours, hoursOwed, dueOn }) => (
          <li key={id}>
            {t('phone.dedicatedItem', { cause: t(`dedicatedCauses.${cause}`), about: about ?? '', hours, owed: hoursOwed, due: dueOn })}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Year({ standing }: { readonly standing: NonNullable<MyTraining['standing']> }) {
  const t = useHeldWords();
  const { hours, hoursOwed, met, span, months } = standing;
  const now = leastByNow({ span, hours: hoursOwed }, months);
  return (
    <Card title={t('phone.year')} note={t('phone.yearHad', { hours, owed: hoursOwed })}>
      <p>{met ? t('phone.met', { now }) : t('phone.notMet', { now, short: now - hours })}</p>
      {span === 'again' && <p className="card__note">{t('phone.nowShare', { months })}</p>}
    </Card>
  );
}

function noteOf({ startsAt, dueOn, place, unit }: MyTraining['upcoming'][number], t: ReturnType<typeof useHeldWords>): string {
  const when = startsAt === null ? (dueOn ?? '') : instantText(startsAt);
  return [when, place, unit, t('phone.signIn')].filter((each) => each !== null && each !== '').join(' · ');
}
