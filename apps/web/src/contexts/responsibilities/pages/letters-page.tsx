import { letterStates } from '@changming/domain/responsibilities';
import { posts } from '@changming/domain/workforce';
import { FileExcelOutlined } from '@ant-design/icons';
import { getRouteApi } from '@tanstack/react-router';
import { Button, Input, Select, Switch } from 'antd';
import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

import { useKeyset } from '../../../api/keyset.ts';
import { mayAnywhere } from '../../../api/may.ts';
import { useMe } from '../../../api/me.ts';
import { type DataColumn, DataTable } from '../../../ui/data-table.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { QueryBar, type QueryField } from '../../../ui/query-bar.tsx';
import { SplitPage } from '../../../ui/split-page.tsx';
import { StatusTag } from '../../../ui/status-tag.tsx';
import { UnitTree } from '../../../ui/unit-tree.tsx';
import { unitSource } from '../../units/queries.ts';
import { CampaignPanel } from '../components/campaign-panel.tsx';
import { CoveragePanel } from '../components/coverage-panel.tsx';
import { letterTones } from '../look.ts';
import { type Letter, type LetterSearch, lettersQuery, useLettersFile } from '../queries.ts';

const route = getRouteApi('/desk/responsibilities/letters');

/** 安全生产责任书: the year's campaign, how far it has been signed, and every letter. */
export function LettersPage() {
  const { t } = useTranslation(['responsibilities', 'workforce']);
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const fields = useMemo(() => fieldsOf(t), [t]);
  const go = (next: LetterSearch) => void navigate({ search: next, resetScroll: false });
  return (
    <SplitPage
      aside={
        <UnitTree
          source={unitSource}
          choice={{ unitId: search.unitId ?? null, within: search.withBelow ?? true }}
          onChoose={({ unitId, within }) => go({ ...search, unitId: unitId ?? undefined, withBelow: within ? undefined : false })}
        />
      }
    >
      <PageHeader title={t('desk.letters.title')} lead={t('desk.letters.lead')} actions={<Export search={search} />} />
      <CampaignPanel year={search.year} onYear={(year) => go({ ...search, year })} />
      <CoveragePanel search={search} onDown={(unitId) => go({ ...search, unitId })} />
      <QueryBar fields={fields} values={search} onSearch={go} />
      <Ledger search={search} onOpen={(letterId) => void navigate({ to: '/responsibilities/letters/$letterId', params: { letterId } })} />
    </SplitPage>
  );
}

function Export({ search }: { readonly search: LetterSearch }) {
  const { t } = useTranslation('responsibilities');
  const file = useLettersFile(search);
  if (!mayAnywhere(useMe(), 'responsibilities.export')) return null;
  return (
    <Button icon={<FileExcelOutlined />} loading={file.isPending} onClick={() => file.mutate()}>
      {t('desk.export')}
    </Button>
  );
}

function Ledger({ search, onOpen }: { readonly search: LetterSearch; readonly onOpen: (id: string) => void }) {
  const { t } = useTranslation(['responsibilities', 'workforce']);
  const list = useKeyset(lettersQuery(search));
  return (
    <DataTable<Letter>
      name="responsibilities.letters"
      columns={columnsOf(t)}
      list={list}
      onOpen={({ id }) => onOpen(id)}
      empty={<EmptyState title={t('desk.letters.empty')} next={t('desk.letters.emptyNext')} />}
    />
  );
}

type Words = TFunction<['responsibilities', 'workforce']>;

function columnsOf(t: Words): DataColumn<Letter>[] {
  const title = (name: 'person' | 'staffNo' | 'post' | 'issuer' | 'dueOn' | 'signedOn' | 'cause') => t(`desk.letters.columns.${name}`);
  return [
    { id: 'person', title: title('person'), width: 110, render: ({ person }) => person },
    { id: 'unit', title: t('desk.unit'), render: ({ unit }) => unit },
    { id: 'post', title: title('post'), width: 130, render: ({ post }) => t(`workforce:posts.${post}`) },
    {
      id: 'state',
      title: t('desk.state'),
      width: 110,
      render: ({ state }) => <StatusTag tone={letterTones[state]}>{t(`letterStates.${state}`)}</StatusTag>,
    },
    { id: 'dueOn', title: title('dueOn'), width: 112, render: ({ dueOn }) => dueOn },
    { id: 'signedOn', title: title('signedOn'), width: 112, render: ({ signedOn }) => signedOn ?? t('desk.none') },
    { id: 'issuer', title: title('issuer'), width: 110, render: ({ issuer }) => issuer ?? t('desk.letter.declared') },
    { id: 'cause', title: title('cause'), width: 110, render: ({ cause }) => t(`letterCauses.${cause}`) },
    { id: 'staffNo', title: title('staffNo'), width: 120, render: ({ staffNo }) => staffNo ?? t('desk.none'), hiddenAtFirst: true },
  ];
}

function fieldsOf(t: Words): QueryField[] {
  const states = letterStates.map((value) => ({ value, label: t(`letterStates.${value}`) }));
  const all = posts.map((value) => ({ value, label: t(`workforce:posts.${value}`) }));
  const many = (options: { value: string; label: string }[]) => (
    <Select mode="multiple" allowClear maxTagCount="responsive" options={options} />
  );
  return [
    { name: 'search', label: t('desk.letters.search'), control: <Input allowClear maxLength={40} /> },
    { name: 'state', label: t('desk.state'), control: many(states) },
    { name: 'post', label: t('desk.post'), control: many(all) },
    { name: 'overdue', label: t('desk.letters.overdue'), control: <Flag /> },
    { name: 'ended', label: t('desk.letters.ended'), control: <Flag /> },
  ];
}

type FlagProps = { readonly id?: string; readonly value?: boolean; readonly onChange?: (value: boolean | undefined) => void };

/** On or not asked for: an address has no `false`. */
function Flag({ id, value = false, onChange }: FlagProps) {
  return <Switch {...(id === undefined ? {} : { id })} checked={value} onChange={(on) => onChange?.(on ? true : undefined)} />;
}
