import { Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';

import { FormProblem } from '../../../ui/form-problem.tsx';
import { useChangePassword } from '../queries.ts';
import { useStrength } from './use-strength.ts';

type PasswordFormProps = {
  /** The password so far is the one on the printed slip. */
  readonly first: boolean;
  readonly onDone: () => void;
};

type Entered = { readonly current: string; readonly next: string; readonly repeat: string };

export function PasswordForm({ first, onDone }: PasswordFormProps) {
  const { t } = useTranslation('shell');
  const [form] = Form.useForm<Entered>();
  const change = useChangePassword();
  const strength = useStrength();
  const submit = ({ current, next }: Entered) => change.mutate({ current, next }, { onSuccess: onDone });
  return (
    <Form form={form} layout="vertical" size={first ? 'large' : 'middle'} requiredMark={false} onFinish={submit}>
      <FormProblem form={form} error={change.error} />
      <Form.Item
        name="current"
        label={first ? t('password.currentFirst') : t('password.current')}
        rules={[{ required: true, message: t('password.currentEmpty') }]}
      >
        <Input.Password autoComplete="current-password" maxLength={256} autoFocus />
      </Form.Item>
      <Form.Item
        name="next"
        label={t('password.next')}
        extra={t('password.nextHint')}
        rules={[{ required: true, message: t('password.nextEmpty') }, strength]}
      >
        <Input.Password autoComplete="new-password" maxLength={256} />
      </Form.Item>
      <Form.Item
        name="repeat"
        label={t('password.repeat')}
        dependencies={['next']}
        rules={[
          ({ getFieldValue }) => ({
            validator: (_, repeat) =>
              repeat === getFieldValue('next') ? Promise.resolve() : Promise.reject(new Error(t('password.repeatDiffers'))),
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" maxLength={256} />
      </Form.Item>
      <Button type="primary" htmlType="submit" block={first} loading={change.isPending}>
        {t('password.submit')}
      </Button>
    </Form>
  );
}
