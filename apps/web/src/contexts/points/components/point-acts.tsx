import { App, Form, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { ActButton } from '../../../ui/act-button.tsx';
import { ConfirmAct } from '../../../ui/confirm-act.tsx';
import { FormProblem } from '../../../ui/form-problem.tsx';
import { refusalSentence } from '../../../ui/refusal-sentence.ts';
import { closePoint, editPoint, type PointDetail, usePointAct } from '../queries.ts';
import { KeepPoint } from './keep-point.tsx';
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
      {form === 'keep' && <KeepPoint point={point} act="keep" onClose={() => setForm(null)} />}
    </>
  );
}

/** 放行 of somebody who is to keep it, for whoever heads the unit and does not keep its points in order himself. */
export function LiftKeeper({ point }: OfPoint) {
  const { t } = useTranslation('points');
  const [open, setOpen] = useState(false);
  if (point.closedOn !== null) return null;
  return (
    <>
      <ActButton onClick={() => setOpen(true)}>{t('desk.gate.lift')}</ActButton>
      {open && <KeepPoint point={point} act="lift" onClose={() => setOpen(false)} />}
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
