import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';

/** The own password, asked once more before something that opens the account. */
export function PasswordField() {
  const { t } = useTranslation('access');
  return (
    <Form.Item
      name="password"
      label={t('desk.own.password')}
      extra={t('desk.own.passwordWhy')}
      rules={[{ required: true, message: t('desk.own.passwordEmpty') }]}
    >
      <Input.Password autoFocus autoComplete="current-password" maxLength={256} />
    </Form.Item>
  );
}
