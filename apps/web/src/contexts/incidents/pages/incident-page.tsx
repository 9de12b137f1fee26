import { FileWordOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Button, Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';

import { mayAnywhere } from '../../../api/may.ts';
import { useMe } from '../../../api/me.ts';
import { instantText } from '../../../ui/dates.ts';
import { ErrorState } from '../../../ui/error-state.tsx';
import { type Fact, Facts } from '../../../ui/facts.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { RecordTrail } from '../../../ui/record-trail.tsx';
import { StatusTag } from '../../../ui/status-tag.tsx';
import { Timeline } from '../../../ui/timeline.tsx';
import { IncidentAct } from '../acts/incident-act.tsx';
import { Findings, Hazards, Photos, TimeCorrections } from '../components/beside.tsx';
import { Gates } from '../components/gates.tsx';
import { Handlings } from '../components/handlings.tsx';
import { Investigation } from '../components/investigation.tsx';
import { Casualties, Clocks, Education, Grades, Losses, Measures, Reports } from '../components/records.tsx';
import '../incidents.css';
import { stateTones } from '../look.ts';
import { type IncidentDetail, incidentQuery, useQuickReportFile } from '../queries.ts';
import { harmOf } from './incidents-page.tsx';

const route = getRouteApi('/desk/incidents/$id');
type Of = { readonly incident: IncidentDetail };
type Words = ReturnType<typeof useTranslation<'incidents'>>['t'];

/** 事件页: the facts and what follows from them at the left, clocks, gates and story at the right. */
export function IncidentPage() {
  const { id } = route.useParams();
  const { data: incident, error, refetch } = useQuery(incidentQuery(id));
  if (error !== null) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (incident === undefined) return <Skeleton active paragraph={{ rows: 12 }} />;
  return <Whole key={incident.id} incident={incident} />;
}

function Whole({ incident }: Of) {
  const { t } = useTranslation('incidents');
  return (
    <>
      <PageHeader
        title={incident.number}
        lead={`${incident.unit} · ${instantText(incident.occurredAt)} · ${harmOf(incident, t)}`}
        aside={<StatusTag tone={stateTones[incident.state]}>{t(`states.${incident.state}`)}</StatusTag>}
        actions={<PageActs incident={incident} />}
      />
      <div className="incident-page">
        <Left incident={incident} />
        <Right incident={incident} />
      </div>
      <div className="incident-trail">
        <RecordTrail subjectId={incident.id} />
      </div>
    </>
  );
}

function PageActs({ incident }: Of) {
  const { t } = useTranslation('incidents');
  const me = useMe();
  const file = useQuickReportFile(incident.id);
  return (
    <>
      {mayAnywhere(me, 'incidents.export') && (
        <Button size="small" icon={<FileWordOutlined />} loading={file.isPending} onClick={() => file.mutate()}>
          {t('desk.quickReport')}
        </Button>
      )}
      <IncidentAct incident={incident} act="reopen" />
      <IncidentAct incident={incident} act="cancelDuplicate" />
      <IncidentAct incident={incident} act="reclassify" />
      <IncidentAct incident={incident} act="correctTimes" />
      <IncidentAct incident={incident} act="describe" />
      <IncidentAct incident={incident} act="confirm" type="primary" />
    </>
  );
}

function Left({ incident }: Of) {
  const { t } = useTranslation('incidents');
  return (
    <div>
      <Panel title={t('desk.panels.facts')}>
        <p>{incident.text}</p>
        <Facts facts={factsOf(incident, t)} />
        <TimeCorrections incident={incident} />
      </Panel>
      <Panel title={t('desk.panels.photos')}>
        <Photos incident={incident} />
      </Panel>
      <Panel title={t('desk.panels.casualties')}>
        <Casualties incident={incident} />
      </Panel>
      <Panel title={t('desk.panels.losses')}>
        <Losses incident={incident} />
      </Panel>
      <Panel title={t('desk.panels.grades')}>
        <Grades incident={incident} />
      </Panel>
      <Panel title={t('desk.panels.investigation')}>
        <Investigation incident={incident} />
      </Panel>
      <Panel title={t('desk.panels.hazards')}>
        <Hazards incident={incident} />
      </Panel>
      <Panel title={t('desk.panels.handlings')}>
        <Handlings incident={incident} />
      </Panel>
      <Panel title={t('desk.panels.measures')}>
        <Measures incident={incident} />
      </Panel>
      <Panel title={t('desk.panels.education')}>
        <Education incident={incident} />
      </Panel>
    </div>
  );
}

function Right({ incident }: Of) {
  const { t } = useTranslation('incidents');
  return (
    <div>
      <Panel title={t('desk.panels.clocks')}>
        <Clocks incident={incident} />
      </Panel>
      <Panel title={t('desk.panels.gates')}>
        <Gates incident={incident} />
      </Panel>
      <Panel title={t('desk.panels.reports')}>
        <Reports incident={incident} />
      </Panel>
      <Panel title={t('desk.panels.findings')}>
        <Findings incident={incident} />
      </Panel>
      <Panel title={t('desk.panels.story')}>
        <Story incident={incident} />
      </Panel>
    </div>
  );
}

function Story({ incident }: Of) {
  const { t } = useTranslation('incidents');
  const steps = t('steps', { returnObjects: true }) as Readonly<{ [step: string]: string }>;
  const entries = incident.events.toReversed().map(({ id, step, at, note, by }) => ({
    id,
    at,
    tone: step === 'close' ? ('done' as const) : ('moving' as const),
    title: steps[step] ?? step,
    ...(by === null ? {} : { by }),
    ...(note === null ? {} : { detail: note }),
  }));
  return <Timeline entries={entries} />;
}

function factsOf(incident: IncidentDetail, t: Words): Fact[] {
  const at = (instant: string | null) => (instant === null ? null : instantText(instant));
  return [
    { label: t('desk.columns.class'), value: t(`classes.${incident.eventClass}`) },
    { label: t('desk.grade'), value: incident.grade === null ? t('desk.notGraded') : t(`grades.${incident.grade}`) },
    {
      label: t('desk.fields.accidentType'),
      value: incident.accidentType === null ? null : `${t(`types.${incident.accidentType}`)} ${incident.typeCode ?? ''}`,
    },
    { label: t('desk.fields.place'), value: incident.place },
    { label: t('desk.columns.occurredAt'), value: at(incident.occurredAt) },
    {
      label: t('desk.fields.leaderInformedAt'),
      value: incident.leaderInformedAt === null ? null : `${instantText(incident.leaderInformedAt)} ${incident.leader ?? ''}`,
    },
    { label: t('desk.reportedAt'), value: `${instantText(incident.reportedAt)} ${incident.reporter ?? ''}` },
    { label: t('desk.fields.rescueEndedAt'), value: at(incident.rescueEndedAt) },
    { label: t('desk.fields.responsibility'), value: t(`responsibilities.${incident.responsibility}`) },
    { label: t('desk.columns.closedOn'), value: incident.closedOn },
  ];
}
