import { App } from 'antd';
import { useTranslation } from 'react-i18next';

import { ConfirmAct } from '../../../ui/confirm-act.tsx';
import { accountName } from '../account-words.ts';
import {
  type Account,
  useDisableAccount,
  useEnableAccount,
  useEndAllSessions,
  useRemoveTotp,
  useUnlockAccount,
} from '../accounts-queries.ts';
import { isLocked } from './account-state.tsx';
import { ResetPassword } from './reset-password.tsx';
import { useObjectionToActOn } from './use-objection.ts';

/** What the system administrator does with an account; each act says why it cannot be done. */
export function AccountActs({ account }: { readonly account: Account }) {
  if (account.disabledAt !== null) return <Enable account={account} />;
  return (
    <>
      {isLocked(account.lockedUntil) && <Unlock account={account} />}
      {account.totpEnabled && <RemoveTotp account={account} />}
      <EndSessions account={account} />
      <Disable account={account} />
      <ResetPassword account={account} />
    </>
  );
}

type OfAccount = { readonly account: Account; readonly link?: boolean };

export function Unlock({ account, link = false }: OfAccount) {
  const unlock = useUnlockAccount();
  return <AccountAct account={account} act="unlock" link={link} onAct={() => unlock.mutateAsync(account.id)} />;
}

function EndSessions({ account }: OfAccount) {
  const end = useEndAllSessions();
  return <AccountAct account={account} act="endSessions" onAct={() => end.mutateAsync(account.id).then(({ ended }) => ended)} />;
}

function RemoveTotp({ account }: OfAccount) {
  const objection = useObjectionToActOn(account);
  const remove = useRemoveTotp();
  return (
    <AccountAct
      account={account}
      act="removeTotp"
      objection={objection}
      withReason
      onAct={(reason) => remove.mutateAsync({ accountId: account.id, reason })}
    />
  );
}

function Disable({ account }: OfAccount) {
  const objection = useObjectionToActOn(account);
  const disable = useDisableAccount();
  return (
    <AccountAct
      account={account}
      act="disable"
      danger
      objection={objection}
      withReason
      onAct={(reason) => disable.mutateAsync({ accountId: account.id, reason })}
    />
  );
}

function Enable({ account }: OfAccount) {
  const objection = useObjectionToActOn(account);
  const enable = useEnableAccount();
  return <AccountAct account={account} act="enable" objection={objection} onAct={() => enable.mutateAsync(account.id)} />;
}

type AccountActProps = OfAccount & {
  readonly act: 'unlock' | 'endSessions' | 'removeTotp' | 'disable' | 'enable';
  readonly objection?: string | null;
  readonly danger?: boolean;
  readonly withReason?: boolean;
  /** Answers how many were concerned, where the word about it says so. */
  readonly onAct: (reason: string) => Promise<number | null>;
};

function AccountAct({ account, act, link = false, danger = false, objection = null, withReason = false, onAct }: AccountActProps) {
  const { t } = useTranslation('access');
  const { message } = App.useApp();
  return (
    <ConfirmAct
      type={link ? 'link' : 'default'}
      danger={danger}
      objection={objection}
      ask={t(`desk.accounts.acts.${act}.ask`, { name: accountName(account) })}
      note={t(`desk.accounts.acts.${act}.note`)}
      withReason={withReason}
      onAct={async (reason) => {
        const count = await onAct(reason);
        void message.success(t(`desk.accounts.acts.${act}.done`, { count: count ?? 1 }));
      }}
    >
      {t(`desk.accounts.acts.${act}.label`)}
    </ConfirmAct>
  );
}
