import { getRouteApi } from '@tanstack/react-router';
import { Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';

import { useKeyset } from '../../../api/keyset.ts';
import { Countdown } from '../../../ui/countdown.tsx';
import { type DataColumn, DataTable } from '../../../ui/data-table.tsx';
import { dayAfter, dayOf, instantText } from '../../../ui/dates.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { IssueToken } from '../components/issue-token.tsx';
import { TokenActs } from '../components/token-acts.tsx';
import { TokenDrawer } from '../components/token-drawer.tsx';
import { type Token, tokensQuery, warnDays } from '../tokens-queries.ts';

const route = getRouteApi('/desk/tokens');

/** 接口令牌: the keys of programs. */
export function TokensPage() {
  const { t } = useTranslation('access');
  const { expiring = false, open } = route.useSearch();
  const navigate = route.useNavigate();
  const list = useKeyset(tokensQuery({ expiresBy: expiring ? dayAfter(dayOf(new Date()), warnDays) : undefined }));
  return (
    <>
      <PageHeader title={t('desk.tokens.title')} lead={t('desk.tokens.lead')} actions={<IssueToken />} />
      <DataTable<Token>
        name="access.tokens"
        columns={useColumns()}
        list={list}
        toolbar={
          <Checkbox
            checked={expiring}
            onChange={(event) => void navigate({ search: { expiring: event.target.checked ? true : undefined } })}
          >
            {t('desk.tokens.within30')}
          </Checkbox>
        }
        onOpen={({ id }) => void navigate({ search: (now) => ({ ...now, open: id }) })}
        acts={{ width: 120, of: (token) => <TokenActs token={token} link /> }}
        empty={
          expiring ? (
            <EmptyState title={t('desk.tokens.expiringEmpty')} next={t('desk.tokens.expiringEmptyNext')} />
          ) : (
            <EmptyState title={t('desk.tokens.empty')} next={t('desk.tokens.emptyNext')} />
          )
        }
      />
      <TokenDrawer
        token={list.rows.find(({ id }) => id === open) ?? null}
        onClose={() => void navigate({ search: (now) => ({ ...now, open: undefined }) })}
      />
    </>
  );
}

function useColumns(): DataColumn<Token>[] {
  const { t } = useTranslation('access');
  return [
    { id: 'name', title: t('desk.tokens.name'), width: 220, render: ({ name }) => name },
    {
      id: 'owner',
      title: t('desk.tokens.owner'),
      width: 170,
      render: ({ owner, staffNo, login }) => [owner, staffNo ?? login].filter(Boolean).join(' '),
    },
    { id: 'prefix', title: t('desk.tokens.prefix'), width: 110, render: ({ prefix }) => `${prefix}…` },
    {
      id: 'scopes',
      title: t('desk.tokens.scopes'),
      width: 110,
      render: ({ scopes }) => t('desk.tokens.scopesCount', { count: scopes.length }),
    },
    {
      id: 'units',
      title: t('desk.tokens.units'),
      width: 130,
      render: ({ unitIds }) => (unitIds.length === 0 ? t('desk.tokens.unitsAll') : t('desk.tokens.unitsCount', { count: unitIds.length })),
    },
    { id: 'expiresOn', title: t('desk.tokens.expiresOn'), width: 110, render: ({ expiresOn }) => <Countdown dueOn={expiresOn} /> },
    {
      id: 'usedAt',
      title: t('desk.tokens.usedAt'),
      width: 150,
      render: ({ usedAt }) => (usedAt === null ? t('desk.tokens.unused') : instantText(usedAt)),
    },
    {
      id: 'createdAt',
      title: t('desk.tokens.createdAt'),
      width: 150,
      hiddenAtFirst: true,
      render: ({ createdAt }) => instantText(createdAt),
    },
  ];
}
