import { useQuery } from '@tanstack/react-query';
import { Button, Divider } from 'antd';
import { useTranslation } from 'react-i18next';

import { signInWaysQuery } from '../own-queries.ts';

/** 统一身份登录, where the house has it: leaves for the identity provider and comes back to `from`. */
export function SsoButton({ from }: { readonly from: string }) {
  const { t } = useTranslation('access');
  const sso = useQuery(signInWaysQuery).data?.sso ?? null;
  if (sso === null) return null;
  return (
    <>
      <Divider plain>{t('desk.ways.or')}</Divider>
      <Button block size="large" href={`/api/v1/session/sso?${new URLSearchParams({ from }).toString()}`}>
        {sso.label}
      </Button>
    </>
  );
}
