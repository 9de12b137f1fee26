import { PlusOutlined } from '@ant-design/icons';
import { startOf, addDays } from '@changming/domain/kernel';
import { App, Drawer, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { newId } from '../../../api/new-id.ts';
import { ActButton } from '../../../ui/act-button.tsx';
import { ConfirmAct } from '../../../ui/confirm-act.tsx';
import { dayOf, instantText } from '../../../ui/dates.ts';
import { type DayRange, DayRangePicker } from '../../../ui/day-picker.tsx';
import { FormProblem } from '../../../ui/form-problem.tsx';
import { Section } from '../../../ui/section.tsx';
import { TextItem } from '../../../ui/text-item.tsx';
import { type PersonDetail, useEndAbsence, useRecordAbsence } from '../queries.ts';

type AbsencesProps = { readonly person: PersonDetail; readonly edits: boolean };

/** 请假、离岗: while they last, deputies answer. Nothing is shown where there is nothing to say or do. */
export function Absences({ person, edits }: AbsencesProps) {
  const { t } = useTranslation('workforce');
  const records = edits && person.leftOn === null;
  if (person.absences.length === 0 && !records) return null;
  return (
    <Section title={t('desk.absences.title')}>
      <ol className="timeline">
        {person.absences.map((absence) => (
          <AbsenceLine key={absence.id} absence={absence} name={person.name} edits={edits} />
        ))}
      </ol>
      {records && <RecordAbsence person={person} />}
    </Section>
  );
}

type Absence = PersonDetail['absences'][number];
type AbsenceLineProps = { readonly absence: Absence; readonly name: string; readonly edits: boolean };

function AbsenceLine({ absence: { id, from, until, reason }, name, edits }: AbsenceLineProps) {
  const over = Date.parse(until) <= Date.now();
  return (
    <li className={`timeline__entry timeline__entry--${over ? 'neutral' : 'waiting'}`}>
      <p className="timeline__title">{reason}</p>
      <p className="timeline__meta">
        <span>{`${instantText(from)} – ${instantText(until)}`}</span>
        {edits && !over && <EndAbsence absenceId={id} name={name} />}
      </p>
    </li>
  );
}

/** 销假: back earlier than was said; one that has not begun never was. */
function EndAbsence({ absenceId, name }: { readonly absenceId: string; readonly name: string }) {
  const { t } = useTranslation('workforce');
  const { message } = App.useApp();
  const end = useEndAbsence();
  const act = async () => {
    await end.mutateAsync({ absenceId, until: new Date().toISOString() });
    void message.success(t('desk.absences.ended'));
  };
  return (
    <ConfirmAct type="link" size="small" ask={t('desk.absences.endAsk', { name })} note={t('desk.absences.endNote')} onAct={act}>
      {t('desk.absences.end')}
    </ConfirmAct>
  );
}

function RecordAbsence({ person }: Pick<AbsencesProps, 'person'>) {
  const { t } = useTranslation('workforce');
  const [id, setId] = useState<string | null>(null);
  return (
    <>
      <ActButton icon={<PlusOutlined />} onClick={() => setId(newId())}>
        {t('desk.absences.record')}
      </ActButton>
      <Drawer
        open={id !== null}
        size={480}
        destroyOnHidden
        title={t('desk.absences.recordTitle', { name: person.name })}
        onClose={() => setId(null)}
      >
        {id !== null && <AbsenceForm id={id} personId={person.id} onDone={() => setId(null)} />}
      </Drawer>
    </>
  );
}

type Entered = { readonly days: DayRange; readonly reason: string };
type AbsenceFormProps = { readonly id: string; readonly personId: string; readonly onDone: () => void };

/** Whole days; the last one is included. */
function AbsenceForm({ id, personId, onDone }: AbsenceFormProps) {
  const { t } = useTranslation('workforce');
  const { message } = App.useApp();
  const [form] = Form.useForm<Entered>();
  const record = useRecordAbsence();
  const today = dayOf(new Date());
  const submit = ({ days: { from = today, to = from }, reason }: Entered) =>
    record.mutate(
      { id, personId, reason, from: startOf(from).toISOString(), until: startOf(addDays(to, 1)).toISOString() },
      { onSuccess: () => [void message.success(t('desk.absences.recorded')), onDone()] },
    );
  return (
    <Form
      name="absence"
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={{ days: { from: today, to: today } }}
      onFinish={submit}
    >
      <FormProblem form={form} error={record.error} />
      <Form.Item name="days" label={t('desk.absences.days')} extra={t('desk.absences.daysHint')}>
        <DayRangePicker />
      </Form.Item>
      <TextItem
        name="reason"
        label={t('desk.absences.reason')}
        rules={[{ required: true, whitespace: true, message: t('desk.absences.reasonEmpty') }]}
        most={200}
      />
      <ActButton type="primary" htmlType="submit" loading={record.isPending}>
        {t('desk.save')}
      </ActButton>
    </Form>
  );
}
