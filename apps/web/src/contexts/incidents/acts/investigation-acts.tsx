import * as contract from '@changming/contract/incidents';
import { causeFactors, chapterNames, investigationLevels, isBeingInvestigated, natures } from '@changming/domain/incidents';

import { call } from '../../../api/call.ts';
import type { PickedPerson } from '../../workforce/components/person-picker.tsx';
import { type ActSpec, of } from './act-spec.ts';
import { fieldsIn, optionsOf, trimmed } from './controls.tsx';

type Texts = { readonly [field: string]: string | undefined };
type Written = Texts & {
  readonly appraisalDays?: number;
  readonly extendedDays?: number;
  readonly uncertifiedOperation?: boolean;
  readonly unpermittedWork?: boolean;
};

/** 调查: begun, written, handed in, sent back or approved. */
export const investigationActs = {
  startInvestigation: {
    may: 'record',
    step: 'investigate',
    fields: (t) => [
      fieldsIn(t).choice(
        { name: 'level', required: true, extra: t('desk.hints.level') },
        optionsOf(investigationLevels, (value) => t(`levels.${value}`)),
      ),
      fieldsIn(t).person({ name: 'leader' }),
      fieldsIn(t).words({ name: 'team', extra: t('desk.hints.team') }, 600),
    ],
    initial: ({ levelOwed }) => ({ level: levelOwed }),
    send: (incident, { level, leader, team }: { level: string; leader?: PickedPerson | null; team?: string }) =>
      call(contract.startInvestigation, { ...of(incident), body: { level, leaderId: leader?.id ?? null, team: teamOf(team) } as never }),
  },
  writeInvestigation: {
    may: 'record',
    when: isBeingInvestigated,
    fields: (t) => {
      const field = fieldsIn(t);
      return [
        field.choice(
          { name: 'level', required: true, extra: t('desk.hints.level') },
          optionsOf(investigationLevels, (value) => t(`levels.${value}`)),
        ),
        field.words({ name: 'directCause' }, 1000),
        ...causeFactors.map((factor) => ({
          ...field.words({ name: 'note' }),
          name: `cause_${factor}`,
          label: t('desk.causeOf', { factor: t(`factors.${factor}`) }),
        })),
        field.choice(
          { name: 'nature' },
          optionsOf(natures, (value) => t(`natures.${value}`)),
        ),
        ...chapterNames.map((chapter) => ({
          ...field.words({ name: 'note' }, 5000),
          name: `chapter_${chapter}`,
          label: t(`chapters.${chapter}`),
        })),
        field.words({ name: 'nobodyToHandle', extra: t('desk.hints.nobodyToHandle') }, 300),
        field.tick({ name: 'uncertifiedOperation' }),
        field.tick({ name: 'unpermittedWork' }),
        field.count({ name: 'appraisalDays' }, 365),
        field.count({ name: 'extendedDays' }, 365),
      ];
    },
    initial: ({ investigation, uncertifiedOperation, unpermittedWork }) => ({
      uncertifiedOperation,
      unpermittedWork,
      ...(investigation === null ? {} : spread(investigation)),
    }),
    send: (
      incident,
      { level, directCause, nature, nobodyToHandle, appraisalDays, extendedDays, uncertifiedOperation, unpermittedWork, ...rest }: Written,
    ) =>
      call(contract.writeInvestigation, {
        ...of(incident),
        body: {
          version: incident.investigation?.version ?? 0,
          level,
          appraisalDays: appraisalDays ?? 0,
          extendedDays: extendedDays ?? 0,
          directCause: trimmed(directCause),
          indirectCauses: causeFactors.flatMap((factor) => {
            const text = trimmed(rest[`cause_${factor}`]);
            return text === null ? [] : [{ factor, text }];
          }),
          nature: nature ?? null,
          chapters: Object.fromEntries(
            chapterNames.flatMap((chapter) => {
              const text = trimmed(rest[`chapter_${chapter}`]);
              return text === null ? [] : [[chapter, text]];
            }),
          ),
          nobodyToHandle: trimmed(nobodyToHandle),
          uncertifiedOperation: uncertifiedOperation ?? false,
          unpermittedWork: unpermittedWork ?? false,
        } as never,
      }),
  },
  submitInvestigation: {
    may: 'record',
    step: 'submit',
    fields: () => [],
    send: (incident) => call(contract.submitInvestigation, of(incident)),
  },
  approve: {
    may: 'approve',
    step: 'approve',
    fields: (t) => [
      fieldsIn(t).line({ name: 'body', required: true, extra: t('desk.hints.approvalBody') }),
      fieldsIn(t).words({ name: 'note' }),
    ],
    send: (incident, { body = '', note }: Texts) =>
      call(contract.approveInvestigation, { ...of(incident), body: { body, note: trimmed(note) } }),
  },
  sendBack: {
    may: 'approve',
    step: 'sendBack',
    danger: true,
    fields: (t) => [fieldsIn(t).words({ name: 'note', required: true })],
    send: (incident, { note = '' }: Texts) => call(contract.sendBackInvestigation, { ...of(incident), body: { note } }),
  },
} as const satisfies Record<string, ActSpec>;

/** One member a line: a name, then the role. */
function teamOf(typed: string | undefined): { name: string; role: string }[] {
  return (typed ?? '').split('\n').flatMap((line) => {
    const [name = '', ...role] = line.trim().split(/[\s,，、]+/);
    return name === '' ? [] : [{ name, role: role.join(' ') || '组员' }];
  });
}

type Investigation = NonNullable<Parameters<ActSpec['fields']>[1]['investigation']>;

function spread(investigation: Investigation): object {
  const { level, directCause, nature, nobodyToHandle, appraisalDays, extendedDays, indirectCauses, chapters } = investigation;
  const causes = causeFactors.map((factor) => [
    `cause_${factor}`,
    indirectCauses
      .filter((each) => each.factor === factor)
      .map(({ text }) => text)
      .join('\n'),
  ]);
  const written = chapterNames.map((chapter) => [`chapter_${chapter}`, chapters[chapter] ?? '']);
  return { level, directCause, nature, nobodyToHandle, appraisalDays, extendedDays, ...Object.fromEntries([...causes, ...written]) };
}
