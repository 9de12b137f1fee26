import { useQuery } from '@tanstack/react-query';
import { App, Button, Form, Input, TimePicker } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useTranslation } from 'react-i18next';

import { useMe } from '../../../api/me.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { FormProblem } from '../../../ui/form-problem.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { type Channels, channelsQuery, useChooseChannels } from '../queries.ts';
import '../components/notices-drawer.css';

/** 通知方式: how one is told beside the product, and when not. */
export function ChannelsPage() {
  const { t } = useTranslation('notices');
  const { person } = useMe();
  return (
    <>
      <PageHeader title={t('desk.channels.title')} lead={t('desk.channels.lead')} />
      <Panel narrow>
        {person === null ? <EmptyState title={t('desk.channels.nobody')} next={t('desk.channels.nobodyNext')} /> : <OwnChannels />}
      </Panel>
    </>
  );
}

function OwnChannels() {
  const channels = useQuery(channelsQuery);
  return (
    <Loaded query={channels} rows={4}>
      {(chosen) => <ChannelsForm chosen={chosen} />}
    </Loaded>
  );
}

type Entered = { readonly email?: string; readonly quietFrom: Dayjs | null; readonly quietTo: Dayjs | null };

function ChannelsForm({ chosen }: { readonly chosen: Channels }) {
  const { t } = useTranslation('notices');
  const { message } = App.useApp();
  const [form] = Form.useForm<Entered>();
  const choose = useChooseChannels();
  const submit = ({ email = '', quietFrom, quietTo }: Entered) =>
    choose.mutate(
      { email: email.trim() === '' ? null : email.trim(), quietFrom: clockText(quietFrom), quietTo: clockText(quietTo) },
      { onSuccess: () => void message.success(t('desk.channels.saved')) },
    );
  const initial = { email: chosen.email ?? '', quietFrom: clockOf(chosen.quietFrom), quietTo: clockOf(chosen.quietTo) };
  return (
    <Form form={form} name="channels" layout="vertical" requiredMark={false} initialValues={initial} onFinish={submit}>
      <FormProblem form={form} error={choose.error} />
      <Form.Item
        name="email"
        label={t('desk.channels.email')}
        extra={t('desk.channels.emailHint')}
        rules={[{ type: 'email', message: t('desk.channels.emailWrong') }]}
      >
        <Input autoComplete="email" maxLength={200} />
      </Form.Item>
      <QuietHours />
      <Button type="primary" htmlType="submit" loading={choose.isPending}>
        {t('desk.channels.save')}
      </Button>
    </Form>
  );
}

function QuietHours() {
  const { t } = useTranslation('notices');
  return (
    <Form.Item label={t('desk.channels.quiet')} extra={t('desk.channels.quietHint')}>
      <div className="channels-page__hours">
        <Form.Item name="quietFrom" noStyle>
          <TimePicker format="HH:mm" minuteStep={15} needConfirm={false} placeholder={t('desk.channels.from')} />
        </Form.Item>
        <span aria-hidden="true">–</span>
        <Form.Item
          name="quietTo"
          noStyle
          dependencies={['quietFrom']}
          rules={[
            ({ getFieldValue }) => ({
              validator: (_, to: Dayjs | null) =>
                (getFieldValue('quietFrom') === null) === (to === null)
                  ? Promise.resolve()
                  : Promise.reject(new Error(t('desk.channels.both'))),
            }),
          ]}
        >
          <TimePicker format="HH:mm" minuteStep={15} needConfirm={false} placeholder={t('desk.channels.to')} />
        </Form.Item>
      </div>
    </Form.Item>
  );
}

function clockOf(text: string | null): Dayjs | null {
  return text === null ? null : dayjs(`2000-01-01T${text}`);
}

function clockText(clock: Dayjs | null): string | null {
  return clock?.format('HH:mm') ?? null;
}
