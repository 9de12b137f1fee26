import * as contract from '@changming/contract/access';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';

import { call } from '../../../api/call.ts';
import { sentenceOf } from '../../../ui/sentence-of.ts';
import { EnrolTotp } from '../components/begin-totp.tsx';
import { Door } from '../components/door.tsx';

const route = getRouteApi('/first-code');

/** 三员: nothing else opens until the second lock is on. */
export function FirstCodePage() {
  const { t } = useTranslation('access');
  const { from = '/' } = route.useSearch();
  const router = useRouter();
  const client = useQueryClient();
  const { message } = App.useApp();
  const leave = useMutation({
    mutationFn: () => call(contract.signOut),
    onSuccess: async () => {
      await router.navigate({ to: '/sign-in' });
      client.clear();
    },
    onError: (error) => message.error(sentenceOf(error)),
  });
  const enter = () => {
    void message.success(t('desk.own.totpDone'));
    void router.navigate({ href: from });
  };
  return (
    <Door title={t('desk.ways.enrolTitle')} lead={t('desk.ways.enrolLead')}>
      <EnrolTotp onDone={enter} />
      <p className="door__help">
        <Button type="link" size="small" loading={leave.isPending} onClick={() => leave.mutate()}>
          {t('desk.ways.enrolOther')}
        </Button>
      </p>
    </Door>
  );
}
