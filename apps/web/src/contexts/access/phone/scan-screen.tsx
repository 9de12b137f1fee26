import * as contract from '@changming/contract/access/ways';
import { useState } from 'react';

import { call } from '../../../api/call.ts';
import { Button } from '../../../phone/ui/button.tsx';
import { Notice, Refused } from '../../../phone/ui/notice.tsx';
import { Screen } from '../../../phone/ui/screen.tsx';
import { useAct } from '../../../phone/use-ask.ts';
import { useAccessWords } from './words.ts';

/** 扫码登录: where the code on the desk leads. The secret stands behind `#`, and leaves the address as soon as it was read. */
export function ScanScreen() {
  const t = useAccessWords();
  const [code] = useState(takeCode);
  const enter = useAct(async () => {
    await call(contract.signInByScan, { body: { code } });
    location.assign('/m');
  });
  return (
    <Screen
      title={t('scanTitle')}
      act={
        <>
          <Refused error={enter.error} />
          <Button busy={enter.busy} objection={code === '' ? t('scanNoCode') : null} onPress={() => enter.act(undefined)}>
            {t('scanSubmit')}
          </Button>
        </>
      }
    >
      <Notice title={t('scanAsk')} next={t('scanLead')} />
    </Screen>
  );
}

function takeCode(): string {
  const code = location.hash.slice(1);
  history.replaceState(null, '', location.pathname);
  return code;
}
