import { Button } from 'antd';
import { useTranslation } from 'react-i18next';

import { PrintOnly } from '../../../ui/print-only.tsx';
import { PrintSheet } from '../../../ui/print-sheet.tsx';
import type { SessionDetail, SessionPerson } from './queries.ts';

type Of = { readonly session: SessionDetail };

/** 培训合格证明: a sheet for everybody who passed, once the session is closed and its results are part of the record. */
export function CompletionPapers({ session }: Of) {
  const { t } = useTranslation('training');
  const passed = session.people.filter(({ result }) => result === 'passed');
  if (session.state !== 'closed' || passed.length === 0) return null;
  return (
    <>
      <Button onClick={() => globalThis.print()}>{t('held.session.print', { count: passed.length })}</Button>
      <PrintOnly>
        {passed.map((person) => (
          <CompletionPaper key={person.personId} session={session} person={person} />
        ))}
      </PrintOnly>
    </>
  );
}

function CompletionPaper({ session, person }: Of & { readonly person: SessionPerson }) {
  const { t } = useTranslation('training');
  const { title, category, level, unit, trainer, heldOn } = session;
  const kind = level === null ? t(`categories.${category}`) : `${t(`categories.${category}`)} · ${t(`levels.${level}`)}`;
  const told = { name: person.name, unit: person.unit, on: heldOn ?? '', title, kind, hours: person.classHours ?? session.classHours };
  return (
    <PrintSheet title={t('held.completion.title')} subtitle={unit} signatures={[t('held.completion.trainer'), t('held.completion.seal')]}>
      <p>{t('held.completion.text', told)}</p>
      {person.score !== null && <p>{t('held.completion.score', { score: person.score })}</p>}
      {trainer !== null && <p>{t('held.completion.by', { trainer })}</p>}
    </PrintSheet>
  );
}
