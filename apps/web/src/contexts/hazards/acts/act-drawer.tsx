import { App, Button, Drawer, Form } from 'antd';
import { useTranslation } from 'react-i18next';

import { FormProblem } from '../../../ui/form-problem.tsx';
import { type HazardDetail, useHazardMutation } from '../queries.ts';
import { actForms, type HazardAct } from './hazard-acts.ts';
import './act-form.css';

type ActDrawerProps = {
  readonly hazard: HazardDetail;
  readonly act: HazardAct;
  readonly onClose: () => void;
  readonly onDone?: () => void;
};

/** The form of one act. What was typed stays until the API has taken it. */
export function ActDrawer({ hazard, act, onClose, onDone }: ActDrawerProps) {
  const { t } = useTranslation(['hazards', 'shell']);
  const { message } = App.useApp();
  const [form] = Form.useForm<object>();
  const { Fields, initial, send, danger } = actForms[act];
  const doing = useHazardMutation((values: object) => send(hazard, values));
  const finish = (values: object) =>
    doing.mutate(values, {
      onSuccess: () => {
        void message.success(t('desk.done', { act: t(`desk.acts.${act}`), number: hazard.number }));
        onDone?.();
        onClose();
      },
    });
  return (
    <Drawer
      open
      size={560}
      title={`${t(`desk.acts.${act}`)} · ${hazard.number}`}
      mask={{ closable: !form.isFieldsTouched() }}
      onClose={onClose}
      footer={
        <div className="detail-drawer__acts">
          <Button onClick={onClose}>{t('shell:actions.cancel')}</Button>
          <Button type="primary" danger={danger} loading={doing.isPending} onClick={() => form.submit()}>
            {t(`desk.acts.${act}`)}
          </Button>
        </div>
      }
    >
      <Form form={form} layout="vertical" initialValues={initial(hazard)} onFinish={finish}>
        <FormProblem form={form} error={doing.error} />
        <p className="hazard-quiet">{t(`desk.actNotes.${act}`)}</p>
        {Fields !== null && <Fields hazard={hazard} />}
      </Form>
    </Drawer>
  );
}
