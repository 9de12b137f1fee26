import * as contract from '@changming/contract/access/own';
import { type FormEvent, useState } from 'react';

import { call } from '../../../api/call.ts';
import { useSession } from '../../../phone/session.tsx';
import { useShellWords } from '../../../phone/shell-words.ts';
import { Button } from '../../../phone/ui/button.tsx';
import { Field } from '../../../phone/ui/field.tsx';
import { Refused } from '../../../phone/ui/notice.tsx';
import { Screen } from '../../../phone/ui/screen.tsx';
import { useToast } from '../../../phone/ui/toasts.tsx';
import { useAct } from '../../../phone/use-ask.ts';

/** Nothing else opens until the initial password is replaced. */
export function FirstPasswordScreen() {
  const t = useShellWords();
  const say = useToast();
  const { renew } = useSession();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [repeat, setRepeat] = useState('');
  const differs = repeat !== '' && repeat !== next;
  const change = useAct(async () => {
    await call(contract.changePassword, { body: { current, next } });
    say(t('password.done'));
    renew();
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (repeat === next) change.act(undefined);
  };
  return (
    <Screen title={t('password.title')}>
      <form className="stack" onSubmit={submit}>
        <h2 className="stack__title">{t('password.firstTitle')}</h2>
        <p className="stack__lead">{t('password.firstLead')}</p>
        <Field
          label={t('password.currentFirst')}
          value={current}
          onChange={setCurrent}
          type="password"
          autoComplete="current-password"
          required
        />
        <Field
          label={t('password.next')}
          value={next}
          onChange={setNext}
          type="password"
          autoComplete="new-password"
          hint={t('password.nextHint')}
          required
        />
        <Field label={t('password.repeat')} value={repeat} onChange={setRepeat} type="password" autoComplete="new-password" required />
        <Refused error={change.error} />
        <Button busy={change.busy} objection={differs ? t('password.repeatDiffers') : null}>
          {t('password.submit')}
        </Button>
      </form>
    </Screen>
  );
}
