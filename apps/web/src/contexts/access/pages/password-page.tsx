import { useRouter } from '@tanstack/react-router';
import { App } from 'antd';
import { useTranslation } from 'react-i18next';

import { PageHeader } from '../../../ui/page-header.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { PasswordForm } from '../components/password-form.tsx';

export function PasswordPage() {
  const { t } = useTranslation('shell');
  const router = useRouter();
  const { message } = App.useApp();
  const finish = () => {
    void message.success(t('password.done'));
    void router.navigate({ to: '/account/sessions' });
  };
  return (
    <>
      <PageHeader title={t('password.title')} lead={t('password.others')} />
      <Panel narrow>
        <PasswordForm first={false} onDone={finish} />
      </Panel>
    </>
  );
}
