import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { dayOf } from '../../../ui/dates.ts';
import { DetailDrawer } from '../../../ui/detail-drawer.tsx';
import { Facts } from '../../../ui/facts.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { Section } from '../../../ui/section.tsx';
import { StatusTag } from '../../../ui/status-tag.tsx';
import { useMayEdit } from '../may-edit.ts';
import { type Clause, clauseQuery } from '../queries.ts';
import { basisWords, stateOn, validityWords } from '../rule-words.ts';
import { KeepClause } from './keep-clause.tsx';

const tones = { holds: 'done', coming: 'waiting', past: 'neutral' } as const;

/** One clause with all its versions, the latest first. */
export function ClauseDrawer({ code, onClose }: { readonly code: string; readonly onClose: () => void }) {
  const versions = useQuery(clauseQuery(code));
  const edits = useMayEdit();
  const [latest] = versions.data?.items ?? [];
  return (
    <DetailDrawer
      open
      title={latest?.title ?? code}
      {...(edits && latest !== undefined ? { acts: <NextVersion former={latest} /> } : {})}
      onClose={onClose}
    >
      <Loaded query={versions} onBack={onClose}>
        {({ items }) => items.map((clause) => <Version key={clause.id} clause={clause} />)}
      </Loaded>
    </DetailDrawer>
  );
}

function NextVersion({ former }: { readonly former: Clause }) {
  const { t } = useTranslation('standards');
  const [entering, setEntering] = useState(false);
  return (
    <>
      <Button type="primary" onClick={() => setEntering(true)}>
        {t('desk.clauses.next')}
      </Button>
      {entering && <KeepClause former={former} onClose={() => setEntering(false)} />}
    </>
  );
}

function Version({ clause }: { readonly clause: Clause }) {
  const { t } = useTranslation('standards');
  const state = stateOn(clause, dayOf(new Date()));
  const facts = [
    { label: t('desk.clauses.code'), value: clause.code },
    { label: t('desk.clauses.kind'), value: t(`clauseKinds.${clause.kind}`) },
    { label: t('desk.source'), value: basisWords(clause), wide: true },
    { label: t('desk.certainty'), value: t(`certainties.${clause.certainty}`) },
    { label: t('desk.rules.holds'), value: <StatusTag tone={tones[state]}>{t(`desk.rules.${state}`)}</StatusTag> },
    { label: t('desk.clauses.text'), value: <p className="standards-text">{clause.text}</p>, wide: true },
  ];
  return (
    <Section title={validityWords(clause, t)}>
      <Facts facts={facts} />
    </Section>
  );
}
