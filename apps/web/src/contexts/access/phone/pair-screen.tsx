import * as contract from '@changming/contract/access/own';
import { useState } from 'react';

import { call } from '../../../api/call.ts';
import { go } from '../../../phone/path.ts';
import { Button } from '../../../phone/ui/button.tsx';
import { Notice, Refused } from '../../../phone/ui/notice.tsx';
import { Screen } from '../../../phone/ui/screen.tsx';
import { useAct } from '../../../phone/use-ask.ts';
import { rememberSharedPhone, type SharedPhone } from './shared-phone.ts';
import { useAccessWords } from './words.ts';

/** 配对: where the code on the desk leads. The secret stands behind `#`, which no server ever sees. */
export function PairScreen() {
  const t = useAccessWords();
  const [paired, setPaired] = useState<SharedPhone | null>(null);
  const pairing = location.hash.slice(1);
  const pair = useAct(async () => {
    const phone = await call(contract.pairDevice, { body: { pairing } });
    rememberSharedPhone(phone);
    setPaired(phone);
  });
  if (paired !== null) {
    return (
      <Screen title={t('pairTitle')} act={<Button onPress={() => go('/m')}>{t('pairToSignIn')}</Button>}>
        <Notice title={t('paired', paired)} next={t('pairedNext')} />
      </Screen>
    );
  }
  return (
    <Screen
      title={t('pairTitle')}
      act={
        <>
          <Refused error={pair.error} />
          <Button busy={pair.busy} objection={pairing === '' ? t('pairNoCode') : null} onPress={() => pair.act(undefined)}>
            {t('pairSubmit')}
          </Button>
        </>
      }
    >
      <Notice title={t('pairAsk')} next={t('pairLead')} />
    </Screen>
  );
}
