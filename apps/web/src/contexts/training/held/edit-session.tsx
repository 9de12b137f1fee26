import type { TrainingCategory, TrainingLevel } from '@changming/domain/training';
import { App, Button, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { FormDrawer } from '../../../ui/form-drawer.tsx';
import { editSession, type SessionDetail, useTrainingAct } from './queries.ts';
import { WhatFields, WhereFields } from './session-form.tsx';

type Words = {
  readonly category: TrainingCategory;
  readonly level?: TrainingLevel | undefined;
  readonly title: string;
  readonly startsAt: string | null;
  readonly endsAt: string | null;
  readonly classHours: number;
  readonly place: string | null;
  readonly trainer: string | null;
  readonly assessed?: boolean;
};
type Of = { readonly session: SessionDetail };

/** 修改培训: time and place of one that was assigned from elsewhere, or whatever was wrong about it. */
export function EditSession({ session }: Of) {
  const { t } = useTranslation('training');
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('held.session.edit')}</Button>
      {open && <EditForm session={session} onClose={() => setOpen(false)} />}
    </>
  );
}

function EditForm({ session, onClose }: Of & { readonly onClose: () => void }) {
  const { t } = useTranslation(['training', 'shell']);
  const { message } = App.useApp();
  const [form] = Form.useForm<Words>();
  const edit = useTrainingAct(editSession);
  const { id: sessionId, version, topics, method } = session;
  const finish = ({ level, assessed, startsAt, endsAt, place, trainer, ...words }: Words) =>
    edit.mutate(
      {
        sessionId,
        body: {
          ...words,
          version,
          topics,
          method,
          level: level ?? null,
          assessed: assessed ?? false,
          startsAt: startsAt ?? '',
          endsAt: endsAt ?? '',
          place: place ?? '',
          trainer: trainer ?? '',
        },
      },
      {
        onSuccess: () => {
          void message.success(t('held.session.edited'));
          onClose();
        },
      },
    );
  return (
    <FormDrawer
      title={t('held.session.edit')}
      submit={t('shell:actions.save')}
      form={form}
      initial={wordsOf(session)}
      busy={edit.isPending}
      error={edit.error}
      onFinish={finish}
      onClose={onClose}
    >
      <WhatFields withUnit={false} />
      <WhereFields />
    </FormDrawer>
  );
}

function wordsOf({ category, level, title, startsAt, endsAt, classHours, place, trainer, assessed }: SessionDetail): Words {
  return { category, level: level ?? undefined, title, startsAt, endsAt, classHours, place, trainer, assessed };
}
