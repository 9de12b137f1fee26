import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { ConfirmAct } from '../../../ui/confirm-act.tsx';
import { accountName } from '../account-words.ts';
import { type Account, type Slip, useResetPassword } from '../accounts-queries.ts';
import { SlipOnce } from './slip-once.tsx';
import { useObjectionToActOn } from './use-objection.ts';

type ResetPasswordProps = { readonly account: Account; readonly link?: boolean };

/** 重置密码: a new one-time slip, shown once. */
export function ResetPassword({ account, link = false }: ResetPasswordProps) {
  const { t } = useTranslation('access');
  const objection = useObjectionToActOn(account);
  const reset = useResetPassword();
  const [slip, setSlip] = useState<Slip | null>(null);
  return (
    <>
      <ConfirmAct
        type={link ? 'link' : 'primary'}
        objection={objection}
        ask={t('desk.accounts.resetAsk', { name: accountName(account) })}
        note={t('desk.accounts.resetNote')}
        withReason
        onAct={async (reason) => setSlip(await reset.mutateAsync({ accountId: account.id, reason }))}
      >
        {t('desk.accounts.reset')}
      </ConfirmAct>
      {slip !== null && <SlipOnce slip={slip} onClose={() => setSlip(null)} />}
    </>
  );
}
