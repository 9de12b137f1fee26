import { signIn } from '@changming/contract/training';
import { useState } from 'react';

import { call } from '../../../api/call.ts';
import type { ScreenProps } from '../../../phone/screens.ts';
import { Button } from '../../../phone/ui/button.tsx';
import { Card } from '../../../phone/ui/card.tsx';
import { Refused } from '../../../phone/ui/notice.tsx';
import { Screen } from '../../../phone/ui/screen.tsx';
import { useAct } from '../../../phone/use-ask.ts';
import { instantText } from '../../../ui/dates.ts';
import { useHeldWords } from './held-words.ts';

type Told = { readonly title: string; readonly signedInAt: string | null; readonly signedOutAt: string | null };

/** 扫码签到、签退: the code of the room leads here. */
export function TrainingSignInScreen({ parts }: ScreenProps) {
  const t = useHeldWords();
  const code = parts['code'] ?? '';
  const [told, setTold] = useState<Told | null>(null);
  const sign = useAct(async (out: boolean) => setTold(await call(signIn, { body: { code, out } })));
  return (
    <Screen title={t('phone.signIn')} back="/m/training">
      <div className="stack">
        {told !== null && (
          <Card title={told.title} note={t('phone.signInNote')}>
            {told.signedInAt !== null && <p role="status">{t('phone.signedIn', { at: instantText(told.signedInAt) })}</p>}
            {told.signedOutAt !== null && <p>{t('phone.signedOut', { at: instantText(told.signedOutAt) })}</p>}
          </Card>
        )}
        <Refused error={sign.error} />
        <Button busy={sign.busy} onPress={() => sign.act(false)}>
          {t('phone.signInAct')}
        </Button>
        <Button look="plain" busy={sign.busy} onPress={() => sign.act(true)}>
          {t('phone.signOutAct')}
        </Button>
      </div>
    </Screen>
  );
}
