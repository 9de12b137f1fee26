import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { type QuestionKind, type Topic, topics } from '@changming/domain/training';
import { Button, Flex, Form, InputNumber, Select, Space } from 'antd';
import { useTranslation } from 'react-i18next';

export type DrawRow = { readonly topic: Topic; readonly kind?: QuestionKind | null; readonly count: number; readonly points: number };

/** 抽题规则: so many questions of each topic, a row each. A row keeps the kind of question that it had. */
export function DrawRows() {
  const { t } = useTranslation('training');
  return (
    <Form.List name="draw">
      {(rows, { add, remove }) => (
        <Flex vertical align="flex-start">
          {rows.map(({ key, name }) => (
            <Space key={key} align="baseline">
              <Form.Item name={[name, 'topic']}>
                <Select
                  aria-label={t('learning.exams.topic')}
                  style={{ width: 160 }}
                  options={topics.map((value) => ({ value, label: t(`topics.${value}`) }))}
                />
              </Form.Item>
              <Form.Item name={[name, 'count']}>
                <InputNumber aria-label={t('learning.exams.count')} min={1} max={100} suffix={t('learning.exams.count')} />
              </Form.Item>
              <Form.Item name={[name, 'points']}>
                <InputNumber aria-label={t('learning.exams.points')} min={1} max={100} suffix={t('learning.exams.points')} />
              </Form.Item>
              <Button type="text" icon={<DeleteOutlined />} aria-label={String(name)} onClick={() => remove(name)} />
            </Space>
          ))}
          <Button icon={<PlusOutlined />} onClick={() => add({ topic: 'law', count: 5, points: 5 })}>
            {t('learning.exams.addRule')}
          </Button>
        </Flex>
      )}
    </Form.List>
  );
}
