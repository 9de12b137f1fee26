import { useTranslation } from 'react-i18next';

import { instantText } from '../../../ui/dates.ts';
import { StatusTag } from '../../../ui/status-tag.tsx';
import { IncidentAct } from '../acts/incident-act.tsx';
import type { IncidentDetail } from '../queries.ts';

type Of = { readonly incident: IncidentDetail };

/** 责任人处理; a decision that was withdrawn stays to be seen and counts no more. */
export function Handlings({ incident }: Of) {
  const { t } = useTranslation('incidents');
  const standing = incident.handlings.filter(({ withdrawn }) => withdrawn === null);
  return (
    <>
      {incident.handlings.length === 0 ? (
        <p className="incident-none">{t('desk.noHandlings')}</p>
      ) : (
        <ul className="incident-records">
          {incident.handlings.map((handling) => (
            <Handling key={handling.id} handling={handling} />
          ))}
        </ul>
      )}
      <div className="incident-foot">
        <IncidentAct incident={incident} act="recordHandling" />
        {standing.some(({ executedOn }) => executedOn === null) && <IncidentAct incident={incident} act="executeHandling" />}
        {standing.length > 0 && <IncidentAct incident={incident} act="withdrawHandling" />}
      </div>
    </>
  );
}

function Handling({ handling }: { readonly handling: IncidentDetail['handlings'][number] }) {
  const { t } = useTranslation('incidents');
  const { name, measure, clause, body, decidedOn, executedOn, evidence, withdrawn } = handling;
  const words = `${name} · ${t(`measures.${measure}`)}`;
  return (
    <li>
      <span>{withdrawn === null ? words : <s>{words}</s>}</span>
      {withdrawn === null ? (
        <StatusTag tone={executedOn === null ? 'waiting' : 'done'}>
          {executedOn === null ? t('desk.notExecuted') : t('desk.executed', { on: executedOn })}
        </StatusTag>
      ) : (
        <StatusTag tone="neutral">{t('desk.withdrawn')}</StatusTag>
      )}
      <small>{[body, decidedOn, clause, evidence].filter((each) => each !== null).join(' · ')}</small>
      {withdrawn !== null && (
        <small>{t('desk.withdrawnBy', { by: withdrawn.by ?? '', at: instantText(withdrawn.at), reason: withdrawn.reason })}</small>
      )}
    </li>
  );
}
