import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { useKeyset } from '../../../api/keyset.ts';
import { mayAnywhere } from '../../../api/may.ts';
import { useMe } from '../../../api/me.ts';
import { type DataColumn, DataTable } from '../../../ui/data-table.tsx';
import { dayOf, instantText } from '../../../ui/dates.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { SplitPage } from '../../../ui/split-page.tsx';
import { StatusTag } from '../../../ui/status-tag.tsx';
import { UnitTree } from '../../../ui/unit-tree.tsx';
import { unitSource } from '../../units/queries.ts';
import { accountLogin } from '../account-words.ts';
import { AccountDrawer } from '../components/account-drawer.tsx';
import { EndGrant } from '../components/end-grant.tsx';
import { GiveGrants } from '../components/give-grants.tsx';
import { grantTones, isOpen, periodText } from '../components/grant-lines.tsx';
import { grantsQuery } from '../grants-queries.ts';
import { type GrantGroup, grantGroups } from '../grouped-grants.ts';

const route = getRouteApi('/desk/grants');

/** 授权: who holds what at a unit. */
export function GrantsPage() {
  const { t } = useTranslation('access');
  const { unit, within = true, open } = route.useSearch();
  const navigate = route.useNavigate();
  const list = useKeyset(grantsQuery({ unitId: unit, withBelow: within }));
  const rows = grantGroups(list.rows, dayOf(new Date()));
  const mayGrant = mayAnywhere(useMe(), 'access.grant');
  return (
    <SplitPage
      aside={
        <UnitTree
          source={unitSource}
          choice={{ unitId: unit ?? null, within }}
          onChoose={(choice) => void navigate({ search: { unit: choice.unitId ?? undefined, within: choice.within ? undefined : false } })}
        />
      }
    >
      <PageHeader title={t('desk.grants.title')} lead={t('desk.grants.lead')} actions={mayGrant && <GiveGrants />} />
      <DataTable<GrantGroup>
        name="access.grants"
        columns={useColumns()}
        list={{ ...list, rows }}
        onOpen={({ holder }) => void navigate({ search: (now) => ({ ...now, open: holder.accountId }) })}
        {...(mayGrant ? { acts: { width: 80, of: (group) => <RowAct group={group} /> } } : {})}
        empty={<EmptyState title={t('desk.grants.empty')} next={t('desk.grants.emptyNext')} />}
      />
      <AccountDrawer accountId={open ?? null} onClose={() => void navigate({ search: (now) => ({ ...now, open: undefined }) })} />
    </SplitPage>
  );
}

function RowAct({ group }: { readonly group: GrantGroup }) {
  const { t } = useTranslation('access');
  return isOpen(group.state) ? <EndGrant group={group} name={holderName(group) ?? t('desk.grants.hidden')} /> : null;
}

function holderName({ holder: { name, login, staffNo } }: GrantGroup): string | null {
  return name ?? login ?? staffNo;
}

function useColumns(): DataColumn<GrantGroup>[] {
  const { t } = useTranslation('access');
  return [
    { id: 'holder', title: t('desk.grants.holder'), width: 104, render: (group) => holderName(group) ?? t('desk.grants.hidden') },
    { id: 'login', title: t('desk.accounts.login'), width: 96, render: ({ holder }) => accountLogin(holder) },
    { id: 'role', title: t('desk.grants.role'), width: 124, render: ({ role }) => t(`roles.${role}`) },
    {
      id: 'kinds',
      title: t('desk.grants.kinds'),
      width: 160,
      render: ({ kinds }) => kinds.map((kind) => t(`kinds.${kind}`)).join('、'),
    },
    { id: 'unit', title: t('desk.grants.unit'), width: 160, render: ({ unit }) => unit },
    { id: 'period', title: t('desk.grants.period'), width: 190, render: (group) => periodText(group, t) },
    {
      id: 'state',
      title: t('desk.accounts.state'),
      width: 90,
      render: ({ state }) => <StatusTag tone={grantTones[state]}>{t(`desk.grants.${state}`)}</StatusTag>,
    },
    {
      id: 'since',
      title: t('desk.grants.since'),
      width: 150,
      hiddenAtFirst: true,
      render: ({ grants: [first] }) => (first === undefined ? '—' : instantText(first.grantedAt)),
    },
  ];
}
