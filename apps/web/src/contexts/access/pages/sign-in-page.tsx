import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';

import { type Me, meQuery } from '../../../api/me.ts';
import { noteSession } from '../../../api/signed-out.ts';
import { Door } from '../components/door.tsx';
import { SignInForm } from '../components/sign-in-form.tsx';
import { SsoButton } from '../components/sso-button.tsx';

const route = getRouteApi('/sign-in');

/** Leads back to the page that was asked for, with nothing left of whoever was signed in before. */
export function SignInPage() {
  const { t } = useTranslation('shell');
  const { t: ways } = useTranslation('access');
  const { from = '/', sso } = route.useSearch();
  const router = useRouter();
  const client = useQueryClient();
  const enter = (me: Me) => {
    client.clear();
    client.setQueryData(meQuery.queryKey, me);
    noteSession('resumed');
    void router.navigate({ href: from });
  };
  return (
    <Door title={t('signIn.title')} lead={t('signIn.lead')} foot={<a href="/m">{t('signIn.phone')}</a>}>
      {sso !== undefined && <Alert className="form-problem" type="error" showIcon title={ways(`desk.ways.failed.${sso}`)} />}
      <SignInForm onDone={enter} />
      <SsoButton from={from} />
      <p className="door__help">{t('signIn.help')}</p>
    </Door>
  );
}
