import { getRouteApi, useRouter } from '@tanstack/react-router';
import { App } from 'antd';
import { useTranslation } from 'react-i18next';

import { Door } from '../components/door.tsx';
import { PasswordForm } from '../components/password-form.tsx';

const route = getRouteApi('/first-password');

/** Nothing else opens until the initial password is replaced. */
export function FirstPasswordPage() {
  const { t } = useTranslation('shell');
  const { from = '/' } = route.useSearch();
  const router = useRouter();
  const { message } = App.useApp();
  const enter = () => {
    void message.success(t('password.done'));
    void router.navigate({ href: from });
  };
  return (
    <Door title={t('password.firstTitle')} lead={t('password.firstLead')}>
      <PasswordForm first onDone={enter} />
    </Door>
  );
}
