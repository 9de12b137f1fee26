import { type SpotMissReason, spotMissReasons } from '@changming/domain/equipment';
import { App, Form, Input, Modal, Radio } from 'antd';
import { useTranslation } from 'react-i18next';

import { FormProblem } from '../../../ui/form-problem.tsx';
import { explainSpots, useEquipmentAct } from '../queries.ts';

type Values = { readonly reason: SpotMissReason; readonly note?: string };
type ExplainSpotsProps = {
  readonly title: string;
  readonly lead?: string;
  readonly of: { readonly unitId: string; readonly dueOn: string; readonly equipmentId?: string };
  readonly onClose: () => void;
};

/** 说明漏检原因, of what a unit missed in a period or of one piece. A miss stays a miss. */
export function ExplainSpots({ title, lead, of, onClose }: ExplainSpotsProps) {
  const { t } = useTranslation(['equipment', 'shell']);
  const { message } = App.useApp();
  const [form] = Form.useForm<Values>();
  const explain = useEquipmentAct(explainSpots);
  const reason = Form.useWatch('reason', form);
  const finish = ({ reason: chosen, note = '' }: Values) =>
    explain.mutate(
      { ...of, reason: chosen, ...(note.trim() === '' ? {} : { note: note.trim() }) },
      {
        onSuccess: ({ explained }) => {
          void message.success(t('desk.misses.explained', { count: explained }));
          onClose();
        },
      },
    );
  return (
    <Modal
      open
      title={title}
      okText={t('shell:actions.save')}
      okButtonProps={{ loading: explain.isPending }}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form form={form} name="explain-spots" layout="vertical" onFinish={finish}>
        <FormProblem form={form} error={explain.error} />
        {lead !== undefined && <p>{lead}</p>}
        <Form.Item name="reason" label={t('desk.misses.reasons')} rules={[{ required: true, message: t('desk.misses.reasonEmpty') }]}>
          <Radio.Group options={spotMissReasons.map((value) => ({ value, label: t(`spotMissReasons.${value}`) }))} />
        </Form.Item>
        <Form.Item
          name="note"
          label={t('desk.misses.note')}
          rules={reason === 'other' ? [{ required: true, whitespace: true, message: t('desk.misses.noteEmpty') }] : []}
        >
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 5 }} maxLength={300} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
