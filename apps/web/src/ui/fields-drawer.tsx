import { App, Form } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { FormDrawer } from './form-drawer.tsx';
import { useAtMost } from './text-item.tsx';

export type FieldSpec = {
  readonly name: string;
  readonly label: string;
  readonly control: ReactNode;
  readonly required?: boolean;
  readonly extra?: string | undefined;
  /** How many characters of a text are kept. */
  readonly most?: number;
  /** A box to tick holds its value in `checked`. */
  readonly ticked?: boolean;
};

type FieldsDrawerProps<Values extends object> = {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly submit: string;
  readonly done: string;
  readonly fields: readonly FieldSpec[];
  readonly initial?: Partial<Values>;
  readonly danger?: boolean;
  /** Hands it in; a rejected promise keeps what was typed. */
  readonly act: (values: Values) => Promise<unknown>;
  readonly onClose: () => void;
};

/** A form of plain fields at the right of the page, for the many small acts on a record. */
export function FieldsDrawer<Values extends object>(props: FieldsDrawerProps<Values>) {
  const { title, lead, submit, done, fields, initial, danger = false, act, onClose } = props;
  const { t } = useTranslation('shell');
  const { message } = App.useApp();
  const [form] = Form.useForm<Values>();
  const atMost = useAtMost();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const finish = async (values: Values) => {
    setBusy(true);
    setError(null);
    try {
      await act(values);
      void message.success(done);
      onClose();
    } catch (refused) {
      setError(refused);
      setBusy(false);
    }
  };
  return (
    <FormDrawer
      {...{ title, submit, form, busy, error, danger, onClose }}
      {...(initial === undefined ? {} : { initial })}
      onFinish={(values) => void finish(values)}
    >
      {lead !== undefined && <p className="detail-drawer__lead">{lead}</p>}
      {fields.map(({ name, label, control, required = false, extra, most, ticked = false }) => (
        <Form.Item
          key={name}
          name={name}
          label={label}
          {...(extra === undefined ? {} : { extra })}
          {...(ticked ? { valuePropName: 'checked' } : {})}
          rules={[
            ...(required ? [{ required: true, message: t('errors.required', { label }) }] : []),
            ...(most === undefined ? [] : atMost(most)),
          ]}
        >
          {control}
        </Form.Item>
      ))}
    </FormDrawer>
  );
}
