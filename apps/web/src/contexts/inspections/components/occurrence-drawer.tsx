import { Link } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';

import { mayAnywhere } from '../../../api/may.ts';
import { useMe } from '../../../api/me.ts';
import { instantText } from '../../../ui/dates.ts';
import { DetailDrawer } from '../../../ui/detail-drawer.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { type Fact, Facts } from '../../../ui/facts.tsx';
import { LinkButton } from '../../../ui/link-button.tsx';
import { RecordTrail } from '../../../ui/record-trail.tsx';
import { Section } from '../../../ui/section.tsx';
import { StatusTag } from '../../../ui/status-tag.tsx';
import { type OccurrenceDetail, occurrenceQuery } from '../check-queries.ts';
import { stateTones } from '../look.ts';
import { windowText } from '../window-text.ts';
import { checklistName } from '../words.ts';
import { ExplainMisses } from './explain-misses.tsx';
import { ResultBody } from './result-body.tsx';
import { reasonWords } from './task-columns.tsx';

type OccurrenceDrawerProps = { readonly occurrenceId: string | null; readonly onClose: () => void };

/** One thing owed: who was expected, what became of it, and the filled checklist. */
export function OccurrenceDrawer({ occurrenceId, onClose }: OccurrenceDrawerProps) {
  if (occurrenceId === null) return <DetailDrawer open={false} title="" onClose={onClose} children={null} />;
  return <Open key={occurrenceId} occurrenceId={occurrenceId} onClose={onClose} />;
}

function Open({ occurrenceId, onClose }: { readonly occurrenceId: string; readonly onClose: () => void }) {
  const { t } = useTranslation('inspections');
  const { data: task, error, refetch } = useQuery(occurrenceQuery(occurrenceId));
  if (task !== undefined) return <Known task={task} onClose={onClose} />;
  return (
    <DetailDrawer open title={t('desk.tasks.title')} onClose={onClose}>
      {error === null ? (
        <Skeleton active paragraph={{ rows: 8 }} />
      ) : (
        <ErrorState error={error} onRetry={() => void refetch()} onBack={onClose} />
      )}
    </DetailDrawer>
  );
}

function Known({ task, onClose }: { readonly task: OccurrenceDetail; readonly onClose: () => void }) {
  const { t, i18n } = useTranslation('inspections');
  return (
    <DetailDrawer
      open
      title={task.point ?? task.plan}
      aside={<StatusTag tone={stateTones[task.state]}>{t(`states.${task.state}`)}</StatusTag>}
      acts={<Acts task={task} />}
      onClose={onClose}
    >
      <Facts facts={factsOf(task, { t, language: i18n.language })} />
      <Result task={task} />
      <RecordTrail subjectId={task.id} />
    </DetailDrawer>
  );
}

type Spoken = { readonly t: TFunction<'inspections'>; readonly language: string };

function factsOf(task: OccurrenceDetail, { t, language }: Spoken): Fact[] {
  const { on, shift, unit, plan, planId, checklist, checklistId, opensAt, dueAt, expected, waivedWhy } = task;
  const toChecklist = (
    <Link to="/inspections/checklists/$checklistId" params={{ checklistId }} search={{ number: checklist.number }}>
      {t('desk.result.checklist', { name: checklistName(checklist, language), number: checklist.number })}
    </Link>
  );
  const toPlan = (
    <Link to="/inspections/plans" search={{ plan: planId }}>
      {plan}
    </Link>
  );
  return [
    { label: t('desk.task.on'), value: shift === null ? on : `${on} ${t(`shifts.${shift}`)}` },
    { label: t('desk.unit'), value: unit },
    { label: t('desk.plan.title'), value: toPlan },
    { label: t('desk.checklist.title'), value: toChecklist },
    { label: t('desk.task.window'), value: windowText(opensAt, dueAt) },
    { label: t('desk.task.expected'), value: expected.length === 0 ? t('desk.task.nobody') : expected.join('、') },
    ...(waivedWhy === null ? [] : [{ label: t('desk.task.waived'), value: t(`waiverReasons.${waivedWhy}`) }]),
    ...missFacts(task, t),
  ];
}

function missFacts({ state, missedAt, missReason, missNote, missReasonBy, missReasonAt }: OccurrenceDetail, t: Spoken['t']): Fact[] {
  if (state !== 'missed') return [];
  const reason = missReason === null ? t('desk.task.unexplained') : [reasonWords(missReason, t), missNote].filter(Boolean).join('：');
  const by =
    missReasonAt === null ? [] : [{ label: t('desk.task.explainedBy'), value: `${missReasonBy ?? ''} ${instantText(missReasonAt)}` }];
  return [
    { label: t('desk.task.missedAt'), value: missedAt === null ? null : instantText(missedAt) },
    { label: t('desk.task.why'), value: reason },
    ...by,
  ];
}

function Result({ task }: { readonly task: OccurrenceDetail }) {
  const { t } = useTranslation('inspections');
  if (task.resultId === null) {
    return (
      <Section title={t('desk.result.title')}>
        <EmptyState small title={t('desk.task.nothingDone')} next={t('desk.task.nothingDoneNext')} />
      </Section>
    );
  }
  const others = task.results.filter(({ id }) => id !== task.resultId);
  return (
    <>
      <Section title={t('desk.result.title')}>
        <ResultBody resultId={task.resultId} />
      </Section>
      {others.length > 0 && (
        <Section title={t('desk.task.otherResults')}>
          <ul className="result-others">
            {others.map(({ id, doneAt, doneBy, counts, corrects }) => (
              <li key={id}>
                <Link to="/inspections/results/$resultId" params={{ resultId: id }}>
                  {instantText(doneAt)} {doneBy}
                </Link>
                <span className="inspections-quiet">
                  {corrects !== null ? t('desk.result.correction') : counts ? '' : t('desk.result.besides')}
                </span>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

function Acts({ task }: { readonly task: OccurrenceDetail }) {
  const { t } = useTranslation('inspections');
  const explains = mayAnywhere(useMe(), 'inspections.explain') && task.state === 'missed';
  return (
    <>
      {task.resultId !== null && (
        <LinkButton to="/inspections/results/$resultId" params={{ resultId: task.resultId }}>
          {t('desk.result.open')}
        </LinkButton>
      )}
      {explains && <ExplainMisses ids={[task.id]} of={1} onDone={() => undefined} />}
    </>
  );
}
