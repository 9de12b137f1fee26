import { chapterNames } from '@changming/domain/incidents';
import { useTranslation } from 'react-i18next';

import { instantText } from '../../../ui/dates.ts';
import { type Fact, Facts } from '../../../ui/facts.tsx';
import { IncidentAct } from '../acts/incident-act.tsx';
import type { IncidentDetail } from '../queries.ts';

/** 调查: who investigates, the causes found, the report with its chapters, and what became of it. */
export function Investigation({ incident }: { readonly incident: IncidentDetail }) {
  const { t } = useTranslation('incidents');
  const { investigation } = incident;
  return (
    <>
      {investigation === null ? (
        <p className="incident-none">{t('desk.noInvestigation', { level: t(`levels.${incident.levelOwed}`) })}</p>
      ) : (
        <Facts facts={factsOf(investigation, t)} />
      )}
      <div className="incident-foot">
        <IncidentAct incident={incident} act="startInvestigation" />
        <IncidentAct incident={incident} act="writeInvestigation" />
        <IncidentAct incident={incident} act="submitInvestigation" />
        <IncidentAct incident={incident} act="approve" type="primary" />
        <IncidentAct incident={incident} act="sendBack" />
      </div>
    </>
  );
}

type Words = ReturnType<typeof useTranslation<'incidents'>>['t'];

type Given = NonNullable<IncidentDetail['investigation']>;

function factsOf(given: Given, t: Words): Fact[] {
  return [...foundBy(given, t), ...reported(given, t)];
}

function foundBy(given: Given, t: Words): Fact[] {
  return [
    { label: t('desk.fields.level'), value: t(`levels.${given.level}`) },
    { label: t('desk.fields.leader'), value: given.leader },
    { label: t('desk.startedOn'), value: given.startedOn },
    { label: t('desk.fields.nature'), value: given.nature === null ? null : t(`natures.${given.nature}`) },
    { label: t('desk.fields.team'), value: given.team.map(({ name, role }) => `${name}（${role}）`).join('、') || null, wide: true },
    { label: t('desk.fields.directCause'), value: given.directCause, wide: true },
    {
      label: t('desk.indirectCauses'),
      value: given.indirectCauses.map(({ factor, text }) => `${t(`factors.${factor}`)}：${text}`).join('；') || null,
      wide: true,
    },
  ];
}

function reported(given: Given, t: Words): Fact[] {
  const written = chapterNames.filter((chapter) => (given.chapters[chapter] ?? '').trim() !== '');
  return [
    { label: t('desk.chapters'), value: t('desk.chaptersWritten', { count: written.length, all: chapterNames.length }) },
    ...written.map((chapter) => ({ label: t(`chapters.${chapter}`), value: given.chapters[chapter] ?? null, wide: true })),
    {
      label: t('desk.submitted'),
      value: given.submittedAt === null ? null : `${instantText(given.submittedAt)} ${given.submittedBy ?? ''}`,
    },
    {
      label: t('desk.approved'),
      value: given.approvedAt === null ? null : `${instantText(given.approvedAt)} ${given.approvedByBody ?? ''}`,
    },
    ...(given.note === null ? [] : [{ label: t('desk.fields.note'), value: given.note, wide: true }]),
  ];
}
