import type * as contract from '@changming/contract/access/own';
import { deviceName } from '@changming/domain/access';
import { useQuery } from '@tanstack/react-query';
import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';

import { wholeList } from '../../../api/keyset.ts';
import { ConfirmAct } from '../../../ui/confirm-act.tsx';
import { type DataColumn, DataTable } from '../../../ui/data-table.tsx';
import { instantText } from '../../../ui/dates.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { StatusTag } from '../../../ui/status-tag.tsx';
import { ScanToSignIn } from '../components/scan-code.tsx';
import { ownSessionsQuery, useEndOtherSessions, useEndOwnSession } from '../queries.ts';

type Session = z.infer<typeof contract.ownSession>;

/** 登录设备: where one is signed in, and how to end it there. */
export function SessionsPage() {
  const { t } = useTranslation('shell');
  const columns = useColumns();
  const list = wholeList(useQuery(ownSessionsQuery));
  return (
    <>
      <PageHeader
        title={t('sessions.title')}
        lead={t('sessions.lead')}
        actions={<Acts others={list.rows.some(({ current }) => !current)} />}
      />
      <DataTable
        name="access.sessions"
        columns={columns}
        list={list}
        acts={{ width: 100, of: (session) => <EndSession session={session} /> }}
        empty={<EmptyState title={t('sessions.empty')} next={t('sessions.emptyNext')} />}
      />
    </>
  );
}

function Acts({ others }: { readonly others: boolean }) {
  return (
    <>
      {others && <EndOthers />}
      <ScanToSignIn />
    </>
  );
}

function EndOthers() {
  const { t } = useTranslation('shell');
  const { message } = App.useApp();
  const end = useEndOtherSessions();
  return (
    <ConfirmAct
      danger
      ask={t('sessions.revokeOthersAsk')}
      note={t('sessions.revokeOthersNote')}
      onAct={async () => {
        const { ended } = await end.mutateAsync();
        void message.success(t('sessions.revokedOthers', { count: ended }));
      }}
    >
      {t('sessions.revokeOthers')}
    </ConfirmAct>
  );
}

function useColumns(): DataColumn<Session>[] {
  const { t } = useTranslation('shell');
  return [
    { id: 'device', title: t('sessions.device'), width: 260, render: (session) => <Device session={session} /> },
    {
      id: 'entry',
      title: t('sessions.entry'),
      width: 120,
      render: ({ entry, shared }) => t(`sessions.entries.${shared ? 'shared' : entry}`),
    },
    { id: 'address', title: t('sessions.address'), width: 160, render: ({ ip }) => ip ?? '—' },
    { id: 'since', title: t('sessions.since'), width: 180, render: ({ createdAt }) => instantText(createdAt) },
    { id: 'seen', title: t('sessions.seen'), width: 180, render: ({ seenAt }) => instantText(seenAt) },
    { id: 'agent', title: 'User-Agent', hiddenAtFirst: true, width: 320, render: ({ userAgent }) => userAgent ?? '—' },
  ];
}

function Device({ session }: { readonly session: Session }) {
  const { t } = useTranslation('shell');
  return (
    <>
      {deviceName(session.userAgent) ?? t('sessions.unknownDevice')}
      {session.current && (
        <>
          {' '}
          <StatusTag tone="done">{t('sessions.current')}</StatusTag>
        </>
      )}
    </>
  );
}

function EndSession({ session }: { readonly session: Session }) {
  const { t } = useTranslation('shell');
  const { message } = App.useApp();
  const end = useEndOwnSession();
  if (session.current) return null;
  return (
    <ConfirmAct
      type="link"
      danger
      ask={t('sessions.revokeAsk')}
      note={t('sessions.revokeNote')}
      onAct={async () => {
        await end.mutateAsync(session.id);
        void message.success(t('sessions.revoked'));
      }}
    >
      {t('sessions.revoke')}
    </ConfirmAct>
  );
}
