import { posts } from '@changming/domain/workforce';
import { getRouteApi } from '@tanstack/react-router';
import { Input, Select } from 'antd';
import type { ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';

import { useKeyset } from '../../../api/keyset.ts';
import { mayAnywhere } from '../../../api/may.ts';
import { useMe } from '../../../api/me.ts';
import { type DataColumn, DataTable } from '../../../ui/data-table.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { LinkButton } from '../../../ui/link-button.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { QueryBar } from '../../../ui/query-bar.tsx';
import { SplitPage } from '../../../ui/split-page.tsx';
import { UnitTree } from '../../../ui/unit-tree.tsx';
import { unitSource } from '../../units/queries.ts';
import { NewPerson } from '../components/new-person.tsx';
import { PersonDrawer } from '../components/person-drawer.tsx';
import { usePostWords } from '../components/post-words.ts';
import { type Person, personsQuery } from '../queries.ts';

const route = getRouteApi('/desk/persons');

/** 人员: everybody below the chosen unit, with the posts held today. Numbers are masked. */
export function PersonsPage() {
  const { t } = useTranslation('workforce');
  const { unit, within = true, open, q, post, left } = route.useSearch();
  const navigate = route.useNavigate();
  const list = useKeyset(personsQuery({ unitId: unit, below: within, q, post, left }));
  const edits = mayAnywhere(useMe(), 'workforce.edit');
  const show = (id: string) => void navigate({ search: (now) => ({ ...now, open: id }) });
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
      <PageHeader title={t('desk.title')} lead={t('desk.lead')} actions={edits && <PersonsActs unitId={unit ?? null} onMade={show} />} />
      <QueryBar
        fields={useFields()}
        values={{ q, post, left }}
        onSearch={(values) => void navigate({ search: ({ unit: at, within: below }) => ({ unit: at, within: below, ...values }) })}
      />
      <DataTable<Person>
        name="workforce.persons"
        columns={useColumns()}
        list={list}
        onOpen={({ id }) => show(id)}
        empty={<EmptyState title={t('desk.empty')} next={t('desk.emptyNext')} />}
      />
      <PersonDrawer personId={open ?? null} onClose={() => void navigate({ search: (now) => ({ ...now, open: undefined }) })} />
    </SplitPage>
  );
}

function PersonsActs(props: ComponentProps<typeof NewPerson>) {
  const { t } = useTranslation('workforce');
  return (
    <>
      <LinkButton to="/persons/look-up">{t('desk.lookUp.title')}</LinkButton>
      <NewPerson {...props} />
    </>
  );
}

function useFields() {
  const { t } = useTranslation('workforce');
  return [
    { name: 'q', label: t('desk.q'), control: <Input allowClear maxLength={40} placeholder={t('desk.qHint')} /> },
    {
      name: 'post',
      label: t('desk.post'),
      control: <Select allowClear options={posts.map((value) => ({ value, label: t(`posts.${value}`) }))} />,
    },
    { name: 'left', label: t('desk.state'), control: <Select allowClear options={[{ value: true, label: t('desk.left') }]} /> },
  ];
}

function useColumns(): DataColumn<Person>[] {
  const { t } = useTranslation('workforce');
  const words = usePostWords();
  return [
    { id: 'name', title: t('desk.name'), width: 110, render: ({ name }) => name },
    { id: 'staffNo', title: t('desk.staffNo'), width: 110, render: ({ staffNo }) => staffNo ?? '—' },
    { id: 'unit', title: t('desk.unit'), width: 160, render: ({ unit }) => unit },
    {
      id: 'posts',
      title: t('desk.posts'),
      width: 220,
      render: ({ posts: held }) => (held.length === 0 ? '—' : held.map(words).join('、')),
    },
    { id: 'title', title: t('desk.jobTitle'), width: 120, render: ({ title }) => title ?? '—' },
    { id: 'phone', title: t('desk.phone'), width: 130, render: ({ phone }) => phone ?? '—' },
    { id: 'hiredOn', title: t('desk.hiredOn'), width: 120, hiddenAtFirst: true, render: ({ hiredOn }) => hiredOn ?? '—' },
    { id: 'leftOn', title: t('desk.leftOn'), width: 120, hiddenAtFirst: true, render: ({ leftOn }) => leftOn ?? '—' },
    { id: 'identity', title: t('desk.identity'), width: 190, hiddenAtFirst: true, render: ({ identity }) => identity ?? '—' },
  ];
}
