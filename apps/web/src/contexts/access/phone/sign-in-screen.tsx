import * as contract from '@changming/contract/access';
import { type FormEvent, useState } from 'react';

import { call } from '../../../api/call.ts';
import { ProblemError } from '../../../api/problem-error.ts';
import { useShellWords } from '../../../phone/shell-words.ts';
import { Button } from '../../../phone/ui/button.tsx';
import { Field } from '../../../phone/ui/field.tsx';
import { Refused } from '../../../phone/ui/notice.tsx';
import { useAct } from '../../../phone/use-ask.ts';
import { LampScene } from '../../../ui/lamp.tsx';
import { Languages } from './languages.tsx';

type SignInScreenProps = {
  /** The session ended while something was being done; that page is still there behind this one. */
  readonly again: boolean;
  readonly onDone: () => void;
};

/** The address stays what it was: after signing in, the page that was asked for appears. */
export function SignInScreen({ again, onDone }: SignInScreenProps) {
  const t = useShellWords();
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const [totp, setTotp] = useState('');
  const signIn = useAct(async () => {
    await call(contract.signIn, { body: { login, password, ...(totp === '' ? {} : { totp }) } });
    onDone();
  });
  const code = signIn.error instanceof ProblemError ? signIn.error.problem.code : null;
  const asksCode = totp !== '' || code === 'access.code_required' || code === 'access.wrong_code';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    signIn.act(undefined);
  };
  return (
    <div className="entrance">
      <div className="entrance__scene">
        <LampScene />
        <p>{t('product.name')}</p>
      </div>
      <form className="entrance__sheet" onSubmit={submit}>
        <h1>{again ? t('signIn.again') : t('signIn.title')}</h1>
        {again && <p className="entrance__lead">{t('signIn.againLead')}</p>}
        <Field label={t('signIn.login')} value={login} onChange={setLogin} autoComplete="username" autoCapitalize="none" maxLength={64} required />
        <Field label={t('signIn.password')} value={password} onChange={setPassword} type="password" autoComplete="current-password" maxLength={256} required />
        {asksCode && (
          <Field label={t('signIn.totp')} value={totp} onChange={setTotp} inputMode="numeric" autoComplete="one-time-code" maxLength={6} hint={t('signIn.totpHint')} autoFocus />
        )}
        {code !== 'access.code_required' && <Refused error={signIn.error} />}
        <Button busy={signIn.busy}>{t('signIn.submit')}</Button>
        <p className="entrance__help">{t('signIn.help')}</p>
        <Languages />
      </form>
    </div>
  );
}
