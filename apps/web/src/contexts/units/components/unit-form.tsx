import { Alert, Button, Drawer, Form, type FormInstance } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { dayOf } from '../../../ui/dates.ts';
import { DayPicker } from '../../../ui/day-picker.tsx';
import { FormProblem } from '../../../ui/form-problem.tsx';
import { type RefusedFields, refusedAt } from '../../../ui/refused-at.ts';
import { TextItem } from '../../../ui/text-item.tsx';

export type UnitFormProps<Values> = {
  readonly form: FormInstance<Values>;
  readonly title: string;
  readonly submit: string;
  readonly lead?: string;
  /** What cannot be taken back. */
  readonly warning?: string;
  readonly danger?: boolean;
  readonly initialValues?: object;
  readonly busy: boolean;
  readonly error: unknown;
  /** Which field a refusal of this act belongs to, beside those of every act. */
  readonly refusals?: RefusedFields;
  /** Asks from when and why. */
  readonly why?: boolean;
  readonly children?: ReactNode;
  /** Called with all that is entered whenever something of it changes. */
  readonly onChange?: (entered: Partial<Values>) => void;
  readonly onSubmit: (values: Values) => void;
  readonly onClose: () => void;
};

const everywhere = {
  'units.future_date': 'on',
  'units.before_last_change': 'on',
  'units.name_taken': 'name',
  'units.code_taken': 'code',
  'units.code_of_closed': 'code',
};

/** One act on a unit in a drawer: its own fields, from which day and why. A slip of the hand does not close what is being filled in. */
export function UnitForm<Values>({ form, refusals = {}, why = true, ...given }: UnitFormProps<Values>) {
  return (
    <Drawer
      open
      size={480}
      keyboard={false}
      mask={{ closable: false }}
      title={given.title}
      onClose={given.onClose}
      footer={
        <div className="detail-drawer__acts">
          <Cancel onClose={given.onClose} />
          <Button type="primary" danger={given.danger === true} loading={given.busy} onClick={() => form.submit()}>
            {given.submit}
          </Button>
        </div>
      }
    >
      <Form<Values>
        form={form}
        name="unit"
        layout="vertical"
        requiredMark={false}
        initialValues={{ on: dayOf(new Date()), ...given.initialValues }}
        onValuesChange={(_, entered) => given.onChange?.(entered)}
        onFinish={given.onSubmit}
      >
        {given.lead !== undefined && <p className="confirm-act__note">{given.lead}</p>}
        {given.warning !== undefined && <Alert className="form-problem" type="warning" showIcon title={given.warning} />}
        <FormProblem form={form} error={refusedAt(given.error, { ...everywhere, ...refusals })} />
        {given.children}
        {why && <WhyFields />}
      </Form>
    </Drawer>
  );
}

function Cancel({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('shell');
  return <Button onClick={onClose}>{t('actions.cancel')}</Button>;
}

export type Why = { readonly on: string; readonly reason: string };

function WhyFields() {
  const { t } = useTranslation('units');
  const today = dayOf(new Date());
  return (
    <>
      <Form.Item
        name="on"
        label={t('desk.forms.on')}
        extra={t('desk.forms.onHint')}
        rules={[{ required: true, message: t('desk.forms.onEmpty') }]}
      >
        <DayPicker barred={(day) => day > today} />
      </Form.Item>
      <TextItem
        name="reason"
        label={t('desk.forms.reason')}
        extra={t('desk.forms.reasonHint')}
        rules={[{ required: true, whitespace: true, message: t('desk.forms.reasonEmpty') }]}
        most={200}
        rows={[2, 6]}
      />
    </>
  );
}
