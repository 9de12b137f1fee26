import * as contract from '@changming/contract/hazards';
import { MessageOutlined } from '@ant-design/icons';
import { App, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { call } from '../../../api/call.ts';
import { mayAnywhere } from '../../../api/may.ts';
import { useMe } from '../../../api/me.ts';
import { FormDrawer } from '../../../ui/form-drawer.tsx';
import { type HazardDetail, useHazardMutation } from '../queries.ts';

type OfHazard = { readonly hazard: Pick<HazardDetail, 'id' | 'number' | 'origin'> };

/** 给上报人留言: also whoever reported without a name reads it, by the claim code. */
export function NoteToReporter({ hazard }: OfHazard) {
  const { t } = useTranslation('hazards');
  const me = useMe();
  const [writing, setWriting] = useState(false);
  // Nobody has reported what a ledger of the time before told of.
  if (hazard.origin === 'opening' || !mayAnywhere(me, 'hazards.triage')) return null;
  return (
    <div className="note-to-reporter">
      <Button size="small" icon={<MessageOutlined />} onClick={() => setWriting(true)}>
        {t('desk.note.title')}
      </Button>
      {writing && <WriteNote hazard={hazard} onClose={() => setWriting(false)} />}
    </div>
  );
}

function WriteNote({ hazard: { id: hazardId, number }, onClose }: OfHazard & { readonly onClose: () => void }) {
  const { t } = useTranslation('hazards');
  const { message } = App.useApp();
  const [form] = Form.useForm<{ text: string }>();
  const write = useHazardMutation((body: { text: string }) => call(contract.noteOnHazard, { params: { hazardId }, body }));
  const finish = (body: { text: string }) =>
    write.mutate(body, {
      onSuccess: () => {
        void message.success(t('desk.note.done'));
        onClose();
      },
    });
  return (
    <FormDrawer
      title={`${t('desk.note.title')} · ${number}`}
      submit={t('desk.note.submit')}
      form={form}
      busy={write.isPending}
      error={write.error}
      onFinish={finish}
      onClose={onClose}
    >
      <Form.Item
        name="text"
        label={t('desk.note.text')}
        extra={t('desk.note.hint')}
        rules={[{ required: true, whitespace: true, message: t('desk.forms.empty') }]}
      >
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} maxLength={2000} />
      </Form.Item>
    </FormDrawer>
  );
}
