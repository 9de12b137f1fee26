import { Button } from 'antd';
import { useTranslation } from 'react-i18next';

import { instantText } from '../../../ui/dates.ts';
import { DetailDrawer } from '../../../ui/detail-drawer.tsx';
import { Facts } from '../../../ui/facts.tsx';
import { Section } from '../../../ui/section.tsx';
import { useLast } from '../../../ui/use-last.ts';
import { changedFields } from '../changed-fields.ts';
import type { TrailEntry } from '../queries.ts';
import { ChangeList } from './change-list.tsx';
import { SubjectName } from './record-name.tsx';
import { useEntryName, useActorName } from './trail-words.ts';

type TrailDrawerProps = {
  readonly entry: TrailEntry | null;
  readonly onClose: () => void;
  readonly onNarrow: (filter: { readonly personId?: string; readonly subjectId?: string }) => void;
};

/** One line of the trail, whole. */
export function TrailDrawer({ entry: chosen, onClose, onNarrow }: TrailDrawerProps) {
  const entryName = useEntryName();
  const entry = useLast(chosen);
  if (entry === null) return null;
  return (
    <DetailDrawer open={chosen !== null} title={entryName(entry)} acts={<Narrow entry={entry} onNarrow={onNarrow} />} onClose={onClose}>
      <EntryFacts entry={entry} />
    </DetailDrawer>
  );
}

function Narrow({
  entry: { personId, subjectId },
  onNarrow,
}: {
  readonly entry: TrailEntry;
  readonly onNarrow: TrailDrawerProps['onNarrow'];
}) {
  const { t } = useTranslation('audit');
  return (
    <>
      {personId !== null && <Button onClick={() => onNarrow({ personId })}>{t('desk.onlyPerson')}</Button>}
      <Button onClick={() => onNarrow({ subjectId })}>{t('desk.onlySubject')}</Button>
    </>
  );
}

function EntryFacts({ entry }: { readonly entry: TrailEntry }) {
  const { t } = useTranslation('audit');
  const actorName = useActorName();
  return (
    <>
      <Facts
        facts={[
          { label: t('desk.at'), value: instantText(entry.at) },
          { label: t('desk.who'), value: actorName(entry) },
          { label: t('desk.unit'), value: entry.unit },
          { label: t('desk.via'), value: t(`desk.vias.${entry.via}`) },
          { label: t('desk.ip'), value: entry.ip },
          { label: t('desk.verbCode'), value: entry.verb },
          { label: t('desk.about'), value: <SubjectName entry={entry} /> },
          { label: t('desk.subject'), value: entry.subjectId, wide: true },
        ]}
      />
      <Section title={t('desk.changes')}>{changedFields(entry).length === 0 ? t('desk.noChanges') : <ChangeList entry={entry} />}</Section>
    </>
  );
}
