import { factorClasses, hazardCategories } from '@changming/domain/hazards';
import { photoDuties } from '@changming/domain/inspections';
import { Checkbox, Form, Input, Radio, Select } from 'antd';
import { useTranslation } from 'react-i18next';

import { FormDrawer } from '../../../ui/form-drawer.tsx';
import type { ChecklistItem } from '../checklist-queries.ts';
import { AnswerFields } from './answer-fields.tsx';
import { ClausePicker } from './clause-picker.tsx';
import { itemOf, type ItemValues, valuesOf } from './item-values.ts';
import { MeasurePicker } from './measure-picker.tsx';

type ItemFormProps = {
  /** Null for a new one. */
  readonly item: ChecklistItem | null;
  readonly code: string;
  /** Whose checklist it is. */
  readonly unitId: string;
  readonly busy: boolean;
  readonly error: unknown;
  readonly onFinish: (item: ChecklistItem) => void;
  readonly onClose: () => void;
};

/** 检查条目: what is looked at, how it is answered, and what a failure is. */
export function ItemForm({ item, code, unitId, busy, error, onFinish, onClose }: ItemFormProps) {
  const { t } = useTranslation(['inspections', 'shell']);
  const [form] = Form.useForm<ItemValues>();
  return (
    <FormDrawer
      title={item === null ? t('desk.item.addTitle', { code }) : t('desk.item.editTitle', { code })}
      submit={t('shell:actions.save')}
      form={form}
      initial={valuesOf(item)}
      busy={busy}
      error={error}
      onFinish={(values) => onFinish(itemOf(code, values))}
      onClose={onClose}
    >
      <Words />
      <AnswerFields />
      <Cause />
      <Sources unitId={unitId} />
    </FormDrawer>
  );
}

function Words() {
  const { t } = useTranslation('inspections');
  return (
    <>
      <Form.Item name="text" label={t('desk.item.text')} rules={[{ required: true, whitespace: true, message: t('desk.empty') }]}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 5 }} maxLength={200} />
      </Form.Item>
      <Form.Item name="guide" label={t('desk.item.guide')} extra={t('desk.item.guideHint')}>
        <Input maxLength={300} />
      </Form.Item>
      <Form.Item name="textEn" label={t('desk.item.textEn')}>
        <Input maxLength={300} />
      </Form.Item>
    </>
  );
}

/** What a failure is a fault of, and how it is reported. */
function Cause() {
  const { t } = useTranslation(['inspections', 'hazards']);
  const classes = Object.keys(factorClasses) as (keyof typeof factorClasses)[];
  return (
    <>
      <Form.Item name="factor" label={t('desk.item.factor')} rules={[{ required: true, message: t('desk.choose') }]}>
        <Radio.Group optionType="button" options={classes.map((value) => ({ value, label: t(`hazards:factorClasses.${value}`) }))} />
      </Form.Item>
      <Form.Item name="category" label={t('desk.item.category')} rules={[{ required: true, message: t('desk.choose') }]}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={hazardCategories.map((value) => ({ value, label: t(`hazards:categories.${value}`) }))}
        />
      </Form.Item>
      <Form.Item name="photo" label={t('desk.item.photo')}>
        <Radio.Group optionType="button" options={photoDuties.map((value) => ({ value, label: t(`photoDuties.${value}`) }))} />
      </Form.Item>
      <Form.Item name="mayNotApply" valuePropName="checked">
        <Checkbox>{t('desk.item.mayNotApply')}</Checkbox>
      </Form.Item>
      <Form.Item name="starred" valuePropName="checked" extra={t('desk.item.starredNote')}>
        <Checkbox>{t('desk.item.starred')}</Checkbox>
      </Form.Item>
    </>
  );
}

function Sources({ unitId }: { readonly unitId: string }) {
  const { t } = useTranslation('inspections');
  return (
    <>
      <Form.Item name="clauseIds" label={t('desk.item.clauses')} extra={t('desk.item.clausesHint')}>
        <ClausePicker />
      </Form.Item>
      <Form.Item name="basis" label={t('desk.item.otherBasis')}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="measureId" label={t('desk.item.measure')} extra={t('desk.item.measureHint')}>
        <MeasurePicker unitId={unitId} />
      </Form.Item>
    </>
  );
}
