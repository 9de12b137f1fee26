import type { FormEvent } from 'react';

import { useShellWords } from '../../../phone/shell-words.ts';
import { Button } from '../../../phone/ui/button.tsx';
import { Field } from '../../../phone/ui/field.tsx';
import { Refused } from '../../../phone/ui/notice.tsx';
import { LampScene } from '../../../ui/lamp.tsx';
import { Languages } from './languages.tsx';
import { useCredentials } from './use-credentials.ts';

type SignInScreenProps = {
  /** The session ended while something was being done; that page is still there behind this one. */
  readonly again: boolean;
  readonly onDone: () => void;
};

/** The address stays what it was: after signing in, the page that was asked for appears. */
export function SignInScreen({ again, onDone }: SignInScreenProps) {
  const t = useShellWords();
  const entered = useCredentials(onDone);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    entered.signIn();
  };
  return (
    <main className="entrance">
      <div className="entrance__scene">
        <LampScene />
        <p>{t('product.name')}</p>
      </div>
      <form className="entrance__sheet" onSubmit={submit}>
        <h1>{again ? t('signIn.again') : t('signIn.title')}</h1>
        {again && <p className="entrance__lead">{t('signIn.againLead')}</p>}
        <Field {...entered.login} label={t('signIn.login')} autoComplete="username" autoCapitalize="none" maxLength={64} required />
        <Field
          {...entered.password}
          label={t('signIn.password')}
          type="password"
          autoComplete="current-password"
          maxLength={256}
          required
        />
        {entered.asksCode && (
          <Field
            {...entered.totp}
            label={t('signIn.totp')}
            hint={t('signIn.totpHint')}
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={6}
          />
        )}
        <Refused error={entered.error} />
        <Button busy={entered.busy}>{t('signIn.submit')}</Button>
        <p className="entrance__help">{t('signIn.help')}</p>
        <Languages />
      </form>
    </main>
  );
}
