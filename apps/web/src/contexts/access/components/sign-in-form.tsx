import { isRecoveryCode } from '@changming/domain/access';
import { Alert, Button, Form, Input, type InputRef } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';

import { ProblemError } from '../../../api/problem-error.ts';
import type { Me } from '../../../api/me.ts';
import { sentenceOf } from '../../../ui/sentence-of.ts';
import { TextItem } from '../../../ui/text-item.tsx';
import { type Credentials, useSignIn } from '../queries.ts';

type SignInFormProps = { readonly onDone: (me: Me) => void };

/** Asks for the one-time code only when the API does. A refusal leaves everything typed in place. */
export function SignInForm({ onDone }: SignInFormProps) {
  const { t } = useTranslation('shell');
  const signIn = useSignIn();
  const asksCode = useCodeAsked(signIn.error);
  const codeOnly = signIn.error instanceof ProblemError && signIn.error.problem.code === 'access.code_required';
  return (
    <Form<Credentials>
      layout="vertical"
      size="large"
      requiredMark={false}
      onFinish={(credentials) => signIn.mutate(credentials, { onSuccess: onDone })}
    >
      {signIn.isError && !codeOnly && <Alert className="form-problem" type="error" showIcon title={sentenceOf(signIn.error)} />}
      <TextItem
        name="login"
        label={t('signIn.login')}
        rules={[{ required: true, whitespace: true, message: t('signIn.loginEmpty') }]}
        most={64}
        input={{ autoComplete: 'username', autoFocus: true }}
      />
      <Form.Item name="password" label={t('signIn.password')} rules={[{ required: true, message: t('signIn.passwordEmpty') }]}>
        <Input.Password autoComplete="current-password" maxLength={256} />
      </Form.Item>
      {asksCode && <CodeField />}
      <Button block type="primary" htmlType="submit" loading={signIn.isPending}>
        {t('signIn.submit')}
      </Button>
    </Form>
  );
}

/** Six digits, or a 恢复码 in their place. */
function secondFactor(_: unknown, code: string = ''): Promise<void> {
  return /^\d{6}$/.test(code) || isRecoveryCode(code) ? Promise.resolve() : Promise.reject(new Error(code));
}

function CodeField() {
  const { t } = useTranslation('shell');
  const input = useRef<InputRef>(null);
  useEffect(() => input.current?.focus(), []);
  return (
    <Form.Item
      name="totp"
      label={t('signIn.totp')}
      extra={t('signIn.totpHint')}
      rules={[{ required: true, validator: secondFactor, message: t('signIn.totpEmpty') }]}
    >
      <Input ref={input} autoComplete="one-time-code" maxLength={14} />
    </Form.Item>
  );
}

/** Once the code was asked for it stays, also after a wrong one. */
function useCodeAsked(error: unknown): boolean {
  const asked = useRef(false);
  if (error instanceof ProblemError && ['access.code_required', 'access.wrong_code'].includes(error.problem.code)) asked.current = true;
  return asked.current;
}
