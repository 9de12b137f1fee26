import { letterPlaceholders } from '@changming/domain/responsibilities';
import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input, Select, Space } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { newId } from '../../../api/new-id.ts';
import { ConfirmAct } from '../../../ui/confirm-act.tsx';
import { DayPicker } from '../../../ui/day-picker.tsx';
import { FormDrawer } from '../../../ui/form-drawer.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import {
  campaignsQuery,
  closeCampaign,
  draftCampaign,
  editCampaign,
  type LetterCampaign,
  openCampaign,
  useResponsibilityAct,
} from '../queries.ts';

type CampaignPanelProps = { readonly year: number | undefined; readonly onYear: (year: number | undefined) => void };

/** The year's letters: which year is looked at, and for headquarters what can be done with it. */
export function CampaignPanel({ year, onYear }: CampaignPanelProps) {
  const asked = useQuery(campaignsQuery);
  return (
    <Loaded query={asked} rows={1}>
      {({ items, template, today }) => {
        const thisYear = Number(today.slice(0, 4));
        const shown = items.find((each) => each.year === (year ?? thisYear)) ?? (year === undefined ? items[0] : undefined);
        const missing = items.some((each) => each.year === thisYear) ? null : thisYear;
        return (
          <Space wrap size="middle">
            <Years items={items} shown={shown} onYear={onYear} />
            {shown?.mayRun === true && <Running campaign={shown} />}
            {missing !== null && (
              <Prepare year={missing} template={template} mayRun={items.length === 0 || items.some((each) => each.mayRun)} />
            )}
          </Space>
        );
      }}
    </Loaded>
  );
}

type YearsProps = {
  readonly items: readonly LetterCampaign[];
  readonly shown: LetterCampaign | undefined;
  readonly onYear: (year: number | undefined) => void;
};

function Years({ items, shown, onYear }: YearsProps) {
  const { t } = useTranslation('responsibilities');
  if (shown === undefined) return null;
  const options = items.map(({ year, state, signByOn }) => ({
    value: year,
    label: t('desk.letters.yearOf', { year, state: t(`campaignStates.${state}`), signBy: signByOn }),
  }));
  return (
    <Select aria-label={t('desk.letters.year')} value={shown.year} options={options} onChange={onYear} popupMatchSelectWidth={false} />
  );
}

function Running({ campaign }: { readonly campaign: LetterCampaign }) {
  const { t } = useTranslation('responsibilities');
  const [editing, setEditing] = useState(false);
  const open = useResponsibilityAct(openCampaign);
  const close = useResponsibilityAct(closeCampaign);
  const { id, year, state } = campaign;
  if (state === 'closed') return null;
  if (state === 'open') {
    return (
      <ConfirmAct ask={t('desk.letters.closeAsk', { year })} note={t('desk.letters.closeNote')} onAct={() => close.mutateAsync(id)}>
        {t('desk.letters.close')}
      </ConfirmAct>
    );
  }
  return (
    <>
      <Button onClick={() => setEditing(true)}>{t('desk.letters.edit')}</Button>
      <ConfirmAct
        type="primary"
        ask={t('desk.letters.openAsk', { year })}
        note={t('desk.letters.openNote')}
        onAct={() => open.mutateAsync(id)}
      >
        {t('desk.letters.open')}
      </ConfirmAct>
      {editing && <Editing campaign={campaign} onClose={() => setEditing(false)} />}
    </>
  );
}

type Said = { readonly name: string; readonly template: string; readonly fromOn: string; readonly signByOn: string };

function Editing({ campaign, onClose }: { readonly campaign: LetterCampaign; readonly onClose: () => void }) {
  const act = useResponsibilityAct(editCampaign);
  const save = (said: Said) =>
    act.mutate({ campaignId: campaign.id, body: { ...said, version: campaign.version } }, { onSuccess: onClose });
  return <CampaignForm initial={campaign} busy={act.isPending} error={act.error} onSave={save} onClose={onClose} />;
}

function Prepare({ year, template, mayRun }: { readonly year: number; readonly template: string; readonly mayRun: boolean }) {
  const { t } = useTranslation('responsibilities');
  const [id, setId] = useState<string | null>(null);
  const act = useResponsibilityAct(draftCampaign);
  if (!mayRun) return null;
  const initial = { name: t('desk.letters.campaignName', { year }), template, fromOn: `${year}-01-01`, signByOn: `${year}-01-31` };
  const close = () => setId(null);
  return (
    <>
      <Button type="primary" onClick={() => setId(newId())}>
        {t('desk.letters.prepare', { year })}
      </Button>
      {id !== null && (
        <CampaignForm
          initial={initial}
          busy={act.isPending}
          error={act.error}
          onSave={(said) => act.mutate({ id, year, ...said }, { onSuccess: close })}
          onClose={close}
        />
      )}
    </>
  );
}

type CampaignFormProps = {
  readonly initial: Said;
  readonly busy: boolean;
  readonly error: unknown;
  readonly onSave: (said: Said) => void;
  readonly onClose: () => void;
};

function CampaignForm({ initial, busy, error, onSave, onClose }: CampaignFormProps) {
  const { t } = useTranslation('responsibilities');
  const [form] = Form.useForm<Said>();
  const hint = t('desk.letters.templateHint', { placeholders: letterPlaceholders.map((name) => `{${name}}`).join(' ') });
  return (
    <FormDrawer
      title={initial.name}
      submit={t('desk.letters.save')}
      form={form}
      initial={{ name: initial.name, template: initial.template, fromOn: initial.fromOn, signByOn: initial.signByOn }}
      busy={busy}
      error={error}
      onFinish={onSave}
      onClose={onClose}
    >
      <Form.Item name="name" label={t('desk.letters.name')} rules={[{ required: true }]}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="fromOn" label={t('desk.letters.fromOn')} rules={[{ required: true }]}>
        <DayPicker />
      </Form.Item>
      <Form.Item name="signByOn" label={t('desk.letters.signByOn')} rules={[{ required: true }]}>
        <DayPicker />
      </Form.Item>
      <Form.Item name="template" label={t('desk.letters.template')} extra={hint} rules={[{ required: true }]}>
        <Input.TextArea autoSize={{ minRows: 12, maxRows: 28 }} />
      </Form.Item>
    </FormDrawer>
  );
}
