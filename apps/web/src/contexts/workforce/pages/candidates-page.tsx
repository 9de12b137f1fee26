import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Input } from 'antd';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';

import { wholeList } from '../../../api/keyset.ts';
import { type DataColumn, DataTable } from '../../../ui/data-table.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { QueryBar } from '../../../ui/query-bar.tsx';
import { SplitPage } from '../../../ui/split-page.tsx';
import { StatusTag } from '../../../ui/status-tag.tsx';
import type { Tone } from '../../../ui/tokens.ts';
import { UnitTree } from '../../../ui/unit-tree.tsx';
import { unitSource } from '../../units/queries.ts';
import { objectionSentence } from '../certificate-look.ts';
import { type Candidate, candidatesQuery, type CandidateSearch } from '../certificate-queries.ts';
import { CandidateActs } from '../components/candidate-acts.tsx';
import { ItemSelect } from '../components/item-select.tsx';
import '../components/certificates.css';

const route = getRouteApi('/desk/workforce/candidates');

/** 谁能上岗: who may take up a post or certified work of a unit, and of the others why not. */
export function CandidatesPage() {
  const { t } = useTranslation('workforce');
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { unitId, item, q } = search;
  return (
    <SplitPage
      aside={
        <UnitTree
          source={unitSource}
          choice={{ unitId: unitId ?? null, within: true }}
          onChoose={(choice) => void navigate({ search: { ...search, unitId: choice.unitId ?? undefined } })}
        />
      }
    >
      <PageHeader title={t('certificateDesk.candidates.title')} lead={t('certificateDesk.candidates.lead')} />
      <QueryBar
        fields={[
          { name: 'item', label: t('certificateDesk.certified.item'), control: <ItemSelect certified /> },
          { name: 'q', label: t('desk.q'), control: <Input allowClear maxLength={40} placeholder={t('desk.qHint')} /> },
        ]}
        values={search}
        onSearch={(values) => void navigate({ search: values })}
      />
      {unitId === undefined ? (
        <EmptyState title={t('certificateDesk.candidates.choose')} next={t('certificateDesk.candidates.chooseNext')} />
      ) : (
        <Candidates asked={{ unitId, certifiedPost: item, q }} />
      )}
    </SplitPage>
  );
}

function Candidates({ asked }: { readonly asked: CandidateSearch }) {
  const { t } = useTranslation('workforce');
  const found = useQuery(candidatesQuery(asked));
  const at = { unitId: asked.unitId, item: asked.certifiedPost ?? null, on: found.data?.on ?? '' };
  return (
    <>
      <DataTable<Candidate>
        name="workforce.candidates"
        columns={columnsOf(t)}
        list={wholeList(found)}
        acts={{ width: 150, of: (candidate) => <CandidateActs candidate={candidate} at={at} /> }}
        empty={<EmptyState title={t('certificateDesk.candidates.empty')} next={t('certificateDesk.candidates.emptyNext')} />}
      />
      {found.data?.more === true && <p>{t('certificateDesk.candidates.more')}</p>}
    </>
  );
}

const tones: Readonly<Record<Candidate['verdict'], Tone>> = { may: 'done', lifted: 'waiting', warned: 'waiting', blocked: 'alert' };

function columnsOf(t: TFunction<'workforce'>): DataColumn<Candidate>[] {
  return [
    { id: 'name', title: t('certificateDesk.candidates.name'), width: 110, render: ({ name }) => name },
    { id: 'verdict', title: t('certificateDesk.candidates.verdict'), render: (candidate) => <Verdict candidate={candidate} /> },
    { id: 'nextDue', title: t('certificateDesk.certificates.next'), width: 120, render: ({ nextDueOn }) => nextDueOn ?? '—' },
    { id: 'unit', title: t('certificateDesk.candidates.unit'), width: 150, render: ({ unit }) => unit },
    { id: 'staffNo', title: t('desk.staffNo'), width: 110, render: ({ staffNo }) => staffNo ?? '—', hiddenAtFirst: true },
  ];
}

function Verdict({ candidate: { verdict, objections } }: { readonly candidate: Candidate }) {
  const { t } = useTranslation('workforce');
  return (
    <span className="certificate-why">
      <StatusTag tone={tones[verdict]}>{t(`certificateDesk.candidates.verdicts.${verdict}`)}</StatusTag>
      {objections.map((objection) => (
        <small key={objection.code}>{objectionSentence(objection)}</small>
      ))}
    </span>
  );
}
