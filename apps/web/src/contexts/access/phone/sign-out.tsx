import * as contract from '@changming/contract/access/own';

import { call } from '../../../api/call.ts';
import { NetworkError } from '../../../api/problem-error.ts';
import { useSession } from '../../../phone/session.tsx';
import { useShellWords } from '../../../phone/shell-words.ts';
import { forgetParts } from '../../../phone/snapshot/part-store.ts';
import { lock } from '../../../phone/store/keyring.ts';
import { Button } from '../../../phone/ui/button.tsx';
import { Refused } from '../../../phone/ui/notice.tsx';
import { useAct } from '../../../phone/use-ask.ts';
import { oweSignOut } from './owed-sign-out.ts';

/** The way out, with or without a network; who came by the identity provider leaves there too. What waits stays, locked. */
export function SignOut() {
  const t = useShellWords();
  const { me } = useSession();
  const signOut = useAct(async () => {
    const reached = await call(contract.signOut).then(
      () => true,
      (error: unknown) => {
        if (!(error instanceof NetworkError)) throw error;
        oweSignOut();
        return false;
      },
    );
    await lock();
    await forgetParts();
    location.assign(reached && me.account.way === 'sso' ? '/api/v1/session/sso/end' : '/m');
  });
  return (
    <>
      <Refused error={signOut.error} />
      <Button look="alert" busy={signOut.busy} onPress={() => signOut.act(undefined)}>
        {t('menu.signOut')}
      </Button>
    </>
  );
}
