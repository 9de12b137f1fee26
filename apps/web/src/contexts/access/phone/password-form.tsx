import type { FormEvent } from 'react';

import { useShellWords } from '../../../phone/shell-words.ts';
import { Button } from '../../../phone/ui/button.tsx';
import { Field } from '../../../phone/ui/field.tsx';
import { Refused } from '../../../phone/ui/notice.tsx';
import { useCredentials } from './use-credentials.ts';

/** Signing in with 工号 or phone and the password, and the one-time code where one is asked for. */
export function PasswordForm({ onDone }: { readonly onDone: () => void }) {
  const t = useShellWords();
  const entered = useCredentials(onDone);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    entered.signIn();
  };
  return (
    <form className="stack" onSubmit={submit}>
      <Field {...entered.login} label={t('signIn.login')} autoComplete="username" autoCapitalize="none" maxLength={64} required />
      <Field {...entered.password} label={t('signIn.password')} type="password" autoComplete="current-password" maxLength={256} required />
      {entered.asksCode && (
        <Field
          {...entered.totp}
          label={t('signIn.totp')}
          hint={t('signIn.totpHint')}
          autoComplete="one-time-code"
          autoCapitalize="characters"
          maxLength={14}
        />
      )}
      <Refused error={entered.error} />
      <Button busy={entered.busy}>{t('signIn.submit')}</Button>
    </form>
  );
}
