import * as contract from '@changming/contract/access/own';
import { useState } from 'react';

import { call } from '../../../api/call.ts';
import { ProblemError } from '../../../api/problem-error.ts';
import { useAct } from '../../../phone/use-ask.ts';

/** What is typed to sign in, and the act itself. The one-time code is asked for only when the API asks. */
export function useCredentials(onDone: () => void) {
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const [totp, setTotp] = useState('');
  const { busy, error, act } = useAct(async () => {
    await call(contract.signIn, { body: { login, password, entry: 'phone', ...(totp === '' ? {} : { totp }) } });
    onDone();
  });
  const code = error instanceof ProblemError ? error.problem.code : null;
  return {
    login: { value: login, onChange: setLogin },
    password: { value: password, onChange: setPassword },
    totp: { value: totp, onChange: setTotp },
    asksCode: totp !== '' || code === 'access.code_required' || code === 'access.wrong_code',
    /** Being asked for the code is no refusal to be shown. */
    error: code === 'access.code_required' ? null : error,
    busy,
    signIn: () => act(undefined),
  };
}
