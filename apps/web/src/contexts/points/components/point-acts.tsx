import { App, Button, Form, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { ActButton } from '../../../ui/act-button.tsx';
import { ConfirmAct } from '../../../ui/confirm-act.tsx';
import { dayOf } from '../../../ui/dates.ts';
import { DayPicker } from '../../../ui/day-picker.tsx';
import { FormProblem } from '../../../ui/form-problem.tsx';
import { refusalSentence } from '../../../ui/refusal-sentence.ts';
import { type PickedPerson, PersonPicker } from '../../workforce/components/person-picker.tsx';
import { closePoint, editPoint, keepPoint, type PointDetail, usePointAct } from '../queries.ts';
import { KeyAct } from './key-act.tsx';
import { PointFields, pointOf, type PointValues } from './point-fields.tsx';

type OfPoint = { readonly point: PointDetail };

/** What can be done with a point; a closed one says why nothing can. */
export function PointActs({ point }: OfPoint) {
  const { t } = useTranslation('points');
  const { message } = App.useApp();
  const [form, setForm] = useState<'edit' | 'keep' | null>(null);
  const close = usePointAct(closePoint);
  const objection = point.closedOn === null ? null : refusalSentence('points.closed', { name: point.name });
  const closing = async (reason: string) => {
    await close.mutateAsync({ id: point.id, reason });
    void message.success(t('desk.closedNow', { name: point.name }));
  };
  return (
    <>
      <ConfirmAct
        danger
        withReason
        objection={objection}
        ask={t('desk.closeAsk', { name: point.name })}
        note={t('desk.closeNote')}
        onAct={closing}
      >
        {t('desk.close')}
      </ConfirmAct>
      <KeyAct point={point} objection={objection} />
      <ActButton objection={objection} onClick={() => setForm('edit')}>
        {t('desk.edit')}
      </ActButton>
      <ActButton type="primary" objection={objection} onClick={() => setForm('keep')}>
        {t('desk.keep')}
      </ActButton>
      {form === 'edit' && <EditPoint point={point} onClose={() => setForm(null)} />}
      {form === 'keep' && <KeepPoint point={point} onClose={() => setForm(null)} />}
    </>
  );
}

type DialogProps = OfPoint & { readonly onClose: () => void };

function EditPoint({ point, onClose }: DialogProps) {
  const { t } = useTranslation('points');
  const { message } = App.useApp();
  const [form] = Form.useForm<PointValues>();
  const edit = usePointAct(editPoint);
  const finish = (values: PointValues) =>
    edit.mutate(
      { id: point.id, version: point.version, ...pointOf(values) },
      {
        onSuccess: () => {
          void message.success(t('desk.edited'));
          onClose();
        },
      },
    );
  return (
    <Modal
      open
      title={t('desk.edit')}
      width={460}
      okButtonProps={{ loading: edit.isPending }}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form form={form} layout="vertical" initialValues={initialOf(point)} onFinish={finish}>
        <FormProblem form={form} error={edit.error} />
        <PointFields />
      </Form>
    </Modal>
  );
}

function initialOf({ name, kind, ownNo, place, remark }: PointDetail) {
  return { name, kind, ownNo: ownNo ?? '', place: place ?? '', remark: remark ?? '' };
}

type Keeping = { readonly keeper: PickedPerson; readonly from: string };

function KeepPoint({ point, onClose }: DialogProps) {
  const { t } = useTranslation(['points', 'shell']);
  const { message } = App.useApp();
  const [form] = Form.useForm<Keeping>();
  const keep = usePointAct(keepPoint);
  const finish = ({ keeper, from }: Keeping) =>
    keep.mutate(
      { id: point.id, keeperId: keeper.id, from },
      {
        onSuccess: () => {
          void message.success(t('desk.keptNow', { name: keeper.name }));
          onClose();
        },
      },
    );
  return (
    <Modal
      open
      title={t('desk.keep')}
      width={460}
      onCancel={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('shell:actions.cancel')}</Button>
          <Button type="primary" loading={keep.isPending} onClick={() => form.submit()}>
            {t('shell:actions.save')}
          </Button>
        </>
      }
    >
      <Form form={form} layout="vertical" initialValues={{ from: dayOf(new Date()) }} onFinish={finish}>
        <FormProblem form={form} error={keep.error} />
        <Form.Item name="keeper" label={t('desk.keeper')} rules={[{ required: true, message: t('desk.keeperEmpty') }]}>
          <PersonPicker />
        </Form.Item>
        <Form.Item name="from" label={t('desk.keepFrom')} rules={[{ required: true, message: t('desk.keepFromEmpty') }]}>
          <DayPicker barred={(day) => day < point.openedOn} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
