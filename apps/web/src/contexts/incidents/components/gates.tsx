import { useTranslation } from 'react-i18next';

import { instantText } from '../../../ui/dates.ts';
import { refusalSentence } from '../../../ui/refusal-sentence.ts';
import { StatusTag } from '../../../ui/status-tag.tsx';
import { IncidentAct } from '../acts/incident-act.tsx';
import type { IncidentDetail } from '../queries.ts';

/** 四不放过: of each what proves it, what is missing, and who confirmed it. The case closes when all four are confirmed. */
export function Gates({ incident }: { readonly incident: IncidentDetail }) {
  const unconfirmed = incident.gates.find(({ confirmed }) => !confirmed);
  const provable = incident.gates.some(({ unproven, confirmed }) => unproven === null && !confirmed);
  return (
    <>
      <ul className="incident-records">
        {incident.gates.map((gate) => (
          <Gate key={gate.gate} incident={incident} gate={gate} />
        ))}
      </ul>
      <div className="incident-foot">
        <IncidentAct
          incident={incident}
          act="confirmGate"
          objection={provable ? null : (unconfirmed?.unproven ?? 'incidents.gate_confirmed')}
        />
        <IncidentAct incident={incident} act="close" objection={incident.closingObjection} type="primary" />
      </div>
    </>
  );
}

type Shown = IncidentDetail['gates'][number];

function Gate({ incident, gate: { gate, unproven, confirmed, ...said } }: { readonly incident: IncidentDetail; readonly gate: Shown }) {
  const { t } = useTranslation('incidents');
  const open = incident.measures.filter(({ state }) => state !== 'done' && state !== 'cancelled').length;
  return (
    <li>
      <span className="incident-gate">
        <span>
          <StatusTag tone={confirmed ? 'done' : unproven === null ? 'waiting' : 'alert'}>{t(`gates.${gate}`)}</StatusTag>
        </span>
        <small>{proofOf(incident, gate, t)}</small>
        {unproven !== null && <small className="incident-missing">{refusalSentence(unproven, { open })}</small>}
        {confirmed && <small>{confirmedBy(said, t)}</small>}
        {!confirmed && unproven === null && <small>{t('desk.gate.toConfirm')}</small>}
      </span>
    </li>
  );
}

function confirmedBy({ by, at, evidence }: Pick<Shown, 'by' | 'at' | 'evidence'>, t: Words): string {
  return t('desk.gate.confirmed', { by: by ?? '', at: at === null ? '' : instantText(at), evidence: evidence ?? '' });
}

type Words = ReturnType<typeof useTranslation<'incidents'>>['t'];

function proofOf(incident: IncidentDetail, gate: Shown['gate'], t: Words): string {
  const done = incident.measures.filter(({ state }) => state === 'done').length;
  const asked = incident.measures.filter(({ state }) => state !== 'cancelled').length;
  const standing = incident.handlings.filter(({ withdrawn }) => withdrawn === null);
  const executed = standing.filter(({ executedOn }) => executedOn !== null).length;
  const approved = incident.investigation?.approvedAt ?? null;
  const proofs = {
    causeFound: approved === null ? t('desk.gate.notApproved') : t('desk.gate.approved', { at: instantText(approved) }),
    personHandled:
      standing.length === 0
        ? (incident.investigation?.nobodyToHandle ?? t('desk.gate.noHandling'))
        : t('desk.gate.handled', { done: executed, count: standing.length }),
    measuresDone: t('desk.gate.measures', { done, count: asked }),
    peopleEducated: t('desk.gate.educated', { count: incident.educated }),
  };
  return proofs[gate];
}
