import { Button, Drawer, Form, type FormInstance } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { ActButton } from './act-button.tsx';
import { FormProblem } from './form-problem.tsx';
import './detail-drawer.css';

type FormDrawerProps<Values extends object> = {
  readonly title: ReactNode;
  /** The word on the button that sends it. */
  readonly submit: string;
  readonly form: FormInstance<Values>;
  readonly initial?: Partial<Values>;
  readonly busy: boolean;
  /** Why it cannot be sent as it is now, in the words of the API; null when it can. */
  readonly objection?: string | null;
  /** The error of the mutation. */
  readonly error: unknown;
  readonly danger?: boolean;
  readonly children: ReactNode;
  readonly onFinish: (values: Values) => void;
  readonly onClose: () => void;
};

/** A form at the right of the page. What was typed stays until the API has taken it; a press beside it does not lose it. */
export function FormDrawer<Values extends object>(props: FormDrawerProps<Values>) {
  const { title, submit, form, initial, busy, objection = null, error, danger = false, children, onFinish, onClose } = props;
  const { t } = useTranslation('shell');
  return (
    <Drawer
      open
      size={560}
      title={title}
      mask={{ closable: false }}
      onClose={onClose}
      footer={
        <div className="detail-drawer__acts">
          <Button onClick={onClose}>{t('actions.cancel')}</Button>
          <ActButton
            {...(objection === null ? { type: 'primary', danger } : {})}
            loading={busy}
            objection={objection}
            onClick={() => form.submit()}
          >
            {submit}
          </ActButton>
        </div>
      }
    >
      <Form form={form} layout="vertical" {...(initial === undefined ? {} : { initialValues: initial })} onFinish={onFinish}>
        <FormProblem form={form} error={error} />
        {children}
      </Form>
    </Drawer>
  );
}
