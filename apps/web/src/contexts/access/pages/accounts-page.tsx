import { UserAddOutlined } from '@ant-design/icons';
import { grantableRoles, accountStates } from '@changming/domain/access';
import { getRouteApi } from '@tanstack/react-router';
import { Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useKeyset } from '../../../api/keyset.ts';
import { mayAnywhere } from '../../../api/may.ts';
import { useMe } from '../../../api/me.ts';
import { type DataColumn, DataTable } from '../../../ui/data-table.tsx';
import { instantText } from '../../../ui/dates.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { LinkButton } from '../../../ui/link-button.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { QueryBar } from '../../../ui/query-bar.tsx';
import { SplitPage } from '../../../ui/split-page.tsx';
import { UnitTree } from '../../../ui/unit-tree.tsx';
import { unitSource } from '../../units/queries.ts';
import { accountLogin, accountName } from '../account-words.ts';
import { type Account, accountsQuery } from '../accounts-queries.ts';
import { Unlock } from '../components/account-acts.tsx';
import { AccountDrawer } from '../components/account-drawer.tsx';
import { AccountState, isLocked } from '../components/account-state.tsx';
import { GiveGrants } from '../components/give-grants.tsx';
import { ResetPassword } from '../components/reset-password.tsx';
import { RoleTags } from '../components/role-tags.tsx';

const route = getRouteApi('/desk/accounts');

/** 账号: everybody who can sign in, below the chosen unit. */
export function AccountsPage() {
  const { t } = useTranslation('access');
  const { unit, within = true, open, q, state, role } = route.useSearch();
  const navigate = route.useNavigate();
  const list = useKeyset(accountsQuery({ q, state, role, unitId: unit, withBelow: within }));
  const [manages, grants] = [mayAnywhere(useMe(), 'access.manageAccounts'), mayAnywhere(useMe(), 'access.grant')];
  const [ticked, setTicked] = useState<readonly string[]>([]);
  return (
    <SplitPage
      aside={
        <UnitTree
          source={unitSource}
          choice={{ unitId: unit ?? null, within }}
          onChoose={(choice) =>
            void navigate({ search: (now) => ({ ...now, unit: choice.unitId ?? undefined, within: choice.within ? undefined : false }) })
          }
        />
      }
    >
      <PageHeader title={t('desk.accounts.title')} lead={t('desk.accounts.lead')} actions={manages && <ToCreate />} />
      <QueryBar
        fields={useFields()}
        values={{ q, state, role }}
        onSearch={(values) => void navigate({ search: ({ unit: at, within: below }) => ({ unit: at, within: below, ...values }) })}
      />
      <DataTable<Account>
        name="access.accounts"
        columns={useColumns()}
        list={list}
        onOpen={({ id }) => void navigate({ search: (now) => ({ ...now, open: id }) })}
        {...(grants
          ? { selection: { ids: ticked, onChange: setTicked, acts: <GiveGrants accountIds={ticked} onDone={() => setTicked([])} /> } }
          : {})}
        {...(manages ? { acts: { width: 100, of: (account) => <RowActs account={account} /> } } : {})}
        empty={<EmptyState title={t('desk.accounts.empty')} next={t('desk.accounts.emptyNext')} />}
      />
      <AccountDrawer accountId={open ?? null} onClose={() => void navigate({ search: (now) => ({ ...now, open: undefined }) })} />
    </SplitPage>
  );
}

function ToCreate() {
  const { t } = useTranslation('access');
  return (
    <LinkButton to="/accounts/new" color="primary" variant="solid" icon={<UserAddOutlined />}>
      {t('desk.accounts.create')}
    </LinkButton>
  );
}

function RowActs({ account }: { readonly account: Account }) {
  return (
    <>
      {isLocked(account.lockedUntil) && <Unlock account={account} link />}
      <ResetPassword account={account} link />
    </>
  );
}

function useFields() {
  const { t } = useTranslation('access');
  return [
    { name: 'q', label: t('desk.accounts.q'), control: <Input allowClear maxLength={40} placeholder={t('desk.accounts.qHint')} /> },
    {
      name: 'state',
      label: t('desk.accounts.state'),
      control: <Select allowClear options={accountStates.map((value) => ({ value, label: t(`desk.accounts.states.${value}`) }))} />,
    },
    {
      name: 'role',
      label: t('desk.accounts.role'),
      control: (
        <Select
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          options={grantableRoles.map((value) => ({ value, label: t(`roles.${value}`) }))}
        />
      ),
    },
  ];
}

function useColumns(): DataColumn<Account>[] {
  const { t } = useTranslation('access');
  return [
    { id: 'name', title: t('desk.accounts.person'), width: 110, render: accountName },
    { id: 'login', title: t('desk.accounts.login'), width: 105, render: accountLogin },
    { id: 'unit', title: t('desk.accounts.unit'), width: 150, render: ({ unit }) => unit },
    { id: 'roles', title: t('desk.accounts.roles'), width: 150, render: ({ roles }) => <RoleTags roles={roles} /> },
    { id: 'state', title: t('desk.accounts.state'), width: 130, render: (account) => <AccountState account={account} /> },
    {
      id: 'seenAt',
      title: t('desk.accounts.seenAt'),
      width: 140,
      render: ({ seenAt }) => (seenAt === null ? t('desk.accounts.never') : instantText(seenAt)),
    },
    {
      id: 'createdAt',
      title: t('desk.accounts.createdAt'),
      width: 150,
      hiddenAtFirst: true,
      render: ({ createdAt }) => instantText(createdAt),
    },
    {
      id: 'totp',
      title: t('desk.accounts.totp'),
      width: 110,
      hiddenAtFirst: true,
      render: ({ totpEnabled }) => t(totpEnabled ? 'desk.accounts.on' : 'desk.accounts.off'),
    },
  ];
}
