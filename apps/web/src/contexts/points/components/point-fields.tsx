import { pointKinds, type PointKind } from '@changming/domain/points';
import { Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';

export type PointValues = {
  readonly name: string;
  readonly kind: PointKind;
  readonly ownNo?: string;
  readonly place?: string;
  readonly remark?: string;
};

/** What the fields say, as it is sent: what is empty is nothing. */
export function pointOf({ name, kind, ownNo, place, remark }: PointValues) {
  return { name: name.trim(), kind, ownNo: told(ownNo), place: told(place), remark: told(remark) };
}

function told(text = ''): string | null {
  return text.trim() === '' ? null : text.trim();
}

/** Name, kind, and what an office writes beside them. */
export function PointFields() {
  const { t } = useTranslation('points');
  return (
    <>
      <Form.Item
        name="name"
        label={t('desk.name')}
        extra={t('desk.nameHint')}
        rules={[{ required: true, whitespace: true, message: t('desk.nameEmpty') }]}
      >
        <Input maxLength={80} />
      </Form.Item>
      <Form.Item name="kind" label={t('desk.kind')} extra={t('desk.kindHint')}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={pointKinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
        />
      </Form.Item>
      <Form.Item name="ownNo" label={t('desk.ownNo')} extra={t('desk.ownNoHint')}>
        <Input maxLength={40} />
      </Form.Item>
      <Form.Item name="place" label={t('desk.place')}>
        <Input maxLength={80} />
      </Form.Item>
      <Form.Item name="remark" label={t('desk.remark')}>
        <Input.TextArea maxLength={500} autoSize={{ minRows: 1, maxRows: 4 }} />
      </Form.Item>
    </>
  );
}
