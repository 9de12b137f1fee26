import { lazy, Suspense, useEffect, useSyncExternalStore } from 'react';

import { isSignedOut, NetworkError } from '../api/problem-error.ts';
import { noteSession, sessionEnded, whenSessionChanges } from '../api/signed-out.ts';
import { EnrolScreen } from '../contexts/access/phone/enrol-screen.tsx';
import { FirstPasswordScreen } from '../contexts/access/phone/first-password-screen.tsx';
import { SignInScreen } from '../contexts/access/phone/sign-in-screen.tsx';
import { enter, type Entered } from './enter.ts';
import { useLine } from './line.ts';
import { matchPath } from './match-path.ts';
import { useOfflineWords } from './offline-words.ts';
import { usePath } from './path.ts';
import { screens, type ScreenProps } from './screens.ts';
import { type Session, SessionContext } from './session.tsx';
import { useShellWords } from './shell-words.ts';
import { Button } from './ui/button.tsx';
import { BottomBar } from './ui/bottom-bar.tsx';
import { Failure, Notice, Waiting } from './ui/notice.tsx';
import { KeepingBand } from './ui/keeping-band.tsx';
import { LineBand } from './ui/line-band.tsx';
import { Screen } from './ui/screen.tsx';
import { UpdateBand } from './ui/update-band.tsx';
import { type Asked, useAsk } from './use-ask.ts';

const TaskBadge = lazy(async () => ({ default: (await import('../contexts/hazards/phone/task-badge.tsx')).TaskBadge }));

/** The screen that the address names, behind the sign-in unless it is a public door. */
export function Phone() {
  const path = usePath();
  useTitle();
  const found = screens.map((screen) => ({ ...screen, parts: matchPath(screen.path, path) })).find(({ parts }) => parts !== null);
  if (found === undefined || found.parts === null) return <Lost path={path} />;
  const shown = <Shown {...found} parts={found.parts} />;
  return found.open === true ? shown : <Guard path={path}>{shown}</Guard>;
}

/** The name of the product in the language that is spoken. */
function useTitle(): void {
  const name = useShellWords()('product.name');
  useEffect(() => {
    document.title = name;
  }, [name]);
}

function Shown({ screen: Inner, parts }: ScreenProps & { readonly screen: (typeof screens)[number]['screen'] }) {
  return (
    <>
      <LineBand />
      <KeepingBand />
      <Suspense fallback={<Waiting />}>
        <Inner parts={parts} />
      </Suspense>
    </>
  );
}

function Guard({ path, children }: { readonly path: string; readonly children: React.ReactNode }) {
  const asked = useAsk(enter);
  const ended = useSyncExternalStore(whenSessionChanges, sessionEnded);
  useReturn(asked);
  if (asked.state === 'waiting') return <Waiting />;
  const resume = () => {
    noteSession('resumed');
    asked.again();
  };
  if (asked.state === 'failed' && isSignedOut(asked.error)) return <SignInScreen again={false} onDone={resume} />;
  if (asked.state === 'failed')
    return asked.error instanceof NetworkError ? <Nobody onRetry={asked.again} /> : <Failure error={asked.error} onRetry={asked.again} />;
  const { answer, again } = asked;
  const { me } = answer;
  return (
    <SessionContext value={{ ...answer, renew: again }}>
      {ended && <SignInScreen again onDone={resume} />}
      <div hidden={ended}>
        <Owed me={me}>
          {children}
          <UpdateBand />
          <BottomBar path={path} waiting={<TaskBadge />} />
        </Owed>
      </div>
    </SessionContext>
  );
}

/** ms between two tries to reach the server again. */
const often = 20_000;

/** Without a network, or while the phone is locked, the person is read again as soon as there may be an answer. */
function useReturn(asked: Asked<Entered>): void {
  const away = isAway(asked);
  const again = asked.state === 'waiting' ? null : asked.again;
  const up = useLine();
  useEffect(() => {
    if (!away || again === null) return undefined;
    if (up) again();
    const timer = setInterval(again, often);
    addEventListener('online', again);
    return () => {
      clearInterval(timer);
      removeEventListener('online', again);
    };
  }, [away, again, up]);
}

function isAway(asked: Asked<Entered>): boolean {
  if (asked.state === 'failed') return asked.error instanceof NetworkError;
  return asked.state === 'ready' && (asked.answer.asOf !== null || asked.answer.locked);
}

/** No network, and nobody who had signed in here. */
function Nobody({ onRetry }: { readonly onRetry: () => void }) {
  const t = useOfflineWords();
  const shell = useShellWords();
  return (
    <Screen title={shell('product.name')}>
      <Notice title={t('offlineStart.title')} next={t('offlineStart.next')}>
        <Button look="plain" onPress={onRetry}>
          {shell('actions.retry')}
        </Button>
      </Notice>
    </Screen>
  );
}

/** What somebody must do before anything else opens. */
function Owed({ me: { account }, children }: { readonly me: Session['me']; readonly children: React.ReactNode }) {
  if (account.mustChangePassword) return <FirstPasswordScreen />;
  return account.mustEnrolTotp ? <EnrolScreen /> : children;
}

function Lost({ path }: { readonly path: string }) {
  const t = useShellWords();
  return (
    <Screen title={t('product.name')}>
      <Notice title={t('errors.notFound')} next={t('errors.notFoundNext')} />
      <BottomBar path={path} />
    </Screen>
  );
}
