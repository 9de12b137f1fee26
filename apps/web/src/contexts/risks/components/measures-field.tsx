import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { measureKinds } from '@changming/domain/risks';
import { Button, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';

import './risks.css';

/** 管控措施, one line each; a line that is reworded stays the same measure. */
export function MeasuresField() {
  const { t } = useTranslation('risks');
  const kinds = measureKinds.map((value) => ({ value, label: t(`measureKinds.${value}`) }));
  return (
    <Form.List name="measures">
      {(lines, { add, remove }) => (
        <div className="measures-field">
          {lines.map(({ key, name }) => (
            <div key={key} className="measures-field__line">
              <Form.Item name={[name, 'kind']} noStyle>
                <Select options={kinds} aria-label={t('desk.kind')} />
              </Form.Item>
              <Form.Item name={[name, 'text']} noStyle rules={[{ required: true, whitespace: true, message: t('desk.measureEmpty') }]}>
                <Input.TextArea autoSize maxLength={300} aria-label={t('desk.measures')} />
              </Form.Item>
              <Button type="text" icon={<DeleteOutlined />} aria-label={t('desk.removeMeasure')} onClick={() => remove(name)} />
            </div>
          ))}
          <Button icon={<PlusOutlined />} onClick={() => add({ kind: 'management', text: '' })}>
            {t('desk.addMeasure')}
          </Button>
        </div>
      )}
    </Form.List>
  );
}
