import { useQueryClient } from '@tanstack/react-query';
import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';

import { type Me, meQuery } from '../../../api/me.ts';
import { noteSession } from '../../../api/signed-out.ts';
import { SignInForm } from './sign-in-form.tsx';

/** Signing in again keeps the page and all that was typed on it; another person begins at the start. */
export function SignInAgainDialog() {
  const { t } = useTranslation('shell');
  const client = useQueryClient();
  const before = client.getQueryData<Me>(meQuery.queryKey)?.account.id;

  const resume = (me: Me) => {
    if (before !== undefined && me.account.id !== before) globalThis.location.assign('/');
    noteSession('resumed');
    void client.invalidateQueries();
  };

  const signInPage = `/sign-in?${new URLSearchParams({ from: globalThis.location.pathname + globalThis.location.search }).toString()}`;
  return (
    <Modal open width={420} closable={false} mask={{ closable: false }} keyboard={false} footer={null} title={t('signIn.again')}>
      <p>{t('signIn.againLead')}</p>
      <SignInForm onDone={resume} />
      <p>
        <a href={signInPage}>{t('signIn.toSignIn')}</a>
      </p>
    </Modal>
  );
}
