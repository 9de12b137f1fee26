import { PrinterOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { App, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { mayAnywhere } from '../../../api/may.ts';
import { useMe } from '../../../api/me.ts';
import { ActButton } from '../../../ui/act-button.tsx';
import { ConfirmAct } from '../../../ui/confirm-act.tsx';
import { DetailDrawer } from '../../../ui/detail-drawer.tsx';
import { Facts } from '../../../ui/facts.tsx';
import { FormProblem } from '../../../ui/form-problem.tsx';
import { LinkButton } from '../../../ui/link-button.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { RecordTrail } from '../../../ui/record-trail.tsx';
import { refusalSentence } from '../../../ui/refusal-sentence.ts';
import { Section } from '../../../ui/section.tsx';
import { StatusTag } from '../../../ui/status-tag.tsx';
import { usePointAct } from '../queries.ts';
import { sendPicture } from '../send-picture.ts';
import { issueSheet, pictureAddress, type SheetDetail, sheetQuery, withdrawSheet } from '../sheet-queries.ts';
import { PictureField } from './picture-field.tsx';
import { SheetVersions } from './sheet-versions.tsx';
import './sheets.css';

type SheetDrawerProps = { readonly sheetId: string | null; readonly onClose: () => void };

/** One sheet: its picture in force, its versions, its print. */
export function SheetDrawer({ sheetId, onClose }: SheetDrawerProps) {
  const { t } = useTranslation('points');
  const me = useMe();
  const asked = useQuery({ ...sheetQuery(sheetId ?? ''), enabled: sheetId !== null });
  const sheet = sheetId === null ? undefined : asked.data;
  return (
    <DetailDrawer
      open={sheetId !== null}
      title={sheet?.name ?? t('desk.sheets.title')}
      aside={sheet === undefined ? null : <SheetState sheet={sheet} />}
      acts={sheet === undefined ? undefined : <Acts sheet={sheet} edits={mayAnywhere(me, 'points.edit')} />}
      onClose={onClose}
    >
      {sheetId !== null && (
        <Loaded query={asked} onBack={onClose}>
          {(known) => <Known sheet={known} />}
        </Loaded>
      )}
    </DetailDrawer>
  );
}

function SheetState({ sheet: { closedOn, number } }: { readonly sheet: SheetDetail }) {
  const { t } = useTranslation('points');
  if (closedOn !== null) return <StatusTag tone="neutral">{t('sheetStates.withdrawn')}</StatusTag>;
  if (number === null) return <StatusTag tone="alert">{t('desk.sheets.noPicture')}</StatusTag>;
  return <StatusTag tone="done">{t('desk.sheets.versionNo', { number })}</StatusTag>;
}

function Known({ sheet }: { readonly sheet: SheetDetail }) {
  const { t } = useTranslation('points');
  return (
    <>
      {sheet.evidenceId !== null && <img className="sheet-picture" src={pictureAddress(sheet.evidenceId)} alt={sheet.name} />}
      <Facts
        facts={[
          { label: t('desk.sheets.kind'), value: t(`sheetKinds.${sheet.kind}`) },
          { label: t('desk.unit'), value: sheet.unit },
          { label: t('desk.sheets.point'), value: sheet.point ?? t('desk.sheets.wholeUnit') },
          { label: t('desk.sheets.issuedOn'), value: sheet.issuedOn },
        ]}
      />
      <Section title={t('desk.sheets.versions')}>
        <SheetVersions sheet={sheet} />
      </Section>
      <RecordTrail subjectId={sheet.id} />
    </>
  );
}

function Acts({ sheet, edits }: { readonly sheet: SheetDetail; readonly edits: boolean }) {
  const { t } = useTranslation('points');
  const { message } = App.useApp();
  const [issuing, setIssuing] = useState(false);
  const withdraw = usePointAct(withdrawSheet);
  const objection = sheet.closedOn === null ? null : refusalSentence('points.sheet_withdrawn', { name: sheet.name });
  const withdrawing = async (reason: string) => {
    await withdraw.mutateAsync({ id: sheet.id, reason });
    void message.success(t('desk.sheets.withdrawn', { name: sheet.name }));
  };
  return (
    <>
      {sheet.evidenceId !== null && sheet.closedOn === null && (
        <LinkButton icon={<PrinterOutlined />} to="/points/sheets/$id/print" params={{ id: sheet.id }}>
          {t('desk.sheets.print')}
        </LinkButton>
      )}
      {edits && sheet.kind !== 'fourColour' && (
        <>
          <ConfirmAct
            danger
            withReason
            objection={objection}
            ask={t('desk.sheets.withdrawAsk', { name: sheet.name })}
            note={t('desk.sheets.withdrawNote')}
            onAct={withdrawing}
          >
            {t('desk.sheets.withdraw')}
          </ConfirmAct>
          <ActButton type="primary" objection={objection} onClick={() => setIssuing(true)}>
            {t('desk.sheets.issue')}
          </ActButton>
        </>
      )}
      {issuing && <IssueSheet sheet={sheet} onClose={() => setIssuing(false)} />}
    </>
  );
}

type Values = { readonly picture: File; readonly note?: string };

function IssueSheet({ sheet, onClose }: { readonly sheet: SheetDetail; readonly onClose: () => void }) {
  const { t } = useTranslation(['points', 'shell']);
  const { message } = App.useApp();
  const [form] = Form.useForm<Values>();
  const issue = usePointAct(async ({ picture, note }: Values) => {
    const evidenceId = await sendPicture(picture, { unitId: sheet.unitId, subject: sheet.id });
    return issueSheet({ id: sheet.id, evidenceId, note: note?.trim() || null });
  });
  const finish = (values: Values) =>
    issue.mutate(values, {
      onSuccess: ({ number }) => {
        void message.success(t('desk.sheets.issued', { number }));
        onClose();
      },
    });
  return (
    <Modal
      open
      title={t('desk.sheets.issue')}
      width={520}
      okText={t('desk.sheets.issue')}
      okButtonProps={{ loading: issue.isPending }}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form form={form} name="issue" layout="vertical" onFinish={finish}>
        <FormProblem form={form} error={issue.error} />
        <Form.Item
          name="picture"
          label={t('desk.sheets.picture')}
          extra={t('desk.sheets.pictureHint')}
          rules={[{ required: true, message: t('desk.sheets.pictureEmpty') }]}
        >
          <PictureField />
        </Form.Item>
        <Form.Item name="note" label={t('desk.sheets.note')}>
          <Input maxLength={200} placeholder={t('desk.sheets.noteHint')} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
