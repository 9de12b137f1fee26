import { DownloadOutlined, FileExcelOutlined, PlusOutlined, UploadOutlined } from '@ant-design/icons';
import { questionKinds, topics } from '@changming/domain/training';
import { getRouteApi } from '@tanstack/react-router';
import { App, Button, Input, Select, Upload } from 'antd';
import type { TFunction } from 'i18next';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useKeyset } from '../../../api/keyset.ts';
import { mayAnywhere } from '../../../api/may.ts';
import { useMe } from '../../../api/me.ts';
import { type DataColumn, DataTable } from '../../../ui/data-table.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { QueryBar, type QueryField } from '../../../ui/query-bar.tsx';
import { SplitPage } from '../../../ui/split-page.tsx';
import { UnitTree } from '../../../ui/unit-tree.tsx';
import { unitSource } from '../../units/queries.ts';
import { type EnteredQuestions, enterQuestions } from './enter-questions.ts';
import { AddQuestion } from './keep-question.tsx';
import { difficultyWord } from './look.ts';
import { QuestionDrawer } from './question-drawer.tsx';
import { type Question, type QuestionSearch, questionsQuery, useLearningAct, useQuestionFile, useQuestionTemplate } from './queries.ts';

const route = getRouteApi('/desk/training/questions');

/** 题库. */
export function QuestionsPage() {
  const { t } = useTranslation('training');
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [opened, setOpened] = useState<Question | null>(null);
  const fields = useMemo(() => fieldsOf(t), [t]);
  const list = useKeyset(questionsQuery(search));
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
      <PageHeader title={t('learning.questions.title')} lead={t('learning.questions.lead')} actions={<PageActs search={search} />} />
      <QueryBar fields={fields} values={search} onSearch={(values) => void navigate({ search: values })} />
      <DataTable<Question>
        name="training.questions"
        columns={columnsOf(t)}
        list={list}
        onOpen={setOpened}
        empty={<EmptyState title={t('learning.questions.empty')} next={t('learning.questions.emptyNext')} />}
      />
      <QuestionDrawer question={opened} onClose={() => setOpened(null)} />
    </SplitPage>
  );
}

function PageActs({ search }: { readonly search: QuestionSearch }) {
  const { t } = useTranslation('training');
  const me = useMe();
  const { message } = App.useApp();
  const [template, file, enter] = [useQuestionTemplate(), useQuestionFile(search), useLearningAct(enterQuestions)];
  const told = useTold();
  return (
    <>
      <Button icon={<DownloadOutlined />} loading={template.isPending} onClick={() => template.mutate()}>
        {t('learning.questions.template')}
      </Button>
      <Button icon={<FileExcelOutlined />} loading={file.isPending} onClick={() => file.mutate()}>
        {t('learning.export')}
      </Button>
      {mayAnywhere(me, 'training.editQuestions') && (
        <Upload
          accept=".xlsx"
          showUploadList={false}
          disabled={search.unitId === undefined}
          beforeUpload={(content) => {
            enter.mutate(
              { unitId: search.unitId ?? '', content },
              { onSuccess: told, onError: (error) => void message.error(error.message) },
            );
            return false;
          }}
        >
          <Button
            icon={<UploadOutlined />}
            loading={enter.isPending}
            disabled={search.unitId === undefined}
            title={search.unitId === undefined ? t('learning.questions.chooseUnit') : ''}
          >
            {t('learning.questions.import')}
          </Button>
        </Upload>
      )}
      <AddAct />
    </>
  );
}

function AddAct() {
  const { t } = useTranslation('training');
  const me = useMe();
  const [adding, setAdding] = useState(false);
  if (!mayAnywhere(me, 'training.editQuestions')) return null;
  return (
    <>
      <Button type="primary" icon={<PlusOutlined />} onClick={() => setAdding(true)}>
        {t('learning.questions.add')}
      </Button>
      {adding && <AddQuestion onClose={() => setAdding(false)} />}
    </>
  );
}

/** Says what an import came to: what was written, or which cells are to be put right. */
function useTold() {
  const { t } = useTranslation('training');
  const { message, modal } = App.useApp();
  return ({ problems, verdicts }: EnteredQuestions) => {
    const count = (verdict: string) => verdicts.filter((each) => each.verdict === verdict).length;
    if (problems.length === 0) {
      void message.success(t('learning.questions.imported', { added: count('added'), changed: count('changed') }));
      return;
    }
    const lines = problems
      .slice(0, 20)
      .map(({ cell, problem, text }) => `${cell} ${t(`questionBook.problems.${problem}`)}${text === '' ? '' : `：${text}`}`);
    modal.warning({
      title: t('learning.questions.problems', { count: problems.length }),
      content: lines.map((line) => <p key={line}>{line}</p>),
    });
  };
}

function columnsOf(t: TFunction<'training'>): DataColumn<Question>[] {
  return [
    { id: 'code', title: t('learning.questions.code'), width: 96, render: ({ code }) => code },
    { id: 'topic', title: t('learning.questions.topic'), width: 104, render: ({ topic }) => t(`topics.${topic}`) },
    { id: 'kind', title: t('learning.questions.kind'), width: 88, render: ({ kind }) => t(`questionKinds.${kind}`) },
    { id: 'stem', title: t('learning.questions.stem'), render: ({ stem }) => stem },
    { id: 'unit', title: t('learning.unit'), width: 176, render: ({ unit }) => unit },
    {
      id: 'difficulty',
      title: t('learning.questions.difficulty'),
      width: 72,
      render: ({ difficulty }) => t(`learning.questions.difficulties.${difficultyWord(difficulty)}`),
    },
  ];
}

function fieldsOf(t: TFunction<'training'>): QueryField[] {
  return [
    {
      name: 'topic',
      label: t('learning.questions.topic'),
      control: <Select mode="multiple" allowClear options={topics.map((value) => ({ value, label: t(`topics.${value}`) }))} />,
    },
    {
      name: 'kind',
      label: t('learning.questions.kind'),
      control: (
        <Select mode="multiple" allowClear options={questionKinds.map((value) => ({ value, label: t(`questionKinds.${value}`) }))} />
      ),
    },
    { name: 'q', label: t('learning.questions.q'), control: <Input allowClear maxLength={40} /> },
  ];
}
