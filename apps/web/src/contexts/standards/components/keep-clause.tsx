import { clauseKinds, type ClauseKind } from '@changming/domain/standards';
import { App, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';

import { dayOf } from '../../../ui/dates.ts';
import { type Clause, useKeepClause } from '../queries.ts';
import { SideForm } from './side-form.tsx';
import { articleOf, type EnteredSource, SourceFields } from './source-fields.tsx';

type Entered = EnteredSource & { readonly code: string; readonly kind: ClauseKind; readonly title: string; readonly text: string };
type KeepClauseProps = { /** The version that the new one follows. */ readonly former?: Clause; readonly onClose: () => void };

/** 登记条款, or the next version of one. */
export function KeepClause({ former, onClose }: KeepClauseProps) {
  const { t } = useTranslation('standards');
  const { message } = App.useApp();
  const [form] = Form.useForm<Entered>();
  const keep = useKeepClause();
  const submit = (entered: Entered) =>
    keep.mutate(
      { ...entered, article: articleOf(entered), to: null },
      {
        onSuccess: () => {
          void message.success(t('desk.clauses.done', { code: entered.code }));
          onClose();
        },
      },
    );
  return (
    <SideForm<Entered>
      form={form}
      title={former === undefined ? t('desk.clauses.createTitle') : t('desk.clauses.nextTitle', { code: former.code })}
      lead={former === undefined ? t('desk.clauses.createLead') : t('desk.clauses.nextLead')}
      initialValues={
        former === undefined ? { from: dayOf(new Date()) } : { ...former, article: former.article ?? '', from: dayOf(new Date()) }
      }
      busy={keep.isPending}
      error={keep.error}
      refusals={{ 'standards.before_last_version': 'from' }}
      onSubmit={submit}
      onClose={onClose}
    >
      <ClauseFields fixed={former !== undefined} />
      <SourceFields longest={120} />
    </SideForm>
  );
}

function ClauseFields({ fixed }: { readonly fixed: boolean }) {
  const { t } = useTranslation('standards');
  const required = (message: string) => [{ required: true, whitespace: true, message }];
  return (
    <>
      <Form.Item
        name="code"
        label={t('desk.clauses.code')}
        extra={t('desk.clauses.codeHint')}
        rules={required(t('desk.clauses.codeEmpty'))}
      >
        <Input maxLength={40} disabled={fixed} />
      </Form.Item>
      <Form.Item name="title" label={t('desk.clauses.heading')} rules={required(t('desk.clauses.nameEmpty'))}>
        <Input maxLength={120} />
      </Form.Item>
      <Form.Item name="kind" label={t('desk.clauses.kind')} rules={[{ required: true, message: t('desk.clauses.kindEmpty') }]}>
        <Select options={clauseKinds.map((kind) => ({ value: kind, label: t(`clauseKinds.${kind}`) }))} />
      </Form.Item>
      <Form.Item name="text" label={t('desk.clauses.text')} rules={required(t('desk.clauses.textEmpty'))}>
        <Input.TextArea autoSize={{ minRows: 4, maxRows: 12 }} maxLength={4000} showCount />
      </Form.Item>
    </>
  );
}
