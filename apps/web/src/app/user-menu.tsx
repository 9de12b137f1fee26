import { CheckOutlined, DownOutlined, GlobalOutlined, LogoutOutlined } from '@ant-design/icons';
import * as contract from '@changming/contract/access/own';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useRouter } from '@tanstack/react-router';
import { App, Dropdown, type MenuProps } from 'antd';
import { useTranslation } from 'react-i18next';

import { call } from '../api/call.ts';
import { locales } from '../api/locale.ts';
import { type Me, meQuery } from '../api/me.ts';
import { isSignedOut } from '../api/problem-error.ts';
import { sentenceOf } from '../ui/sentence-of.ts';
import { accountPages } from './account-pages.tsx';
import { useSpeak } from './use-speak.ts';

export function UserMenu({ me }: { readonly me: Me }) {
  const items = useItems();
  const name = me.person?.name ?? me.account.login ?? '';
  return (
    <Dropdown trigger={['click']} placement="bottomRight" menu={{ items }}>
      <button type="button" className="shell__user">
        <span className="shell__face" aria-hidden="true">
          {Array.from(name)[0]}
        </span>
        <span className="shell__who">
          {name}
          <small>{me.person?.staffNo ?? ''}</small>
        </span>
        <DownOutlined aria-hidden="true" />
      </button>
    </Dropdown>
  );
}

function useItems(): NonNullable<MenuProps['items']> {
  const { t, i18n } = useTranslation('shell');
  const signOut = useSignOut();
  const speak = useSpeak();
  return [
    ...accountPages.map(({ path, icon, title }) => ({ key: path, icon, label: <Link to={path}>{title()}</Link> })),
    {
      key: 'language',
      icon: <GlobalOutlined />,
      label: t('menu.language'),
      children: locales.map((locale) => ({
        key: locale,
        label: t(`languages.${locale}`),
        icon: i18n.language === locale ? <CheckOutlined /> : <span className="shell__unchecked" />,
        onClick: () => speak(locale),
      })),
    },
    { type: 'divider' },
    { key: 'sign-out', icon: <LogoutOutlined />, label: t('menu.signOut'), onClick: signOut },
  ];
}

/** Nothing of the last person stays in the memory of the page. Who came by the identity provider leaves there too. */
function useSignOut(): () => void {
  const client = useQueryClient();
  const router = useRouter();
  const { message } = App.useApp();
  const { mutate } = useMutation({
    mutationFn: () => call(contract.signOut).catch(unlessSignedOut),
    onSuccess: async () => {
      if (client.getQueryData(meQuery.queryKey)?.account.way === 'sso') return globalThis.location.assign('/api/v1/session/sso/end');
      await router.navigate({ to: '/sign-in' });
      client.clear();
    },
    onError: (error) => message.error(sentenceOf(error)),
  });
  return () => mutate();
}

/** Who is signed out already has what he wanted. */
function unlessSignedOut(error: unknown): null {
  if (isSignedOut(error)) return null;
  throw error;
}
