import { useQuery } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';

import { mayAnywhere } from '../../../api/may.ts';
import { useMe } from '../../../api/me.ts';
import { instantText } from '../../../ui/dates.ts';
import { DetailDrawer } from '../../../ui/detail-drawer.tsx';
import { type Fact, Facts } from '../../../ui/facts.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { RecordTrail } from '../../../ui/record-trail.tsx';
import { Section } from '../../../ui/section.tsx';
import { useLast } from '../../../ui/use-last.ts';
import { accountLogin, accountName } from '../account-words.ts';
import { type Account, accountQuery } from '../accounts-queries.ts';
import { AccountActs } from './account-acts.tsx';
import { AccountGrants } from './account-grants.tsx';
import { AccountState } from './account-state.tsx';

type AccountDrawerProps = { readonly accountId: string | null; readonly onClose: () => void };

/** One account: who, how safe, and what it may do where and since when. */
export function AccountDrawer({ accountId, onClose }: AccountDrawerProps) {
  const shown = useLast(accountId);
  return shown === null ? null : <Shown open={accountId !== null} accountId={shown} onClose={onClose} />;
}

type ShownProps = { readonly open: boolean; readonly accountId: string; readonly onClose: () => void };

function Shown({ open, accountId, onClose }: ShownProps) {
  const { t } = useTranslation('access');
  const me = useMe();
  const query = useQuery(accountQuery(accountId));
  const account = query.data;
  const manages = mayAnywhere(me, 'access.manageAccounts');
  return (
    <DetailDrawer
      open={open}
      title={account === undefined ? t('desk.accounts.identity') : accountName(account)}
      aside={account !== undefined && <AccountState account={account} />}
      {...(manages && account !== undefined ? { acts: <AccountActs account={account} /> } : {})}
      onClose={onClose}
    >
      <Loaded query={query} rows={8} onBack={onClose}>
        {(known) => (
          <div role="region" aria-label={accountName(known)} tabIndex={0}>
            <Facts facts={factsOf(known, t)} />
            <Section title={t('desk.accounts.security')}>
              <Facts facts={safetyOf(known, t)} />
            </Section>
            <AccountGrants account={known} />
            <RecordTrail account subjectId={accountId} />
          </div>
        )}
      </Loaded>
    </DetailDrawer>
  );
}

function factsOf(account: Account, t: TFunction<'access'>): Fact[] {
  return [
    { label: t('desk.accounts.login'), value: accountLogin(account) },
    { label: t('desk.accounts.unit'), value: account.unit },
    { label: t('desk.accounts.createdAt'), value: instantText(account.createdAt) },
    { label: t('desk.accounts.seenAt'), value: account.seenAt === null ? t('desk.accounts.never') : instantText(account.seenAt) },
  ];
}

function safetyOf(account: Account, t: TFunction<'access'>): Fact[] {
  return [
    { label: t('desk.accounts.totp'), value: account.totpEnabled ? t('desk.accounts.on') : t('desk.accounts.off') },
    { label: t('desk.accounts.pin'), value: account.pinSet ? t('desk.accounts.pinSet') : t('desk.accounts.pinUnset') },
  ];
}
