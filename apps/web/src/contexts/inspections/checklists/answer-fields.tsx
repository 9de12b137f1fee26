import { Checkbox, Form, Input, InputNumber, Radio, Space } from 'antd';
import { useTranslation } from 'react-i18next';

/** 正常/异常, or a reading with its limits. */
export function AnswerFields() {
  const { t } = useTranslation('inspections');
  const reads = Form.useWatch<string | undefined>('answerKind') === 'reading';
  return (
    <>
      <Form.Item name="answerKind" label={t('desk.item.answer')}>
        <Radio.Group
          optionType="button"
          options={[
            { value: 'passFail', label: t('desk.item.passFail') },
            { value: 'reading', label: t('desk.item.reading') },
          ]}
        />
      </Form.Item>
      {reads && (
        <>
          <Space size="middle" align="start">
            <Form.Item name="unit" label={t('desk.item.unit')} rules={[{ required: true, whitespace: true, message: t('desk.empty') }]}>
              <Input maxLength={12} className="item-form__unit" />
            </Form.Item>
            <Form.Item name="least" label={t('desk.item.least')}>
              <InputNumber precision={3} />
            </Form.Item>
            <Form.Item name="most" label={t('desk.item.most')}>
              <InputNumber precision={3} />
            </Form.Item>
          </Space>
          <Form.Item name="meter" valuePropName="checked" extra={t('desk.item.meterNote')}>
            <Checkbox>{t('desk.item.meter')}</Checkbox>
          </Form.Item>
        </>
      )}
    </>
  );
}
