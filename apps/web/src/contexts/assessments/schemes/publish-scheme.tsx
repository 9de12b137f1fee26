import { App, Form, Select } from 'antd';
import { useTranslation } from 'react-i18next';

import { dayOf } from '../../../ui/dates.ts';
import { FormDrawer } from '../../../ui/form-drawer.tsx';
import { usePublishScheme } from '../queries.ts';

type PublishSchemeProps = { readonly code: string; readonly version: number; readonly name: string; readonly onClose: () => void };

/** 发布方案, from the first day of a month on: there is no way back, which the form says before. */
export function PublishScheme({ code, version, name, onClose }: PublishSchemeProps) {
  const { t } = useTranslation('assessments');
  const { message } = App.useApp();
  const [form] = Form.useForm<{ effectiveFrom: string }>();
  const publishing = usePublishScheme(code, version);
  const finish = ({ effectiveFrom }: { effectiveFrom: string }) =>
    publishing.mutate(
      { effectiveFrom },
      {
        onSuccess: () => {
          void message.success(t('desk.scheme.published'));
          onClose();
        },
      },
    );
  return (
    <FormDrawer
      title={t('desk.scheme.publishTitle', { name, version })}
      submit={t('desk.scheme.publish')}
      form={form}
      busy={publishing.isPending}
      error={publishing.error}
      onFinish={finish}
      onClose={onClose}
    >
      <p className="assessment-quiet">{t('desk.scheme.publishNote')}</p>
      <Form.Item
        name="effectiveFrom"
        label={t('desk.scheme.publishFrom')}
        rules={[{ required: true, message: t('desk.scheme.publishFromEmpty') }]}
      >
        <Select options={firstDays(dayOf(new Date())).map((value) => ({ value, label: value }))} />
      </Form.Item>
    </FormDrawer>
  );
}

/** The first days of months around today: from a year ago to a year ahead. */
function firstDays(today: string): string[] {
  const month = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1;
  return Array.from({ length: 25 }, (_, at) => {
    const each = month - 12 + at;
    return `${Math.floor(each / 12)}-${String((each % 12) + 1).padStart(2, '0')}-01`;
  }).toReversed();
}
