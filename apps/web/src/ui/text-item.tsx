import { Form, type FormItemProps, Input, type InputProps } from 'antd';
import { useTranslation } from 'react-i18next';

import { keptLength, overBy } from './over-by.ts';

type Rules = NonNullable<FormItemProps['rules']>;

type TextItemProps = Omit<FormItemProps, 'children'> & {
  /** How many characters are kept. */
  readonly most: number;
  /** A text of several lines: from how many to how many it grows. */
  readonly rows?: readonly [least: number, most: number];
  readonly input?: Omit<InputProps, 'maxLength' | 'count'>;
};

/** A field of text in a form. What is too long is said at the field and stays as it was typed or pasted: nothing is cut. */
export function TextItem({ most, rows, input = {}, rules = [], ...item }: TextItemProps) {
  const atMost = useAtMost();
  return (
    <Form.Item {...item} rules={[...rules, ...atMost(most)]}>
      {rows === undefined ? <Input {...input} /> : <Lines rows={rows} most={most} autoFocus={input.autoFocus === true} />}
    </Form.Item>
  );
}

type LinesProps = { readonly rows: readonly [number, number]; readonly most: number; readonly autoFocus: boolean };

/** Form.Item hands its control the value; the count turns red when there is too much. */
function Lines({ rows: [minRows, maxRows], most, ...handed }: LinesProps) {
  return <Input.TextArea {...handed} autoSize={{ minRows, maxRows }} count={{ max: most, show: true, strategy: keptLength }} />;
}

/** The rule behind it, for a form whose fields are written down as data. */
export function useAtMost(): (most: number) => Rules {
  const { t } = useTranslation('shell');
  return (most) => [
    {
      validator: (_, typed) => {
        const over = overBy(typed, most);
        return over === 0 ? Promise.resolve() : Promise.reject(new Error(t('errors.tooLong', { most, over })));
      },
    },
  ];
}
