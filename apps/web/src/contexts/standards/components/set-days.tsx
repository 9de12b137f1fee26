import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { type DayKind, dayKinds } from '@changming/domain/standards';
import { App, Button, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';

import { DayPicker } from '../../../ui/day-picker.tsx';
import { useSetDays } from '../queries.ts';
import { SideForm } from './side-form.tsx';

type EnteredDay = { readonly day?: string; readonly kind: DayKind; readonly name?: string };
type Entered = { readonly notice?: string; readonly days: readonly EnteredDay[] };
type SetDaysProps = {
  readonly year: number /** The day that was pressed; empty for none. */;
  readonly day: string;
  readonly onClose: () => void;
};

/** 调整日期: days of a year that are not as usual, each with its reason. */
export function SetDays({ year, day, onClose }: SetDaysProps) {
  const { t } = useTranslation('standards');
  const { message } = App.useApp();
  const [form] = Form.useForm<Entered>();
  const set = useSetDays(year);
  const submit = ({ notice = '', days }: Entered) =>
    set.mutate(
      {
        notice: notice.trim() === '' ? null : notice.trim(),
        reason: reasonOf(days),
        days: days.map(({ day: on = '', kind, name = '' }) => ({ day: on, kind, name: name.trim() })),
      },
      {
        onSuccess: ({ days: count }) => {
          void message.success(t('desk.calendar.done', { count }));
          onClose();
        },
      },
    );
  return (
    <SideForm<Entered>
      form={form}
      title={t('desk.calendar.setTitle', { year })}
      lead={t('desk.calendar.setLead')}
      initialValues={{ days: [{ kind: 'rest', ...(day === '' ? {} : { day }) }] }}
      busy={set.isPending}
      error={set.error}
      refusals={{}}
      onSubmit={submit}
      onClose={onClose}
    >
      <Form.List name="days">
        {(fields, { add, remove }) => (
          <>
            {fields.map(({ key, name }) => (
              <DayRow key={key} at={name} year={year} {...(fields.length > 1 ? { onRemove: () => remove(name) } : {})} />
            ))}
            <Button block type="dashed" icon={<PlusOutlined />} onClick={() => add({ kind: 'rest' })}>
              {t('desk.calendar.add')}
            </Button>
          </>
        )}
      </Form.List>
      <Form.Item className="set-days__notice" name="notice" label={t('desk.calendar.noticeLabel')} extra={t('desk.calendar.noticeHint')}>
        <Input maxLength={120} />
      </Form.Item>
    </SideForm>
  );
}

/** What stands beside the days is why they are set; it goes into the trail. */
function reasonOf(days: readonly EnteredDay[]): string {
  return [...new Set(days.map(({ name = '' }) => name.trim()))].join('；').slice(0, 200);
}

function DayRow({ at, year, onRemove }: { readonly at: number; readonly year: number; readonly onRemove?: () => void }) {
  const { t } = useTranslation('standards');
  return (
    <div className="set-days__day">
      <Form.Item name={[at, 'day']} label={t('desk.calendar.day')} rules={[{ required: true, message: t('desk.calendar.dayEmpty') }]}>
        <DayPicker barred={(day) => !day.startsWith(`${String(year)}-`)} />
      </Form.Item>
      <Form.Item name={[at, 'kind']} label={t('desk.calendar.kind')}>
        <Select options={dayKinds.map((kind) => ({ value: kind, label: t(`dayKinds.${kind}`) }))} />
      </Form.Item>
      <Form.Item
        name={[at, 'name']}
        label={t('desk.calendar.why')}
        rules={[{ required: true, whitespace: true, message: t('desk.calendar.whyEmpty') }]}
      >
        <Input maxLength={20} placeholder={t('desk.calendar.whyHint')} />
      </Form.Item>
      {onRemove !== undefined && (
        <Button
          className="set-days__remove"
          type="text"
          aria-label={t('desk.calendar.remove')}
          icon={<DeleteOutlined />}
          onClick={onRemove}
        />
      )}
    </div>
  );
}
