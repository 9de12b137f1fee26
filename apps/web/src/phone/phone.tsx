import { Suspense, useEffect, useSyncExternalStore } from 'react';

import { isSignedOut } from '../api/problem-error.ts';
import { noteSession, sessionEnded, whenSessionChanges } from '../api/signed-out.ts';
import { EnrolScreen } from '../contexts/access/phone/enrol-screen.tsx';
import { FirstPasswordScreen } from '../contexts/access/phone/first-password-screen.tsx';
import { SignInScreen } from '../contexts/access/phone/sign-in-screen.tsx';
import { matchPath } from './match-path.ts';
import { usePath } from './path.ts';
import { screens, type ScreenProps } from './screens.ts';
import { readMe, type Session, SessionContext } from './session.tsx';
import { useShellWords } from './shell-words.ts';
import { BottomBar } from './ui/bottom-bar.tsx';
import { Failure, Notice, Waiting } from './ui/notice.tsx';
import { Screen } from './ui/screen.tsx';
import { useAsk } from './use-ask.ts';

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
    <Suspense fallback={<Waiting />}>
      <Inner parts={parts} />
    </Suspense>
  );
}

function Guard({ path, children }: { readonly path: string; readonly children: React.ReactNode }) {
  const asked = useAsk(readMe);
  const ended = useSyncExternalStore(whenSessionChanges, sessionEnded);
  if (asked.state === 'waiting') return <Waiting />;
  const resume = () => {
    noteSession('resumed');
    asked.again();
  };
  if (asked.state === 'failed' && isSignedOut(asked.error)) return <SignInScreen again={false} onDone={resume} />;
  if (asked.state === 'failed') return <Failure error={asked.error} onRetry={asked.again} />;
  const { answer: me, again } = asked;
  return (
    <SessionContext value={{ me, renew: again }}>
      {ended && <SignInScreen again onDone={resume} />}
      <div hidden={ended}>
        <Owed me={me}>
          {children}
          <BottomBar path={path} />
        </Owed>
      </div>
    </SessionContext>
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
