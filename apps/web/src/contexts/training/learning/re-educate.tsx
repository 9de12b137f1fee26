import { type ReEducationWay, reEducationWays } from '@changming/domain/training';
import { App, Form, Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';

import { DayPicker } from '../../../ui/day-picker.tsx';
import { FormDrawer } from '../../../ui/form-drawer.tsx';
import { AttendedSession } from './attended-session.tsx';
import { reEducate, useLearningAct, type ViolationDetail } from './queries.ts';

type ReEducated = { readonly how: ReEducationWay; readonly on: string; readonly sessionId?: string | null; readonly talk?: string | null };

/** 再教育: 集中学习 that the person attended, or 个别谈话 of which a record is kept. Somebody from elsewhere is only talked to. */
export function ReEducate({ violation, onClose }: { readonly violation: ViolationDetail; readonly onClose: () => void }) {
  const { t } = useTranslation(['training', 'shell']);
  const { message } = App.useApp();
  const [form] = Form.useForm<ReEducated>();
  const act = useLearningAct(reEducate);
  const { id, version, today } = violation;
  const finish = ({ how: way, on, sessionId = null, talk = null }: ReEducated) =>
    act.mutate(
      { violationId: id, body: { version, how: way, on, ...(way === 'session' ? { sessionId } : { talk }) } },
      {
        onSuccess: () => {
          void message.success(t('learning.violations.reEducated'));
          onClose();
        },
      },
    );
  return (
    <FormDrawer
      title={t('learning.violations.reEducate')}
      submit={t('shell:actions.save')}
      form={form}
      initial={{ how: 'talk', on: today }}
      busy={act.isPending}
      error={act.error}
      onFinish={finish}
      onClose={onClose}
    >
      <HowFields violation={violation} />
    </FormDrawer>
  );
}

function HowFields({ violation: { personId, foundOn, today } }: { readonly violation: ViolationDetail }) {
  const { t } = useTranslation('training');
  const how: ReEducationWay | undefined = Form.useWatch('how');
  const form = Form.useFormInstance<ReEducated>();
  const required = (label: string) => [{ required: true, message: t('learning.required', { label }) }];
  const isBarred = (way: ReEducationWay) => way === 'session' && personId === null;
  const ways = reEducationWays.map((value) => ({ value, label: t(`reEducationWays.${value}`), disabled: isBarred(value) }));
  return (
    <>
      <Form.Item name="how" label={t('learning.violations.how')}>
        <Radio.Group optionType="button" options={ways} />
      </Form.Item>
      {how === 'session' && personId !== null ? (
        <Form.Item
          name="sessionId"
          label={t('learning.violations.session')}
          extra={t('learning.violations.sessionHint')}
          rules={required(t('learning.violations.session'))}
        >
          <AttendedSession personId={personId} since={foundOn} onChange={(_, on) => form.setFieldsValue({ on })} />
        </Form.Item>
      ) : (
        <Form.Item name="talk" label={t('learning.violations.talk')} rules={required(t('learning.violations.talk'))}>
          <Input.TextArea rows={5} maxLength={1000} />
        </Form.Item>
      )}
      <Form.Item name="on" label={t('learning.violations.on')} rules={required(t('learning.violations.on'))}>
        <DayPicker disabled={how === 'session'} barred={(day) => day < foundOn || day > today} />
      </Form.Item>
    </>
  );
}
