import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { Countdown } from '../../../ui/countdown.tsx';
import { instantText } from '../../../ui/dates.ts';
import { StatusTag } from '../../../ui/status-tag.tsx';
import { IncidentAct } from '../acts/incident-act.tsx';
import { clockTones, tenThousands } from '../look.ts';
import type { IncidentDetail } from '../queries.ts';
import { TimeLeft } from './time-left.tsx';

type Of = { readonly incident: IncidentDetail };

function Rows({ none, children }: { readonly none: string | null; readonly children: ReactNode }) {
  return none === null ? <ul className="incident-records">{children}</ul> : <p className="incident-none">{none}</p>;
}

/** 报送时限: what is due to whom, the earliest open one first, and what became of the others. */
export function Clocks({ incident }: Of) {
  const { t } = useTranslation('incidents');
  const open = (standing: string) => (standing === 'open' || standing === 'missed' ? 0 : 1);
  /** 工伤认定 is applied for by the person: each clock says for whom. */
  const ofWhom = (key: string) => {
    const at = incident.casualties.findIndex(({ id }) => id === key);
    return at < 0 ? '' : ` · ${incident.casualties[at]?.name ?? t('desk.unnamed', { count: at + 1 })}`;
  };
  const clocks = incident.clocks.toSorted((a, b) => open(a.standing) - open(b.standing) || a.dueAt.localeCompare(b.dueAt));
  return (
    <>
      <Rows none={clocks.length === 0 ? t('desk.clock.none') : null}>
        {clocks.map(({ id, code, key, dueAt, metAt, standing, statutory }) => (
          <li key={id}>
            <span>
              {t(`clocks.${code}`)}
              {ofWhom(key)}
            </span>
            {metAt === null && standing !== 'dropped' ? (
              <TimeLeft dueAt={dueAt} />
            ) : (
              <small>{metAt === null ? null : instantText(metAt)}</small>
            )}
            <StatusTag tone={clockTones[standing]}>{t(`clockStandings.${standing}`)}</StatusTag>
            <small>
              {t('desk.clock.due', { at: instantText(dueAt) })}
              {statutory && ` · ${t('desk.clock.statutory')}`}
            </small>
          </li>
        ))}
      </Rows>
      <div className="incident-foot">
        <IncidentAct incident={incident} act="recordReport" type="primary" />
      </div>
    </>
  );
}

/** 报送记录. */
export function Reports({ incident }: Of) {
  const { t } = useTranslation('incidents');
  return (
    <Rows none={incident.reports.length === 0 ? t('desk.noReports') : null}>
      {incident.reports.map(({ id, recipient, kind, channel, toWhom, reportedAt, evidence, by }) => (
        <li key={id}>
          <span>
            {t(`recipients.${recipient}`)} · {t(`reportKinds.${kind}`)}
          </span>
          <small>
            {[instantText(reportedAt), t(`channels.${channel}`), toWhom, evidence, by].filter((each) => each !== null).join(' · ')}
          </small>
        </li>
      ))}
    </Rows>
  );
}

/** 伤亡人员, each with what was said of him when. */
export function Casualties({ incident }: Of) {
  const { t } = useTranslation('incidents');
  return (
    <>
      <Rows none={incident.casualties.length === 0 ? t('desk.noCasualties') : null}>
        {incident.casualties.map(({ id, name, relation, degree, lostDays, statements }, at) => (
          <li key={id}>
            <span>{name ?? t('desk.unnamed', { count: at + 1 })}</span>
            <StatusTag tone={degree === 'none' || degree === 'firstAid' ? 'neutral' : 'alert'}>{t(`degrees.${degree}`)}</StatusTag>
            <small>
              {[t(`relations.${relation}`), lostDays === null ? null : t('desk.lostDays', { count: lostDays })]
                .filter((each) => each !== null)
                .join(' · ')}
            </small>
            {statements.length > 1 && <small>{statements.map((said) => `${said.onDay} ${t(`degrees.${said.degree}`)}`).join(' → ')}</small>}
          </li>
        ))}
      </Rows>
      <div className="incident-foot">
        <IncidentAct incident={incident} act="recordCasualty" />
      </div>
    </>
  );
}

/** 直接经济损失: the last statement counts. */
export function Losses({ incident }: Of) {
  const { t } = useTranslation('incidents');
  return (
    <>
      <Rows none={incident.losses.length === 0 ? t('desk.noLosses') : null}>
        {incident.losses.toReversed().map((loss) => (
          <li key={loss.id}>
            <span>{t('desk.lossOf', { amount: tenThousands(loss.totalFen) })}</span>
            {loss.estimated && <StatusTag tone="waiting">{t('desk.fields.estimated')}</StatusTag>}
            <small>
              {(['ed1', 'ed2', 'ed3', 'ed4', 'ed5'] as const)
                .map((part) => `${t(`desk.fields.${part}`)} ${tenThousands(loss[part])}`)
                .join(' · ')}
            </small>
            <small>{[instantText(loss.recordedAt), loss.basis].filter((each) => each !== null).join(' · ')}</small>
          </li>
        ))}
      </Rows>
      <div className="incident-foot">
        <IncidentAct incident={incident} act="recordLoss" />
      </div>
    </>
  );
}

/** 定级记录, only ever added to: what the facts came to, what was decided, inside and after the supplement window. */
export function Grades({ incident }: Of) {
  const { t } = useTranslation('incidents');
  return (
    <>
      <p className="incident-note">
        {t('desk.suggested', { grade: t(`grades.${incident.suggested}`) })}
        {' · '}
        {t('desk.window', { until: incident.supplementUntil })}
      </p>
      <ul className="incident-records">
        {incident.grades.toReversed().map((entry) => (
          <li key={entry.id}>
            <span>{t(`grades.${entry.grade}`)}</span>
            <StatusTag tone={entry.kind === 'decided' ? 'moving' : 'neutral'}>{t(`gradeKinds.${entry.kind}`)}</StatusTag>
            {entry.postWindow && <StatusTag tone="waiting">{t('desk.postWindow')}</StatusTag>}
            <small>
              {t('desk.entry', {
                deaths: entry.deaths + entry.missing,
                serious: entry.serious,
                minor: entry.minor,
                loss: tenThousands(entry.lossFen),
              })}
            </small>
            <small>
              {[
                instantText(entry.asOf),
                entry.kind === 'facts' ? t(`bases.${entry.basis as 'report'}`, { defaultValue: entry.basis }) : entry.basis,
                entry.by,
              ]
                .filter(Boolean)
                .join(' · ')}
            </small>
          </li>
        ))}
      </ul>
      <div className="incident-foot">
        <IncidentAct incident={incident} act="grade" type={incident.awaitsGrading ? 'primary' : 'default'} />
        <IncidentAct incident={incident} act="setResponsibility" />
      </div>
    </>
  );
}

/** 整改措施, each opens its own record. */
export function Measures({ incident }: Of) {
  const { t } = useTranslation(['incidents', 'actions']);
  return (
    <>
      <Rows none={incident.measures.length === 0 ? t('desk.noMeasures') : null}>
        {incident.measures.map(({ id, number, title, owner, dueOn, state, doneOn }) => (
          <li key={id}>
            <Link to="/actions" search={{ action: id }}>
              {number} {title}
            </Link>
            <StatusTag tone={state === 'done' ? 'done' : state === 'cancelled' ? 'neutral' : 'moving'}>
              {t(`actions:states.${state}`)}
            </StatusTag>
            {state === 'done' || state === 'cancelled' ? <small>{doneOn}</small> : <Countdown dueOn={dueOn} today={incident.today} />}
            <small>{owner}</small>
          </li>
        ))}
      </Rows>
      <div className="incident-foot">
        <IncidentAct incident={incident} act="openMeasure" />
      </div>
    </>
  );
}

/** 事故教育: briefings held and sessions assigned, with who came. */
export function Education({ incident }: Of) {
  const { t } = useTranslation('incidents');
  const none = incident.briefings.length + incident.trainings.length === 0 ? t('desk.noEducation') : null;
  return (
    <>
      <Rows none={none}>
        {incident.trainings.map(({ id, title, state, dueOn, heldOn, expected, attended }) => (
          <li key={id}>
            <span>{title}</span>
            <StatusTag tone={state === 'closed' ? 'done' : state === 'cancelled' ? 'neutral' : 'waiting'}>
              {t(`desk.sessionStates.${state}`)}
            </StatusTag>
            <small>{[heldOn ?? dueOn, t('desk.attended', { attended, expected })].filter((each) => each !== null).join(' · ')}</small>
          </li>
        ))}
        {incident.briefings.map(({ id, onDay, people, text }) => (
          <li key={id}>
            <span>{text}</span>
            <small>{`${onDay} · ${t('desk.people', { count: people })}`}</small>
          </li>
        ))}
      </Rows>
      <div className="incident-foot">
        <IncidentAct incident={incident} act="recordBriefing" />
        <IncidentAct incident={incident} act="assignLesson" />
      </div>
    </>
  );
}
