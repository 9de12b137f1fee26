import type { ButtonProps } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { newId } from '../../../api/new-id.ts';
import { ActButton } from '../../../ui/act-button.tsx';
import { FieldsDrawer } from '../../../ui/fields-drawer.tsx';
import { refusalSentence } from '../../../ui/refusal-sentence.ts';
import { type IncidentDetail, useAfterAct } from '../queries.ts';
import { type ActSpec, objectionTo } from './act-spec.ts';
import { caseActs } from './case-acts.tsx';
import { handlingActs } from './handling-acts.tsx';
import { investigationActs } from './investigation-acts.tsx';
import { recordActs } from './record-acts.tsx';

const acts = { ...caseActs, ...investigationActs, ...recordActs, ...handlingActs };
export type IncidentActName = keyof typeof acts;

type Props = {
  readonly incident: IncidentDetail;
  readonly act: IncidentActName;
  /** A reason of the page itself, before those that every act has. */
  readonly objection?: string | null;
  readonly type?: ButtonProps['type'];
};

/** A button that does one thing to an incident, or says why it cannot. Whoever may never do it anywhere here does not see it. */
export function IncidentAct({ incident, act, objection = null, type = 'default' }: Props) {
  const { t } = useTranslation('incidents');
  const [actId, setActId] = useState<string | null>(null);
  const after = useAfterAct();
  const spec: ActSpec = acts[act];
  if (!incident.may[spec.may]) return null;
  const code = objectionTo(spec, incident) ?? objection;
  const said =
    code === null
      ? null
      : refusalSentence(code, {
          no: incident.number,
          open: incident.measures.filter(({ state }) => state !== 'done' && state !== 'cancelled').length,
        });
  return (
    <>
      <ActButton size="small" type={type} danger={spec.danger === true} objection={said} onClick={() => setActId(newId())}>
        {t(`desk.acts.${act}`)}
      </ActButton>
      {actId !== null && (
        <FieldsDrawer<object>
          title={`${incident.number} · ${t(`desk.acts.${act}`)}`}
          submit={t(`desk.acts.${act}`)}
          done={t('desk.done')}
          fields={spec.fields(t, incident)}
          {...(spec.initial === undefined ? {} : { initial: spec.initial(incident) })}
          danger={spec.danger === true}
          act={async (values) => {
            await spec.send({ ...incident, actId }, values as never);
            await after();
          }}
          onClose={() => setActId(null)}
        />
      )}
    </>
  );
}
