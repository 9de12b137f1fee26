import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';

import { DayPicker } from '../../../ui/day-picker.tsx';

export type EnteredSource = { readonly source: string; readonly article?: string; readonly from: string };

/** The article as the API takes it: null where there is none. */
export function articleOf({ article = '' }: Pick<EnteredSource, 'article'>): string | null {
  return article.trim() === '' ? null : article.trim();
}

/** By which document, and from which day on. */
export function SourceFields({ longest }: { readonly longest: number }) {
  const { t } = useTranslation('standards');
  return (
    <>
      <Form.Item
        name="source"
        label={t('desk.source')}
        extra={t('desk.sourceHint')}
        rules={[{ required: true, whitespace: true, message: t('desk.sourceEmpty') }]}
      >
        <Input maxLength={longest} />
      </Form.Item>
      <Form.Item name="article" label={t('desk.article')} extra={t('desk.articleHint')}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="from" label={t('desk.from')} extra={t('desk.fromHint')} rules={[{ required: true, message: t('desk.fromEmpty') }]}>
        <DayPicker />
      </Form.Item>
    </>
  );
}
