import { Button, Drawer, Form, type FormInstance } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { FormProblem } from '../../../ui/form-problem.tsx';
import { type RefusedFields, refusedAt } from '../../../ui/refused-at.ts';

type SideFormProps<Values> = {
  readonly form: FormInstance<Values>;
  readonly title: string;
  readonly lead: string;
  readonly initialValues: object;
  readonly busy: boolean;
  readonly error: unknown;
  /** Which field a refusal belongs to. */
  readonly refusals: RefusedFields;
  readonly children: ReactNode;
  readonly onSubmit: (values: Values) => void;
  readonly onClose: () => void;
};

/** What headquarters enters, in a drawer of its own. A failure keeps what was typed. */
export function SideForm<Values>({ form, refusals, ...given }: SideFormProps<Values>) {
  const { t } = useTranslation('shell');
  return (
    <Drawer
      open
      size={520}
      title={given.title}
      onClose={given.onClose}
      footer={
        <div className="detail-drawer__acts">
          <Button onClick={given.onClose}>{t('actions.cancel')}</Button>
          <Button type="primary" loading={given.busy} onClick={() => form.submit()}>
            {t('actions.save')}
          </Button>
        </div>
      }
    >
      <Form<Values> form={form} layout="vertical" requiredMark={false} initialValues={given.initialValues} onFinish={given.onSubmit}>
        <p className="confirm-act__note">{given.lead}</p>
        <FormProblem form={form} error={refusedAt(given.error, refusals)} />
        {given.children}
      </Form>
    </Drawer>
  );
}
