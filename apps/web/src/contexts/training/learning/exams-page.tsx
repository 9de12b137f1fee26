import { FileTextOutlined, PlusOutlined } from '@ant-design/icons';
import { trainingCategories } from '@changming/domain/training';
import { getRouteApi } from '@tanstack/react-router';
import { Button, Select } from 'antd';
import type { TFunction } from 'i18next';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useKeyset } from '../../../api/keyset.ts';
import { mayAnywhere } from '../../../api/may.ts';
import { useMe } from '../../../api/me.ts';
import { type DataColumn, DataTable } from '../../../ui/data-table.tsx';
import { instantText } from '../../../ui/dates.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Flag } from '../../../ui/flag.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { QueryBar, type QueryField } from '../../../ui/query-bar.tsx';
import { SplitPage } from '../../../ui/split-page.tsx';
import { UnitTree } from '../../../ui/unit-tree.tsx';
import { unitSource } from '../../units/queries.ts';
import { ExamDrawer } from './exam-drawer.tsx';
import { SetExam } from './exam-forms.tsx';
import { PapersDrawer } from './papers-drawer.tsx';
import { type Exam, examsQuery } from './queries.ts';

const route = getRouteApi('/desk/training/exams');

/** 考试: what is set, and how many have passed. */
export function ExamsPage() {
  const { t } = useTranslation('training');
  const me = useMe();
  const { exam, ...search } = route.useSearch();
  const navigate = route.useNavigate();
  const [doing, setDoing] = useState<'exam' | 'papers' | null>(null);
  const fields = useMemo(() => fieldsOf(t), [t]);
  const list = useKeyset(examsQuery(search));
  const open = (id: string) => void navigate({ search: { ...search, exam: id } });
  return (
    <SplitPage
      aside={
        <UnitTree
          source={unitSource}
          choice={{ unitId: search.unitId ?? null, within: true }}
          onChoose={({ unitId }) => void navigate({ search: { ...search, unitId: unitId ?? undefined } })}
        />
      }
    >
      <PageHeader
        title={t('learning.exams.title')}
        lead={t('learning.exams.lead')}
        actions={mayAnywhere(me, 'training.setExams') && <PageActs onPapers={() => setDoing('papers')} onExam={() => setDoing('exam')} />}
      />
      <QueryBar fields={fields} values={search} onSearch={(values) => void navigate({ search: values })} />
      <DataTable<Exam>
        name="training.exams"
        columns={columnsOf(t)}
        list={list}
        onOpen={({ id }) => open(id)}
        empty={<EmptyState title={t('learning.exams.empty')} next={t('learning.exams.emptyNext')} />}
      />
      <ExamDrawer examId={exam ?? null} onClose={() => void navigate({ search })} />
      {doing === 'exam' && (
        <SetExam
          onClose={() => setDoing(null)}
          onDone={(id) => {
            setDoing(null);
            open(id);
          }}
        />
      )}
      {doing === 'papers' && <PapersDrawer onClose={() => setDoing(null)} />}
    </SplitPage>
  );
}

function PageActs({ onPapers, onExam }: { readonly onPapers: () => void; readonly onExam: () => void }) {
  const { t } = useTranslation('training');
  return (
    <>
      <Button icon={<FileTextOutlined />} onClick={onPapers}>
        {t('learning.exams.papers')}
      </Button>
      <Button type="primary" icon={<PlusOutlined />} onClick={onExam}>
        {t('learning.exams.set')}
      </Button>
    </>
  );
}

function columnsOf(t: TFunction<'training'>): DataColumn<Exam>[] {
  return [
    { id: 'title', title: t('learning.exams.name'), render: ({ title }) => title },
    { id: 'category', title: t('learning.exams.category'), width: 160, render: ({ category }) => t(`categories.${category}`) },
    { id: 'unit', title: t('learning.unit'), width: 176, render: ({ unit }) => unit },
    { id: 'closes', title: t('learning.exams.closes'), width: 148, render: ({ closesAt }) => instantText(closesAt) },
    {
      id: 'passed',
      title: t('learning.exams.passed'),
      width: 104,
      numeric: true,
      render: ({ passed, seats }) => `${passed}/${seats}`,
    },
    { id: 'state', title: t('learning.exams.state'), width: 96, render: (exam) => stateOf(exam, t) },
  ];
}

function stateOf({ cancelledAt, opensAt, closesAt }: Exam, t: TFunction<'training'>): string {
  if (cancelledAt !== null) return t('learning.exams.cancelled');
  const now = Date.now();
  if (Date.parse(opensAt) > now) return t('learning.exams.coming');
  return Date.parse(closesAt) > now ? t('learning.exams.running') : t('learning.exams.over');
}

function fieldsOf(t: TFunction<'training'>): QueryField[] {
  return [
    {
      name: 'category',
      label: t('learning.exams.category'),
      control: (
        <Select mode="multiple" allowClear options={trainingCategories.map((value) => ({ value, label: t(`categories.${value}`) }))} />
      ),
    },
    {
      name: 'open',
      label: t('learning.exams.state'),
      control: <Select allowClear options={[{ value: true, label: t('learning.exams.onlyOpen') }]} />,
    },
    { name: 'waiting', label: t('learning.exams.waiting'), control: <Flag label={t('learning.exams.onlyWaiting')} /> },
  ];
}
