import { useQuery } from '@tanstack/react-query';
import { Alert, App, Checkbox, Drawer, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { ActButton } from '../../../ui/act-button.tsx';
import { dayOf } from '../../../ui/dates.ts';
import { DayPicker } from '../../../ui/day-picker.tsx';
import { FormProblem } from '../../../ui/form-problem.tsx';
import { refusedAt } from '../../../ui/refused-at.ts';
import { sentenceOf } from '../../../ui/sentence-of.ts';
import { TextItem } from '../../../ui/text-item.tsx';
import { dutiesQuery, type PersonDetail, useHandOver, useLeave } from '../queries.ts';
import { type PickedPerson, PersonPicker } from './person-picker.tsx';
import { usePostWords } from './post-words.ts';

type OfPerson = { readonly person: PersonDetail };
type Act = 'leave' | 'handOver';

/** 离职: everything ends or goes to the successor, in one act. */
export function Leave({ person }: OfPerson) {
  return <TurnOver person={person} act="leave" />;
}

/** 交接 of somebody who stays. */
export function HandOver({ person }: OfPerson) {
  return <TurnOver person={person} act="handOver" />;
}

function TurnOver({ person, act }: OfPerson & { readonly act: Act }) {
  const { t } = useTranslation('workforce');
  const [open, setOpen] = useState(false);
  return (
    <>
      <ActButton danger={act === 'leave'} onClick={() => setOpen(true)}>
        {t(`desk.${act}.label`)}
      </ActButton>
      <Drawer open={open} size={480} destroyOnHidden title={t(`desk.${act}.title`, { name: person.name })} onClose={() => setOpen(false)}>
        <TurnOverForm person={person} act={act} onDone={() => setOpen(false)} />
      </Drawer>
    </>
  );
}

type Entered = { readonly successor?: PickedPerson | null; readonly on: string; readonly reason: string; readonly passOn?: string[] };

const fields = {
  'workforce.successor_needed': 'successor',
  'workforce.successor_same': 'successor',
  'workforce.future_date': 'on',
  'workforce.before_hired': 'on',
} as const;

function useTurnOver(act: Act) {
  const [leave, handOver] = [useLeave(), useHandOver()];
  return act === 'leave' ? leave : { ...handOver, mutate: handOver.mutate as typeof leave.mutate };
}

function TurnOverForm({ person, act, onDone }: OfPerson & { readonly act: Act; readonly onDone: () => void }) {
  const { t } = useTranslation('workforce');
  const { message } = App.useApp();
  const [form] = Form.useForm<Entered>();
  const turn = useTurnOver(act);
  const today = dayOf(new Date());
  const submit = ({ successor, passOn = [], ...rest }: Entered) =>
    turn.mutate(
      { personId: person.id, successorId: successor?.id ?? null, passOn, ...rest },
      { onSuccess: (done) => [void message.success(t(`desk.${act}.done`, { count: done.handedOver })), onDone()] },
    );
  return (
    <Form name="handover" form={form} layout="vertical" requiredMark={false} initialValues={{ on: today }} onFinish={submit}>
      <p className="confirm-act__note">{t(`desk.${act}.lead`)}</p>
      <Duties personId={person.id} />
      <FormProblem form={form} error={refusedAt(turn.error, fields)} />
      <Form.Item name="on" label={t(`desk.${act}.on`)} rules={[{ required: true, message: t('desk.handOver.onEmpty') }]}>
        <DayPicker barred={(day) => day > today} />
      </Form.Item>
      <Form.Item
        name="successor"
        label={t('desk.handOver.successor')}
        rules={act === 'handOver' ? [{ required: true, message: t('desk.handOver.successorEmpty') }] : []}
      >
        <PersonPicker />
      </Form.Item>
      <PassOn person={person} today={today} />
      <TextItem
        name="reason"
        label={t('desk.handOver.reason')}
        rules={[{ required: true, whitespace: true, message: t('desk.handOver.reasonEmpty') }]}
        most={200}
      />
      <ActButton type="primary" danger={act === 'leave'} htmlType="submit" loading={turn.isPending}>
        {t(`desk.${act}.submit`)}
      </ActButton>
    </Form>
  );
}

/** What is in the person's hands now, so that nobody is surprised. */
function Duties({ personId }: { readonly personId: string }) {
  const { t } = useTranslation('workforce');
  const { data, error } = useQuery(dutiesQuery(personId));
  if (error !== null) return <Alert type="error" showIcon title={sentenceOf(error)} />;
  if (data === undefined) return null;
  const lines = data.duties.map(({ kind, count }) => t('desk.handOver.duty', { kind: t(`duties.${kind}`), count }));
  if (data.elsewhere > 0) lines.push(t('desk.handOver.elsewhere', { count: data.elsewhere }));
  return (
    <Alert
      className="form-problem"
      type={lines.length === 0 ? 'success' : 'info'}
      showIcon
      title={lines.length === 0 ? t('desk.handOver.nothing') : lines.join('；')}
    />
  );
}

/** Posts that the successor takes over from that day on. */
function PassOn({ person, today }: OfPerson & { readonly today: string }) {
  const { t } = useTranslation('workforce');
  const words = usePostWords();
  const open = person.appointments.filter(({ to }) => to === null || to > today);
  if (open.length === 0) return null;
  return (
    <Form.Item name="passOn" label={t('desk.handOver.passOn')} extra={t('desk.handOver.passOnHint')}>
      <Checkbox.Group options={open.map((office) => ({ value: office.id, label: words(office) }))} />
    </Form.Item>
  );
}
