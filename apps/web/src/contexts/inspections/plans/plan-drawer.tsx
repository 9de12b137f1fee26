import { Link } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { Alert, App, Form, Input, Skeleton } from 'antd';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { mayAnywhere } from '../../../api/may.ts';
import { useMe } from '../../../api/me.ts';
import { ActButton } from '../../../ui/act-button.tsx';
import { dayOf } from '../../../ui/dates.ts';
import { DayPicker } from '../../../ui/day-picker.tsx';
import { DetailDrawer } from '../../../ui/detail-drawer.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { type Fact, Facts } from '../../../ui/facts.tsx';
import { FormDrawer } from '../../../ui/form-drawer.tsx';
import { LinkButton } from '../../../ui/link-button.tsx';
import { RecordTrail } from '../../../ui/record-trail.tsx';
import { refusalSentence } from '../../../ui/refusal-sentence.ts';
import { Section } from '../../../ui/section.tsx';
import { useInspectionAct } from '../checklist-queries.ts';
import { endPlan, type PlanDetail, planQuery } from '../plan-queries.ts';
import { windowText } from '../window-text.ts';
import { cadenceWords, placesWords } from '../words.ts';
import { EditPlan } from './plan-form.tsx';
import './plans.css';

type PlanDrawerProps = { readonly planId: string | null; readonly onClose: () => void };

/** One plan: what it says, and what it will owe next. */
export function PlanDrawer({ planId, onClose }: PlanDrawerProps) {
  if (planId === null) return <DetailDrawer open={false} title="" onClose={onClose} children={null} />;
  return <Open key={planId} planId={planId} onClose={onClose} />;
}

function Open({ planId, onClose }: { readonly planId: string; readonly onClose: () => void }) {
  const { t } = useTranslation(['inspections', 'workforce', 'points']);
  const { data: plan, error, refetch } = useQuery(planQuery(planId));
  return (
    <DetailDrawer
      open
      title={plan?.name ?? t('desk.plans.title')}
      {...(plan === undefined ? {} : { acts: <PlanActs plan={plan} /> })}
      onClose={onClose}
    >
      {error !== null && <ErrorState error={error} onRetry={() => void refetch()} onBack={onClose} />}
      {plan === undefined && error === null && <Skeleton active paragraph={{ rows: 8 }} />}
      {plan !== undefined && (
        <>
          <Facts facts={factsOf(plan, t)} />
          <Listed plan={plan} />
          <Section title={t('desk.plan.coming')}>
            <Coming plan={plan} />
          </Section>
          <RecordTrail subjectId={plan.id} />
        </>
      )}
    </DetailDrawer>
  );
}

type Words = TFunction<['inspections', 'workforce', 'points']>;

function factsOf(plan: PlanDetail, t: Words): Fact[] {
  const { unit, checklistId, checklist, cadence, points, restDays, graceMinutes, doer, doerName, from, until, endReason, insist } = plan;
  const toChecklist = (
    <Link to="/inspections/checklists/$checklistId" params={{ checklistId }}>
      {checklist}
    </Link>
  );
  const kinds =
    points.of === 'branch' && points.kinds.length > 0 ? `（${points.kinds.map((kind) => t(`points:kinds.${kind}`)).join('、')}）` : '';
  return [
    { label: t('desk.unit'), value: unit },
    { label: t('desk.checklist.title'), value: toChecklist },
    { label: t('desk.plan.cadence'), value: cadenceWords(cadence, t) },
    { label: t('desk.plan.restDays'), value: t(`restDays.${restDays}`) },
    { label: t('desk.plan.places'), value: `${placesWords(plan, t)}${kinds}` },
    { label: t('desk.plan.doer'), value: doer.by === 'post' ? t(`workforce:posts.${doer.post}`) : (doerName ?? '—') },
    { label: t('desk.plan.grace'), value: graceMinutes === 0 ? t('desk.plan.noGrace') : t('desk.plan.minutes', { count: graceMinutes }) },
    { label: t('desk.plan.term'), value: until === null ? t('desk.plan.since', { from }) : t('desk.plan.between', { from, until }) },
    ...reasonOf(t('desk.plan.insist'), insist),
    ...reasonOf(t('desk.plan.endReason'), endReason),
  ];
}

function reasonOf(label: string, reason: string | null): Fact[] {
  return reason === null ? [] : [{ label, value: reason, wide: true }];
}

function Listed({ plan: { listed } }: { readonly plan: PlanDetail }) {
  const { t } = useTranslation('inspections');
  if (listed.length === 0) return null;
  return (
    <Section title={t('desk.plan.points')}>
      <ul className="plan-coming">
        {listed.map(({ id, name, unit }) => (
          <li key={id}>
            <Link to="/points" search={{ point: id }}>
              {name}
            </Link>
            <span className="inspections-quiet">{unit}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Coming({ plan: { coming, calendarCertain } }: { readonly plan: PlanDetail }) {
  const { t } = useTranslation('inspections');
  if (coming.length === 0) return <EmptyState small title={t('desk.plan.nothingComing')} next={t('desk.plan.nothingComingNext')} />;
  return (
    <>
      {!calendarCertain && <Alert type="warning" showIcon title={t('desk.plan.uncertain')} />}
      <ul className="plan-coming">
        {coming.map(({ on, shift, opensAt, dueAt }) => (
          <li key={`${on} ${shift ?? ''} ${opensAt}`}>
            <span>{on}</span>
            {shift !== null && <span>{t(`shifts.${shift}`)}</span>}
            <span className="inspections-quiet">{windowText(opensAt, dueAt)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

type OfPlan = { readonly plan: PlanDetail };

function PlanActs({ plan }: OfPlan) {
  const { t } = useTranslation('inspections');
  const [form, setForm] = useState<'edit' | 'end' | null>(null);
  const plans = mayAnywhere(useMe(), 'inspections.plan');
  const over = plan.until !== null && plan.until <= dayOf(new Date());
  const objection = over ? refusalSentence('inspections.plan_ended', { name: plan.name, on: plan.until ?? '' }) : null;
  return (
    <>
      <LinkButton to="/inspections" search={{ planId: plan.id }}>
        {t('desk.plan.tasks')}
      </LinkButton>
      {plans && (
        <>
          <ActButton danger objection={objection} onClick={() => setForm('end')}>
            {t('desk.plan.end')}
          </ActButton>
          <ActButton type="primary" objection={objection} onClick={() => setForm('edit')}>
            {t('desk.plans.edit')}
          </ActButton>
        </>
      )}
      {form === 'edit' && <EditPlan plan={plan} onClose={() => setForm(null)} />}
      {form === 'end' && <EndPlan plan={plan} onClose={() => setForm(null)} />}
    </>
  );
}

function EndPlan({ plan, onClose }: OfPlan & { readonly onClose: () => void }) {
  const { t } = useTranslation('inspections');
  const { message } = App.useApp();
  const [form] = Form.useForm<{ until: string; reason: string }>();
  const end = useInspectionAct(endPlan);
  const today = dayOf(new Date());
  const finish = ({ until, reason }: { until: string; reason: string }) =>
    end.mutate(
      { id: plan.id, version: plan.version, until, reason: reason.trim() },
      {
        onSuccess: () => {
          void message.success(t('desk.plan.endedNow', { name: plan.name, until }));
          onClose();
        },
      },
    );
  return (
    <FormDrawer
      danger
      title={t('desk.plan.endTitle', { name: plan.name })}
      submit={t('desk.plan.end')}
      form={form}
      initial={{ until: today }}
      busy={end.isPending}
      error={end.error}
      onFinish={finish}
      onClose={onClose}
    >
      <p className="inspections-quiet">{t('desk.plan.endNote')}</p>
      <Form.Item name="until" label={t('desk.plan.endOn')} rules={[{ required: true, message: t('desk.choose') }]}>
        <DayPicker barred={(day) => day < today} />
      </Form.Item>
      <Form.Item name="reason" label={t('desk.reason')} rules={[{ required: true, whitespace: true, message: t('desk.empty') }]}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={200} />
      </Form.Item>
    </FormDrawer>
  );
}
