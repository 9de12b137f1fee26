import * as contract from '@changming/contract/access/own';

import { call } from '../../../api/call.ts';
import { useSession } from '../../../phone/session.tsx';
import { useShellWords } from '../../../phone/shell-words.ts';
import { Button } from '../../../phone/ui/button.tsx';
import { Refused } from '../../../phone/ui/notice.tsx';
import { useAct } from '../../../phone/use-ask.ts';

/** The way out; who came by the identity provider leaves there too. */
export function SignOut() {
  const t = useShellWords();
  const { me } = useSession();
  const signOut = useAct(async () => {
    await call(contract.signOut);
    location.assign(me.account.way === 'sso' ? '/api/v1/session/sso/end' : '/m');
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
