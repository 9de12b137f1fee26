import { DownOutlined, UpOutlined } from '@ant-design/icons';
import { Button, Form } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { filled, isFilled } from './filled.ts';
import { useSize } from './use-size.ts';
import './query-bar.css';

export type QueryField = { readonly name: string; readonly label: string; readonly control: ReactNode };

type QueryBarProps<Values extends object> = {
  /** The most used first: when folded, only the first line is shown. */
  readonly fields: readonly QueryField[];
  /** What the address says. */
  readonly values: Values;
  /** Puts the conditions into the address; conditions that are empty are left out. */
  readonly onSearch: (values: Values) => void;
};

const narrowestField = 260;
/** px that two fields need to stand beside each other at all. */
const tightestField = 200;

/** 查询条件: one line until it is unfolded. What is typed stays until it is searched for, however often the page is drawn again. */
export function QueryBar<Values extends object>({ fields, values, onSearch }: QueryBarProps<Values>) {
  const [form] = Form.useForm<Record<string, unknown>>();
  const [ref, { width }] = useSize();
  const [unfolded, setUnfolded] = useState(false);
  const columns = width < 2 * tightestField ? 1 : Math.max(2, Math.floor(width / narrowestField));
  // The buttons stand at the end of the first line, or on a line of their own where a line holds one thing.
  const first = Math.max(1, columns - 1);
  const foldable = fields.length > first;
  const shown = unfolded || !foldable ? fields.length : first;
  const given = values as Readonly<Record<string, unknown>>;

  const asked = JSON.stringify(fields.map(({ name }) => [name, given[name]]));
  useEffect(() => {
    const conditions = JSON.parse(asked) as [name: string, value: unknown][];
    form.setFieldsValue(Object.fromEntries(conditions.map(([name, value]) => [name, value ?? undefined])));
  }, [form, asked]);

  const reset = () => {
    const nothing = Object.fromEntries(fields.map(({ name }) => [name, undefined]));
    form.setFieldsValue(nothing);
    onSearch(filled({ ...given, ...nothing }) as Values);
  };

  return (
    <Form form={form} name="query" className="query-bar" onFinish={(entered) => onSearch(filled({ ...given, ...entered }) as Values)}>
      <div ref={ref} className="query-bar__fields" style={{ gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` }}>
        {fields.map(({ name, label, control }, at) => (
          <Form.Item key={name} name={name} label={label} hidden={at >= shown} className="query-bar__field">
            {control}
          </Form.Item>
        ))}
        <QueryActions
          foldable={foldable}
          unfolded={unfolded}
          hiddenCount={fields.slice(shown).filter(({ name }) => isFilled(given[name])).length}
          onFold={() => setUnfolded(!unfolded)}
          onReset={reset}
        />
      </div>
    </Form>
  );
}

type QueryActionsProps = {
  readonly foldable: boolean;
  readonly unfolded: boolean;
  /** Conditions that are set but folded away. */
  readonly hiddenCount: number;
  readonly onFold: () => void;
  readonly onReset: () => void;
};

function QueryActions({ foldable, unfolded, hiddenCount, onFold, onReset }: QueryActionsProps) {
  const { t } = useTranslation('shell');
  return (
    <div className="query-bar__actions">
      {foldable && (
        <Button type="link" aria-expanded={unfolded} icon={unfolded ? <UpOutlined /> : <DownOutlined />} onClick={onFold}>
          {foldWords()}
        </Button>
      )}
      <Button onClick={onReset}>{t('actions.reset')}</Button>
      <Button type="primary" htmlType="submit">
        {t('actions.search')}
      </Button>
    </div>
  );

  function foldWords(): string {
    if (unfolded) return t('actions.collapse');
    return hiddenCount === 0 ? t('actions.expand') : t('actions.expandCount', { count: hiddenCount });
  }
}
