import * as contract from '@changming/contract/access/own';
import { type FormEvent, useState } from 'react';

import { call } from '../../../api/call.ts';
import { ProblemError } from '../../../api/problem-error.ts';
import { Button } from '../../../phone/ui/button.tsx';
import { Field } from '../../../phone/ui/field.tsx';
import { Refused } from '../../../phone/ui/notice.tsx';
import { useAct } from '../../../phone/use-ask.ts';
import { forgetSharedPhone } from './shared-phone.ts';
import { useAccessWords } from './words.ts';

/** Signing in on a shared phone: 工号 and six digits. */
export function PinForm({ onDone }: { readonly onDone: () => void }) {
  const t = useAccessWords();
  const [staffNo, setStaffNo] = useState('');
  const [pin, setPin] = useState('');
  const signIn = useAct(async () => {
    await call(contract.signInByPin, { body: { staffNo, pin } }).catch(notePairing);
    onDone();
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    signIn.act(undefined);
  };
  return (
    <form className="stack" onSubmit={submit}>
      <Field
        label={t('pinStaffNo')}
        value={staffNo}
        onChange={setStaffNo}
        autoComplete="off"
        autoCapitalize="none"
        maxLength={64}
        required
      />
      <Field
        label={t('pin')}
        hint={t('pinHint')}
        value={pin}
        onChange={setPin}
        type="password"
        inputMode="numeric"
        autoComplete="off"
        pattern="\d{6}"
        maxLength={6}
        required
      />
      <Refused error={signIn.error} />
      <Button busy={signIn.busy}>{t('pinSubmit')}</Button>
    </form>
  );
}

/** A phone that was disabled at the desk is no shared phone any more. */
function notePairing(error: unknown): never {
  if (error instanceof ProblemError && error.problem.code === 'access.not_on_this_device') forgetSharedPhone();
  throw error;
}
