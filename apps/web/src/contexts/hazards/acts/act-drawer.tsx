import { App, Form } from 'antd';
import { useTranslation } from 'react-i18next';

import { dayOf } from '../../../ui/dates.ts';
import { FormDrawer } from '../../../ui/form-drawer.tsx';
import { refusedAt } from '../../../ui/refused-at.ts';
import { mayAskAgain } from '../extension-again.ts';
import { type HazardDetail, useHazardMutation } from '../queries.ts';
import { actForms, type HazardAct } from './hazard-acts.ts';
import './act-form.css';

type ActDrawerProps = {
  readonly hazard: HazardDetail;
  readonly act: HazardAct;
  /** What is known already of what the form asks for. */
  readonly given?: object;
  readonly onClose: () => void;
  readonly onDone?: () => void;
};

/** The form of one act. What was typed stays until the API has taken it. */
export function ActDrawer({ hazard, act, given = {}, onClose, onDone }: ActDrawerProps) {
  const { t } = useTranslation('hazards');
  const { message } = App.useApp();
  const [form] = Form.useForm<object>();
  const { Fields, initial, send, danger, refusedAt: fieldsOf } = actForms[act];
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
    <FormDrawer
      title={`${t(`desk.acts.${act}`)} · ${hazard.number}`}
      submit={t(`desk.acts.${act}`)}
      form={form}
      initial={{ ...initial(hazard), ...given }}
      busy={doing.isPending}
      error={refusedAt(doing.error, fieldsOf(doing.variables ?? {}, hazard))}
      danger={danger}
      onFinish={finish}
      onClose={onClose}
    >
      <p className="hazard-quiet">{t(`desk.actNotes.${noteOf(act, hazard)}`)}</p>
      {Fields !== null && <Fields hazard={hazard} />}
    </FormDrawer>
  );
}

/** Which sentence stands above the form: what cannot be asked for again after today is not promised. */
function noteOf(act: HazardAct, hazard: HazardDetail): HazardAct | 'withdrawExtensionLate' {
  return act === 'withdrawExtension' && !mayAskAgain(hazard, dayOf(new Date())) ? 'withdrawExtensionLate' : act;
}
