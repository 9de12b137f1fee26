import { getRouteApi } from '@tanstack/react-router';
import { Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { type KeysetList, type DataColumn, DataTable } from '../../../ui/data-table.tsx';
import { useKeyset } from '../../../api/keyset.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { LinkButton } from '../../../ui/link-button.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { QueryBar } from '../../../ui/query-bar.tsx';
import { SplitPage } from '../../../ui/split-page.tsx';
import { UnitTree } from '../../../ui/unit-tree.tsx';
import { unitSource } from '../../units/queries.ts';
import { type Candidate, candidatesQuery } from '../accounts-queries.ts';
import { OpenAct } from './open-act.tsx';
import type { Opened } from './opened-accounts.tsx';

const route = getRouteApi('/desk/accounts/new');

type ChooseCandidatesProps = { readonly onOpened: (answer: Opened, chosen: readonly Candidate[]) => void };

/** People without an account, chosen across units and searches: what was ticked stays ticked. */
export function ChooseCandidates({ onOpened }: ChooseCandidatesProps) {
  const { t } = useTranslation('access');
  const { unit, within = true, q } = route.useSearch();
  const navigate = route.useNavigate();
  const list = useKeyset(candidatesQuery({ q, unitId: unit, withBelow: within }));
  const [chosen, setChosen] = useChosen(list);
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
      <PageHeader
        title={t('desk.accounts.create')}
        lead={t('desk.accounts.candidatesLead')}
        actions={
          <>
            <LinkButton to="/accounts/by-list">{t('desk.accounts.byList')}</LinkButton>
            <OpenAct chosen={chosen} onOpened={(answer) => onOpened(answer, chosen)} />
          </>
        }
      />
      <QueryBar
        fields={[
          { name: 'q', label: t('desk.accounts.q'), control: <Input allowClear maxLength={40} placeholder={t('desk.accounts.qHint')} /> },
        ]}
        values={{ q }}
        onSearch={(values) => void navigate({ search: { unit, within: within ? undefined : false, ...values } })}
      />
      <DataTable
        name="access.candidates"
        columns={useColumns()}
        list={list}
        selection={{ ids: chosen.map(({ id }) => id), onChange: setChosen, acts: null }}
        empty={<EmptyState title={t('desk.accounts.candidatesEmpty')} next={t('desk.accounts.candidatesEmptyNext')} />}
      />
    </SplitPage>
  );
}

/** The table knows only the rows it shows; those chosen elsewhere are kept beside them. */
function useChosen({ rows }: KeysetList<Candidate>): readonly [readonly Candidate[], (ids: readonly string[]) => void] {
  const [chosen, setChosen] = useState<readonly Candidate[]>([]);
  const choose = (ids: readonly string[]) => {
    const shown = new Set(rows.map(({ id }) => id));
    const ticked = new Set(ids);
    const elsewhere = ids.length === 0 ? [] : chosen.filter(({ id }) => !shown.has(id));
    setChosen([...elsewhere, ...rows.filter(({ id }) => ticked.has(id))]);
  };
  return [chosen, choose];
}

function useColumns(): DataColumn<Candidate>[] {
  const { t } = useTranslation('access');
  return [
    { id: 'name', title: t('desk.accounts.person'), width: 140, render: ({ name }) => name },
    { id: 'staffNo', title: t('desk.accounts.staffNo'), width: 140, render: ({ staffNo }) => staffNo },
    { id: 'unit', title: t('desk.accounts.unit'), width: 240, render: ({ unit }) => unit },
    { id: 'jobTitle', title: t('desk.accounts.jobTitle'), width: 160, render: ({ title }) => title ?? '—' },
  ];
}
