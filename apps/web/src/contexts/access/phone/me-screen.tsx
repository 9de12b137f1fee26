import type { ReactNode } from 'react';

import { useSession } from '../../../phone/session.tsx';
import { useShellWords } from '../../../phone/shell-words.ts';
import { Card } from '../../../phone/ui/card.tsx';
import { Screen } from '../../../phone/ui/screen.tsx';
import { Languages } from './languages.tsx';
import { SignOut } from './sign-out.tsx';

/** 我的: who is signed in on this phone, what other contexts have for them, and the way out. */
export function MeScreen({ children }: { readonly children?: ReactNode }) {
  const t = useShellWords();
  const { me } = useSession();
  const staffNo = me.person?.staffNo ?? null;
  return (
    <Screen title={t('phone.mine')}>
      <div className="stack">
        <Card title={me.person?.name ?? me.account.login} note={staffNo === null ? undefined : t('phone.staffNo', { no: staffNo })} />
        {children}
        <Card note={t('phone.posts')}>
          <ul className="plain">
            {me.units.map(({ id, name }) => (
              <li key={id}>{name}</li>
            ))}
          </ul>
        </Card>
        <Card note={t('menu.language')}>
          <Languages />
        </Card>
        <a className="button button--plain" href="/">
          {t('signIn.desk')}
        </a>
        <SignOut />
      </div>
    </Screen>
  );
}
