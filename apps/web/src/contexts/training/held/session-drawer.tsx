import { FileExcelOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { App, Button, Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';

import { mayAnywhere } from '../../../api/may.ts';
import { useMe } from '../../../api/me.ts';
import { ConfirmAct } from '../../../ui/confirm-act.tsx';
import { instantText } from '../../../ui/dates.ts';
import { DetailDrawer } from '../../../ui/detail-drawer.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { type Fact, Facts } from '../../../ui/facts.tsx';
import { RecordTrail } from '../../../ui/record-trail.tsx';
import { Section } from '../../../ui/section.tsx';
import { StatusTag } from '../../../ui/status-tag.tsx';
import { AddPeople } from './add-people.tsx';
import { CompletionPapers } from './completion-papers.tsx';
import { DoorCode } from './door-code.tsx';
import { EditSession } from './edit-session.tsx';
import { stateTones } from './look.ts';
import { cancelSession, closeSession, type SessionDetail, sessionQuery, useRollFile, useTrainingAct } from './queries.ts';
import { Roll } from './roll.tsx';

type DrawerProps = { readonly sessionId: string | null; readonly onClose: () => void };

/** One session: what, when, the code at the door, and the roll. */
export function SessionDrawer({ sessionId, onClose }: DrawerProps) {
  if (sessionId === null) return <DetailDrawer open={false} title="" onClose={onClose} children={null} />;
  return <OpenDrawer key={sessionId} sessionId={sessionId} onClose={onClose} />;
}

function OpenDrawer({ sessionId, onClose }: { readonly sessionId: string; readonly onClose: () => void }) {
  const { t } = useTranslation('training');
  const { data: session, error, refetch } = useQuery(sessionQuery(sessionId));
  if (session !== undefined) return <Known session={session} onClose={onClose} />;
  return (
    <DetailDrawer open title={t('held.sessions.title')} onClose={onClose}>
      {error === null ? (
        <Skeleton active paragraph={{ rows: 8 }} />
      ) : (
        <ErrorState error={error} onRetry={() => void refetch()} onBack={onClose} />
      )}
    </DetailDrawer>
  );
}

type Of = { readonly session: SessionDetail };

function Known({ session, onClose }: Of & { readonly onClose: () => void }) {
  const { t } = useTranslation('training');
  return (
    <DetailDrawer
      open
      title={session.title}
      aside={<StatusTag tone={stateTones[session.state]}>{t(`states.${session.state}`)}</StatusTag>}
      acts={session.may.hold && session.state === 'planned' ? <Acts session={session} /> : null}
      onClose={onClose}
    >
      <Facts facts={factsOf(session, t)} />
      {session.code !== null && <DoorCode sessionId={session.id} code={session.code} endsAt={session.endsAt} />}
      <Section title={t('held.session.roll')}>
        <div className="roll">
          <Roll session={session} />
          <CompletionPapers session={session} />
          <RollSheet sessionId={session.id} />
        </div>
      </Section>
      <RecordTrail subjectId={session.id} />
    </DetailDrawer>
  );
}

/** 签到表, to print and sign or to file. */
function RollSheet({ sessionId }: { readonly sessionId: string }) {
  const { t } = useTranslation('training');
  const file = useRollFile(sessionId);
  const me = useMe();
  if (!mayAnywhere(me, 'training.export')) return null;
  return (
    <Button icon={<FileExcelOutlined />} loading={file.isPending} onClick={() => file.mutate()}>
      {t('held.session.sheet')}
    </Button>
  );
}

function Acts({ session }: Of) {
  const { t } = useTranslation('training');
  const { message } = App.useApp();
  const close = useTrainingAct(closeSession);
  const cancel = useTrainingAct(cancelSession);
  return (
    <>
      <AddPeople sessionId={session.id} />
      <EditSession session={session} />
      <ConfirmAct
        ask={t('held.session.cancelAsk', { title: session.title })}
        withReason
        onAct={async (reason) => {
          await cancel.mutateAsync({ sessionId: session.id, reason });
          void message.success(t('held.session.cancelled'));
        }}
      >
        {t('held.session.cancel')}
      </ConfirmAct>
      <ConfirmAct
        type="primary"
        ask={t('held.session.closeAsk', { title: session.title })}
        note={t('held.session.closeNote')}
        onAct={async () => {
          const { attended } = await close.mutateAsync(session.id);
          void message.success(t('held.session.closed', { count: attended }));
        }}
      >
        {t('held.session.close')}
      </ConfirmAct>
    </>
  );
}

function factsOf(session: SessionDetail, t: ReturnType<typeof useTranslation<'training'>>['t']): Fact[] {
  const { category, level, startsAt, endsAt, heldOn, dueOn, place, trainer, classHours, unit, topics } = session;
  const kind = level === null ? t(`categories.${category}`) : `${t(`categories.${category}`)} · ${t(`levels.${level}`)}`;
  const span = startsAt === null || endsAt === null ? heldOn : `${instantText(startsAt)} — ${instantText(endsAt)}`;
  return [
    { label: t('held.unit'), value: unit },
    { label: t('held.category'), value: kind },
    { label: t('held.sessions.when'), value: span ?? (dueOn === null ? null : t('held.sessions.dueOn', { on: dueOn })) },
    { label: t('held.sessions.classHours'), value: classHours },
    { label: t('held.sessions.place'), value: place },
    { label: t('held.sessions.trainer'), value: trainer },
    ...(topics.length === 0 ? [] : [{ label: t('held.sessions.topics'), value: topics.join('、'), wide: true }]),
  ];
}
