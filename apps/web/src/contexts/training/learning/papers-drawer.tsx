import { useQuery } from '@tanstack/react-query';
import { Button, Skeleton, Space, Table } from 'antd';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { ConfirmAct } from '../../../ui/confirm-act.tsx';
import { dayOf } from '../../../ui/dates.ts';
import { DetailDrawer } from '../../../ui/detail-drawer.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { retirePaper } from './exam-acts.ts';
import { AddPaper, EditPaper } from './paper-forms.tsx';
import { type ExamPaper, papersQuery, useLearningAct } from './queries.ts';

/** 试卷: what exams are drawn by, to be made, changed and retired. */
export function PapersDrawer({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('training');
  const [doing, setDoing] = useState<ExamPaper | 'add' | null>(null);
  const close = () => setDoing(null);
  const add = (
    <Button type="primary" onClick={() => setDoing('add')}>
      {t('learning.exams.newPaper')}
    </Button>
  );
  return (
    <DetailDrawer open title={t('learning.exams.papers')} acts={add} onClose={onClose}>
      <Papers onEdit={setDoing} onClose={onClose} />
      {doing === 'add' && <AddPaper onClose={close} />}
      {doing !== null && doing !== 'add' && <EditPaper paper={doing} onClose={close} />}
    </DetailDrawer>
  );
}

type PapersProps = { readonly onEdit: (paper: ExamPaper) => void; readonly onClose: () => void };

function Papers({ onEdit, onClose }: PapersProps) {
  const { t } = useTranslation('training');
  const { data, error, refetch } = useQuery(papersQuery);
  if (data === undefined)
    return error === null ? (
      <Skeleton active paragraph={{ rows: 6 }} />
    ) : (
      <ErrorState error={error} onRetry={() => void refetch()} onBack={onClose} />
    );
  if (data.items.length === 0) return <EmptyState title={t('learning.exams.papersEmpty')} next={t('learning.exams.papersEmptyNext')} />;
  return (
    <Table<ExamPaper>
      size="small"
      rowKey="id"
      pagination={false}
      dataSource={data.items}
      columns={columnsOf(t, onEdit)}
      scroll={{ x: 'max-content' }}
    />
  );
}

function columnsOf(t: TFunction<'training'>, onEdit: (paper: ExamPaper) => void) {
  return [
    { title: t('learning.exams.paperName'), key: 'name', render: (_: unknown, { name }: ExamPaper) => name },
    { title: t('learning.unit'), key: 'unit', render: (_: unknown, { unit }: ExamPaper) => unit },
    {
      title: t('learning.exams.questions'),
      key: 'questions',
      render: (_: unknown, { draw }: ExamPaper) => draw.reduce((sum, { count }) => sum + count, 0),
    },
    { title: t('learning.exams.passMark'), key: 'passMark', render: (_: unknown, { passMark }: ExamPaper) => passMark },
    { title: t('learning.exams.minutes'), key: 'minutes', render: (_: unknown, { minutes }: ExamPaper) => minutes },
    {
      title: '',
      key: 'acts',
      render: (_: unknown, paper: ExamPaper) => paper.may.edit && <Acts paper={paper} onEdit={() => onEdit(paper)} />,
    },
  ];
}

function Acts({ paper: { id, name, version }, onEdit }: { readonly paper: ExamPaper; readonly onEdit: () => void }) {
  const { t } = useTranslation('training');
  const retire = useLearningAct(retirePaper);
  return (
    <Space>
      <Button size="small" onClick={onEdit}>
        {t('learning.exams.edit')}
      </Button>
      <ConfirmAct
        size="small"
        danger
        ask={t('learning.exams.retireAsk', { name })}
        onAct={() => retire.mutateAsync({ paperId: id, version, on: dayOf(new Date()) })}
      >
        {t('learning.exams.retirePaper')}
      </ConfirmAct>
    </Space>
  );
}
