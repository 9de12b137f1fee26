import { useQuery } from '@tanstack/react-query';
import { App, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { ConfirmAct } from '../../../ui/confirm-act.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { type HazardDetail, measuresQuery, nameFailedMeasure, useHazardMutation } from '../queries.ts';

/** 失效的管控措施: which control this hazard shows to have failed, chosen once by whoever grades it; its risk is then graded anew. */
export function FailedMeasure({ hazard: { id, objections } }: { readonly hazard: HazardDetail }) {
  return objections['register'] === 'access.not_permitted' ? null : <Asked hazardId={id} />;
}

function Asked({ hazardId }: { readonly hazardId: string }) {
  const { t } = useTranslation(['hazards', 'risks']);
  const { data } = useQuery(measuresQuery(hazardId));
  if (data === undefined || (data.named === null && data.measures.length === 0)) return null;
  const named = data.measures.find(({ id }) => id === data.named);
  return (
    <Panel title={t('desk.failedMeasure.title')} lead={named === undefined ? t('desk.failedMeasure.lead') : undefined}>
      {named === undefined ? (
        <Choice hazardId={hazardId} measures={data.measures} />
      ) : (
        <p>{[named.risk, t(`risks:measureKinds.${named.kind}`), named.text].join(' · ')}</p>
      )}
    </Panel>
  );
}

type Measure = { readonly id: string; readonly kind: string; readonly text: string; readonly risk: string };
type ChoiceProps = { readonly hazardId: string; readonly measures: readonly Measure[] };

function Choice({ hazardId, measures }: ChoiceProps) {
  const { t } = useTranslation('hazards');
  const { message } = App.useApp();
  const name = useHazardMutation(nameFailedMeasure);
  const [chosen, setChosen] = useState<string | null>(null);
  const measure = measures.find(({ id }) => id === chosen);
  const risks = [...Map.groupBy(measures, ({ risk }) => risk)];
  return (
    <div className="failed-measure">
      <Select
        showSearch={{ optionFilterProp: 'label' }}
        aria-label={t('desk.failedMeasure.title')}
        placeholder={t('desk.failedMeasure.choose')}
        value={chosen}
        onChange={setChosen}
        options={risks.map(([risk, all]) => ({ label: risk, options: all.map(({ id, text }) => ({ value: id, label: text })) }))}
      />
      <ConfirmAct
        objection={measure === undefined ? t('desk.failedMeasure.choose') : null}
        ask={t('desk.failedMeasure.ask', { text: measure?.text ?? '' })}
        note={t('desk.failedMeasure.note')}
        onAct={async () => {
          await name.mutateAsync({ hazardId, measureId: chosen ?? '' });
          void message.success(t('desk.failedMeasure.done'));
        }}
      >
        {t('desk.failedMeasure.act')}
      </ConfirmAct>
    </div>
  );
}
