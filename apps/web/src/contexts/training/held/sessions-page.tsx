import { FileExcelOutlined, PlusOutlined } from '@ant-design/icons';
import { sessionStates, trainingCategories } from '@changming/domain/training';
import { getRouteApi } from '@tanstack/react-router';
import { Button, Input, Select } from 'antd';
import type { TFunction } from 'i18next';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useKeyset } from '../../../api/keyset.ts';
import { mayAnywhere } from '../../../api/may.ts';
import { useMe } from '../../../api/me.ts';
import { type DataColumn, DataTable } from '../../../ui/data-table.tsx';
import { instantText } from '../../../ui/dates.ts';
import { DayPicker } from '../../../ui/day-picker.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { QueryBar, type QueryField } from '../../../ui/query-bar.tsx';
import { SplitPage } from '../../../ui/split-page.tsx';
import { StatusTag } from '../../../ui/status-tag.tsx';
import { UnitTree } from '../../../ui/unit-tree.tsx';
import { unitSource } from '../../units/queries.ts';
import { stateTones } from './look.ts';
import { sessionsQuery, type TrainingSession, useSessionsFile } from './queries.ts';
import { SessionDrawer } from './session-drawer.tsx';
import { ArrangeSession } from './session-form.tsx';

const route = getRouteApi('/desk/training/sessions');

/** 培训: what is arranged and what was held. */
export function SessionsPage() {
  const { t } = useTranslation('training');
  const { session, ...search } = route.useSearch();
  const navigate = route.useNavigate();
  const [arranging, setArranging] = useState(false);
  const fields = useMemo(() => fieldsOf(t), [t]);
  const list = useKeyset(sessionsQuery(search));
  const open = (id: string) => void navigate({ search: { ...search, session: id } });
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
        title={t('held.sessions.title')}
        lead={t('held.sessions.lead')}
        actions={<SessionActs search={search} onArrange={() => setArranging(true)} />}
      />
      <QueryBar fields={fields} values={search} onSearch={(values) => void navigate({ search: values })} />
      <DataTable<TrainingSession>
        name="training.sessions"
        columns={columnsOf(t)}
        list={list}
        onOpen={({ id }) => open(id)}
        empty={<EmptyState title={t('held.sessions.empty')} next={t('held.sessions.emptyNext')} />}
      />
      <SessionDrawer sessionId={session ?? null} onClose={() => void navigate({ search })} />
      {arranging && <ArrangeSession onClose={() => setArranging(false)} onDone={open} />}
    </SplitPage>
  );
}

/** What may be done here: the list as a file, a new session. */
function SessionActs({ search, onArrange }: { readonly search: Parameters<typeof useSessionsFile>[0]; readonly onArrange: () => void }) {
  const { t } = useTranslation('training');
  const me = useMe();
  const file = useSessionsFile(search);
  return (
    <>
      {mayAnywhere(me, 'training.export') && (
        <Button icon={<FileExcelOutlined />} loading={file.isPending} onClick={() => file.mutate()}>
          {t('held.sessions.export')}
        </Button>
      )}
      {mayAnywhere(me, 'training.hold') && (
        <Button type="primary" icon={<PlusOutlined />} onClick={onArrange}>
          {t('held.sessions.act')}
        </Button>
      )}
    </>
  );
}

function columnsOf(t: TFunction<'training'>): DataColumn<TrainingSession>[] {
  return [
    { id: 'title', title: t('held.sessions.name'), width: 232, render: ({ title }) => title },
    { id: 'category', title: t('held.category'), width: 168, render: (one) => kindOf(one, t) },
    { id: 'when', title: t('held.sessions.when'), width: 148, render: (one) => whenOf(one, t) },
    { id: 'unit', title: t('held.unit'), render: ({ unit }) => unit },
    { id: 'hours', title: t('held.sessions.classHours'), width: 80, numeric: true, render: ({ classHours }) => classHours },
    {
      id: 'present',
      title: t('held.sessions.present'),
      width: 112,
      numeric: true,
      render: ({ present, expected }) => `${present}/${expected}`,
    },
    {
      id: 'state',
      title: t('held.state'),
      width: 104,
      render: ({ state }) => <StatusTag tone={stateTones[state]}>{t(`states.${state}`)}</StatusTag>,
    },
    {
      id: 'trainer',
      title: t('held.sessions.trainer'),
      width: 104,
      render: ({ trainer }) => trainer ?? t('held.none'),
      hiddenAtFirst: true,
    },
    { id: 'place', title: t('held.sessions.place'), width: 120, render: ({ place }) => place ?? t('held.none'), hiddenAtFirst: true },
  ];
}

function kindOf({ category, level }: TrainingSession, t: TFunction<'training'>): string {
  return level === null ? t(`categories.${category}`) : `${t(`categories.${category}`)} · ${t(`levels.${level}`)}`;
}

function whenOf({ startsAt, heldOn, dueOn }: TrainingSession, t: TFunction<'training'>): string {
  if (startsAt !== null) return instantText(startsAt);
  if (heldOn !== null) return heldOn;
  return dueOn === null ? t('held.none') : t('held.sessions.dueOn', { on: dueOn });
}

function fieldsOf(t: TFunction<'training'>): QueryField[] {
  const choose = (options: { value: string; label: string }[]) => (
    <Select mode="multiple" allowClear maxTagCount="responsive" options={options} />
  );
  const categories = trainingCategories.map((value) => ({ value, label: t(`categories.${value}`) }));
  const states = sessionStates.map((value) => ({ value, label: t(`states.${value}`) }));
  return [
    {
      name: 'word',
      label: t('held.sessions.word'),
      control: <Input allowClear maxLength={40} placeholder={t('held.sessions.wordHint')} />,
    },
    { name: 'category', label: t('held.category'), control: choose(categories) },
    { name: 'state', label: t('held.state'), control: choose(states) },
    { name: 'from', label: t('held.sessions.from'), control: <DayPicker /> },
    { name: 'to', label: t('held.sessions.until'), control: <DayPicker /> },
  ];
}
