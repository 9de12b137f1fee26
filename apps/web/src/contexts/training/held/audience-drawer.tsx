import { App, Form } from 'antd';

import { FormDrawer } from '../../../ui/form-drawer.tsx';
import { AudienceFields, audienceOf, type AudienceWords } from './audience-fields.tsx';

type AudienceDrawerProps = {
  readonly title: string;
  /** Adds whoever was chosen and answers the sentence that says how many. */
  readonly add: { readonly busy: boolean; readonly error: Error | null; readonly run: (chosen: Audience) => Promise<string> };
  readonly onClose: () => void;
};
export type Audience = ReturnType<typeof audienceOf>;

/** 批量加人 to a session or an exam. */
export function AudienceDrawer({ title, add, onClose }: AudienceDrawerProps) {
  const { message } = App.useApp();
  const [form] = Form.useForm<AudienceWords>();
  const finish = async (words: AudienceWords) => {
    /** What went wrong is told by the drawer. */
    const said = await add.run(audienceOf(words)).catch(() => null);
    if (said === null) return;
    void message.success(said);
    onClose();
  };
  return (
    <FormDrawer
      title={title}
      submit={title}
      form={form}
      busy={add.busy}
      error={add.error}
      onFinish={(words) => void finish(words)}
      onClose={onClose}
    >
      <AudienceFields />
    </FormDrawer>
  );
}
