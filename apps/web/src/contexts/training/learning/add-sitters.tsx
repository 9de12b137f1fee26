import { App, Form } from 'antd';
import { useTranslation } from 'react-i18next';

import { FormDrawer } from '../../../ui/form-drawer.tsx';
import { AudienceFields, audienceOf, type AudienceWords } from '../held/audience-fields.tsx';
import { addSitters } from './exam-acts.ts';
import { useLearningAct } from './queries.ts';

/** 增加应考人员, chosen in bulk; whoever has a seat keeps it. */
export function AddSitters({ examId, onClose }: { readonly examId: string; readonly onClose: () => void }) {
  const { t } = useTranslation('training');
  const { message } = App.useApp();
  const [form] = Form.useForm<AudienceWords>();
  const add = useLearningAct(addSitters);
  const finish = (words: AudienceWords) =>
    add.mutate(
      { examId, body: { audience: audienceOf(words) } },
      {
        onSuccess: ({ seats }) => {
          void message.success(t('learning.exams.added', { count: seats }));
          onClose();
        },
      },
    );
  return (
    <FormDrawer
      title={t('learning.exams.add')}
      submit={t('learning.exams.add')}
      form={form}
      busy={add.isPending}
      error={add.error}
      onFinish={finish}
      onClose={onClose}
    >
      <AudienceFields />
    </FormDrawer>
  );
}
