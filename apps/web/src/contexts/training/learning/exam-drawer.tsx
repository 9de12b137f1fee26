import { FileExcelOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { App, Button, Skeleton } from 'antd';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useKeyset } from '../../../api/keyset.ts';
import { ConfirmAct } from '../../../ui/confirm-act.tsx';
import { type DataColumn, DataTable } from '../../../ui/data-table.tsx';
import { instantText } from '../../../ui/dates.ts';
import { DetailDrawer } from '../../../ui/detail-drawer.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { Facts } from '../../../ui/facts.tsx';
import { RecordTrail } from '../../../ui/record-trail.tsx';
import { Section } from '../../../ui/section.tsx';
import { StatusTag } from '../../../ui/status-tag.tsx';
import { AddSitters } from './add-sitters.tsx';
import { cancelExam, excuseSeat } from './exam-acts.ts';
import { seatTones } from './look.ts';
import { type ExamDetail, examQuery, type ExamSeat, seatsQuery, useLearningAct, useResultFile } from './queries.ts';

type DrawerProps = { readonly examId: string | null; readonly onClose: () => void };

/** One exam: its terms and the results of everybody who sits it. */
export function ExamDrawer({ examId, onClose }: DrawerProps) {
  if (examId === null) return <DetailDrawer open={false} title="" onClose={onClose} children={null} />;
  return <OpenDrawer key={examId} examId={examId} onClose={onClose} />;
}

function OpenDrawer({ examId, onClose }: { readonly examId: string; readonly onClose: () => void }) {
  const { t } = useTranslation('training');
  const { data: exam, error, refetch } = useQuery(examQuery(examId));
  const seats = useKeyset(seatsQuery(examId));
  if (exam === undefined)
    return (
      <DetailDrawer open title={t('learning.exams.title')} onClose={onClose}>
        {error === null ? (
          <Skeleton active paragraph={{ rows: 6 }} />
        ) : (
          <ErrorState error={error} onRetry={() => void refetch()} onBack={onClose} />
        )}
      </DetailDrawer>
    );
  const { minutes, passMark, attempts } = exam;
  return (
    <DetailDrawer open title={exam.title} acts={<Acts exam={exam} />} onClose={onClose}>
      <Facts
        facts={[
          { label: t('learning.unit'), value: exam.unit },
          { label: t('learning.exams.category'), value: t(`categories.${exam.category}`) },
          { label: t('learning.exams.paper'), value: exam.paper },
          { label: t('learning.exams.terms'), value: t('learning.exams.termsText', { minutes, passMark, attempts }) },
          { label: t('learning.exams.opens'), value: instantText(exam.opensAt) },
          { label: t('learning.exams.closes'), value: instantText(exam.closesAt) },
        ]}
      />
      <Section title={t('learning.exams.results')}>
        <DataTable<ExamSeat>
          name="training.seats"
          columns={columnsOf(t)}
          list={seats}
          {...(isRunning(exam) ? { acts: { width: 88, of: (seat: ExamSeat) => <Excuse examId={examId} seat={seat} /> } } : {})}
          empty={<EmptyState title={t('learning.exams.empty')} next={t('learning.exams.emptyNext')} />}
        />
      </Section>
      <RecordTrail subjectId={exam.id} />
    </DetailDrawer>
  );
}

/** Whether people can still be added and excused. */
function isRunning({ may, cancelledAt, closesAt }: ExamDetail): boolean {
  return may.edit && cancelledAt === null && Date.parse(closesAt) > Date.now();
}

function Excuse({ examId, seat: { id, name, state } }: { readonly examId: string; readonly seat: ExamSeat }) {
  const { t } = useTranslation('training');
  const { message } = App.useApp();
  const excuse = useLearningAct(excuseSeat);
  if (state !== 'open') return null;
  return (
    <ConfirmAct
      type="link"
      size="small"
      withReason
      ask={t('learning.exams.excuseAsk', { name })}
      onAct={(reason) => excuse.mutateAsync({ examId, seatId: id, reason }).then(() => message.success(t('learning.exams.excused')))}
    >
      {t('learning.exams.excuse')}
    </ConfirmAct>
  );
}

function columnsOf(t: TFunction<'training'>): DataColumn<ExamSeat>[] {
  return [
    { id: 'name', title: t('learning.exams.person'), width: 88, render: ({ name }) => name },
    { id: 'unit', title: t('learning.unit'), width: 124, render: ({ unit }) => unit },
    { id: 'used', title: t('learning.exams.used'), width: 64, numeric: true, render: ({ used }) => used },
    { id: 'best', title: t('learning.exams.best'), width: 88, numeric: true, render: ({ best }) => best ?? t('learning.none') },
    {
      id: 'state',
      title: t('learning.exams.state'),
      width: 92,
      render: ({ state }) => <StatusTag tone={seatTones[state]}>{t(`seatStates.${state}`)}</StatusTag>,
    },
  ];
}

function Acts({ exam }: { readonly exam: ExamDetail }) {
  const { t } = useTranslation('training');
  const file = useResultFile(exam.id);
  const cancel = useLearningAct(cancelExam);
  const [adding, setAdding] = useState(false);
  return (
    <>
      <Button icon={<FileExcelOutlined />} loading={file.isPending} onClick={() => file.mutate()}>
        {t('learning.export')}
      </Button>
      {isRunning(exam) && (
        <>
          <Button onClick={() => setAdding(true)}>{t('learning.exams.add')}</Button>
          <ConfirmAct
            danger
            withReason
            ask={t('learning.exams.cancelAsk', { title: exam.title })}
            onAct={(reason) => cancel.mutateAsync({ examId: exam.id, version: exam.version, reason })}
          >
            {t('learning.exams.cancel')}
          </ConfirmAct>
        </>
      )}
      {adding && <AddSitters examId={exam.id} onClose={() => setAdding(false)} />}
    </>
  );
}
