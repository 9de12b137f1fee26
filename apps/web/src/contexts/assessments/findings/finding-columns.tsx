import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import type { DataColumn } from '../../../ui/data-table.tsx';
import { StatusTag } from '../../../ui/status-tag.tsx';
import type { Tone } from '../../../ui/tokens.ts';
import { type Finding, schemesQuery } from '../queries.ts';
import { useScheme } from '../use-run.ts';
import { periodWords, short, signed, type Words } from '../words.ts';
import { schemeInForce } from './scheme-in-force.ts';

const stageTones: Readonly<Record<Finding['stage'], Tone>> = { proposed: 'waiting', approved: 'done', rejected: 'neutral' };

export function findingColumns(t: Words): DataColumn<Finding>[] {
  const text = (id: keyof Finding & ('unit' | 'on' | 'reason' | 'proposedBy'), width: number): DataColumn<Finding> => ({
    id,
    title: t(`desk.findings.${id}`),
    width,
    render: (finding) => finding[id] ?? t('desk.none'),
  });
  return [
    text('unit', 152),
    { id: 'stage', title: t('desk.findings.stage'), width: 96, render: ({ stage }) => <Stage stage={stage} t={t} /> },
    { id: 'kind', title: t('desk.findings.kind'), width: 88, render: ({ kind }) => t(`desk.findings.kinds.${kind}`) },
    { id: 'rule', title: t('desk.findings.rule'), width: 216, render: (finding) => <Rule finding={finding} /> },
    { id: 'points', title: t('desk.findings.points'), width: 84, numeric: true, render: (finding) => pointsText(finding, t) },
    text('on', 112),
    text('reason', 240),
    text('proposedBy', 96),
    {
      id: 'decidedBy',
      title: t('desk.findings.decidedBy'),
      width: 132,
      render: ({ decidedBy, decidedOn }) => (decidedOn === null ? t('desk.none') : `${decidedBy ?? ''} ${decidedOn}`),
    },
  ];
}

function Stage({ stage, t }: { readonly stage: Finding['stage']; readonly t: Words }) {
  return <StatusTag tone={stageTones[stage]}>{t(`desk.findings.stages.${stage}`)}</StatusTag>;
}

/** The rule by the words of the scheme, with the matter and the period it is about. */
function Rule({ finding: { schemeCode, kind, rule, on, matter, period } }: { readonly finding: Finding }) {
  const { data } = useQuery(schemesQuery());
  const { words } = useScheme(schemeInForce(data?.items ?? [], schemeCode, on));
  const name = kind === 'given' || kind === 'correction' ? words.indicator(rule) : words.rule(rule);
  return (
    <span>
      {`${kind === 'bonus' || kind === 'malus' ? '' : `${rule} `}${name}`}
      <About matter={matter} period={period} />
    </span>
  );
}

function About({ matter, period }: Pick<Finding, 'matter' | 'period'>) {
  const { t } = useTranslation('assessments');
  const about = [matter, period === null ? null : periodWords(period, t)].filter((each) => each !== null);
  return about.length === 0 ? null : <small className="assessment-quiet"> {about.join(' · ')}</small>;
}

function pointsText({ points, outOf }: Finding, t: Words): string {
  if (points === null) return t('desk.none');
  return outOf === null ? signed(points) : `${short(points)} / ${short(outOf)}`;
}
