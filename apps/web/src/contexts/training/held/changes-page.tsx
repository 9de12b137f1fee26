import { PlusOutlined } from '@ant-design/icons';
import { getRouteApi } from '@tanstack/react-router';
import { App, Button } from 'antd';
import type { TFunction } from 'i18next';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useKeyset } from '../../../api/keyset.ts';
import { mayAnywhere } from '../../../api/may.ts';
import { useMe } from '../../../api/me.ts';
import { ConfirmAct } from '../../../ui/confirm-act.tsx';
import { type DataColumn, DataTable } from '../../../ui/data-table.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Flag } from '../../../ui/flag.tsx';
import { LinkButton } from '../../../ui/link-button.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { QueryBar, type QueryField } from '../../../ui/query-bar.tsx';
import { SplitPage } from '../../../ui/split-page.tsx';
import { StatusTag } from '../../../ui/status-tag.tsx';
import { UnitTree } from '../../../ui/unit-tree.tsx';
import { unitSource } from '../../units/queries.ts';
import { changesQuery, type TrainingChange, useTrainingAct, withdrawChange } from './queries.ts';
import { RegisterChange } from './register-change.tsx';

const route = getRouteApi('/desk/training/changes');

/** 四新台账: what is new, from which day, and how many have been taught. */
export function ChangesPage() {
  const { t } = useTranslation('training');
  const me = useMe();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [registering, setRegistering] = useState(false);
  const fields = useMemo(() => fieldsOf(t), [t]);
  const list = useKeyset(changesQuery(search));
  return (
    <SplitPage
      aside={
        <UnitTree
          source={unitSource}
          choice={{ unitId: search.unitId ?? null, within: search.withBelow ?? true }}
          onChoose={({ unitId, within }) =>
            void navigate({ search: { ...search, unitId: unitId ?? undefined, withBelow: within ? undefined : false } })
          }
        />
      }
    >
      <PageHeader
        title={t('held.dedicated.changes')}
        lead={t('held.dedicated.lead')}
        actions={
          mayAnywhere(me, 'training.plan') && (
            <Button type="primary" icon={<PlusOutlined />} onClick={() => setRegistering(true)}>
              {t('held.dedicated.act')}
            </Button>
          )
        }
      />
      <QueryBar fields={fields} values={search} onSearch={(values) => void navigate({ search: values })} />
      <DataTable<TrainingChange>
        name="training.changes"
        columns={columnsOf(t)}
        list={list}
        acts={{ width: 168, of: (change) => <ChangeActs change={change} /> }}
        empty={<EmptyState title={t('held.dedicated.none')} next={t('held.dedicated.noneNext')} />}
      />
      {registering && <RegisterChange onClose={() => setRegistering(false)} />}
    </SplitPage>
  );
}

/** To the session that was assigned; withdrawing, for whoever plans training there. */
function ChangeActs({ change: { id, title, sessionId, withdrawnOn } }: { readonly change: TrainingChange }) {
  const { t } = useTranslation('training');
  const { message } = App.useApp();
  const me = useMe();
  const withdraw = useTrainingAct(withdrawChange);
  return (
    <>
      {sessionId !== null && (
        <LinkButton type="link" size="small" to="/training/sessions" search={{ session: sessionId }}>
          {t('held.dedicated.session')}
        </LinkButton>
      )}
      {withdrawnOn === null && mayAnywhere(me, 'training.plan') && (
        <ConfirmAct
          type="link"
          size="small"
          danger
          ask={t('held.dedicated.withdrawAsk', { title })}
          note={t('held.dedicated.withdrawNote')}
          withReason
          onAct={async (reason) => {
            await withdraw.mutateAsync({ changeId: id, reason });
            void message.success(t('held.dedicated.withdrawn'));
          }}
        >
          {t('held.dedicated.withdraw')}
        </ConfirmAct>
      )}
    </>
  );
}

function columnsOf(t: TFunction<'training'>): DataColumn<TrainingChange>[] {
  return [
    { id: 'title', title: t('held.dedicated.name'), render: ({ title }) => title },
    { id: 'kind', title: t('held.dedicated.kind'), width: 104, render: ({ kind }) => t(`changeKinds.${kind}`) },
    { id: 'unit', title: t('held.unit'), width: 168, render: ({ unit }) => unit },
    { id: 'fromOn', title: t('held.dedicated.from'), width: 112, render: ({ fromOn }) => fromOn },
    { id: 'hours', title: t('held.dedicated.hours'), width: 80, numeric: true, render: ({ classHours }) => classHours },
    {
      id: 'done',
      title: t('held.dedicated.done'),
      width: 112,
      numeric: true,
      render: ({ id, met, people }) => (
        <LinkButton type="link" size="small" to="/training/dedicated" search={{ about: id, all: true }}>{`${met}/${people}`}</LinkButton>
      ),
    },
    { id: 'standing', title: t('held.state'), width: 112, render: (change) => <Standing change={change} /> },
  ];
}

function Standing({ change: { withdrawnOn, met, people } }: { readonly change: TrainingChange }) {
  const { t } = useTranslation('training');
  if (withdrawnOn !== null) return <StatusTag tone="neutral">{t('held.dedicated.withdrawn')}</StatusTag>;
  const done = met === people;
  return <StatusTag tone={done ? 'done' : 'waiting'}>{t(done ? 'held.plans.held' : 'held.dedicated.open')}</StatusTag>;
}

function fieldsOf(t: TFunction<'training'>): QueryField[] {
  return [{ name: 'withdrawn', label: t('held.state'), control: <Flag label={t('held.dedicated.withdrawnToo')} /> }];
}
