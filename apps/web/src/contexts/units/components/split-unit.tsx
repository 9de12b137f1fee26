import { PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { App, Button, Checkbox, Form } from 'antd';
import { useTranslation } from 'react-i18next';

import { useSplitUnit } from '../acts.ts';
import { childrenQuery } from '../queries.ts';
import { SplitPart } from './split-part.tsx';
import type { ActProps } from './unit-acts.ts';
import { UnitForm, type Why } from './unit-form.tsx';

export type EnteredPart = { readonly name: string; readonly code: string; readonly childIds?: string[] };
type Entered = Why & { readonly parts: EnteredPart[]; readonly closes?: boolean };

const refusals = { 'units.has_open_children': 'closes', 'units.in_use': 'closes' } as const;

/** 拆分: new units beside the old one, each with the units it takes along. */
export function SplitUnit({ unit, onClose }: ActProps) {
  const { t } = useTranslation('units');
  const { message } = App.useApp();
  const [form] = Form.useForm<Entered>();
  const split = useSplitUnit(unit.id);
  const { data } = useQuery(childrenQuery(unit.id));
  const submit = ({ parts, closes = false, on, reason }: Entered) =>
    split.mutate(
      { parts, closes, on, reason },
      {
        onSuccess: () => {
          void message.success(t('desk.forms.split.done', { name: unit.name }));
          onClose();
        },
      },
    );
  return (
    <UnitForm<Entered>
      form={form}
      title={t('desk.forms.split.title', { name: unit.name })}
      lead={t('desk.forms.split.lead')}
      submit={t('desk.forms.split.submit')}
      initialValues={{ parts: [{}] }}
      busy={split.isPending}
      error={split.error}
      refusals={refusals}
      onSubmit={submit}
      onClose={onClose}
    >
      <Form.List name="parts">
        {(parts, { add, remove }) => (
          <>
            {parts.map(({ key, name }) => (
              <SplitPart key={key} at={name} units={data?.items ?? []} {...(parts.length > 1 ? { onRemove: () => remove(name) } : {})} />
            ))}
            <Button block className="form-problem" icon={<PlusOutlined />} disabled={parts.length >= 20} onClick={() => add({})}>
              {t('desk.forms.split.add')}
            </Button>
          </>
        )}
      </Form.List>
      <Form.Item name="closes" valuePropName="checked" extra={t('desk.forms.split.closesHint')}>
        <Checkbox>{t('desk.forms.split.closes', { name: unit.name })}</Checkbox>
      </Form.Item>
    </UnitForm>
  );
}
