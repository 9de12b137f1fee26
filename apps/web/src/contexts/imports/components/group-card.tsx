import { CheckCircleFilled } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';

import { mayAnywhere } from '../../../api/may.ts';
import { useMe } from '../../../api/me.ts';
import type { Reply } from '../draft/draft.ts';
import { isForExcel, optionsOf } from '../draft/options.ts';
import type { DraftHold } from '../draft/use-draft.ts';
import { useReply } from '../draft/use-reply.ts';
import type { ImportDetail, ImportGroup } from '../queries.ts';
import { useImportWords } from '../words.ts';
import { BesideTable } from './beside-table.tsx';
import { GroupAnswer } from './group-answer.tsx';

type GroupCardProps = {
  readonly group: ImportGroup;
  readonly batch: Pick<ImportDetail, 'kind' | 'unit'>;
  readonly hold: DraftHold;
  readonly edits: boolean;
};

/** One question with its places at the left, and the ways to answer it at the right. */
export function GroupCard({ group, batch, hold, edits }: GroupCardProps) {
  const { t } = useTranslation('imports');
  const words = useImportWords();
  const { reply, isAnswered, say, unsay, sayToAll } = useReply(group, hold);
  return (
    <article className={isAnswered ? 'imports__group imports__group--answered' : 'imports__group'}>
      <div>
        <h3 className="imports__question" id={`group-${group.key}`}>
          {words.problem(group)}
        </h3>
        <p className="imports__places">
          {group.field !== null && <span className="imports__field">{words.field(batch.kind, group.field)}</span>}
          <Places places={group.places} />
        </p>
        <BesideTable group={group} />
        {isAnswered && (
          <p className="imports__answered">
            <CheckCircleFilled aria-hidden="true" /> {t('desk.answered')}
            <Button type="link" size="small" onClick={unsay}>
              {t('desk.answer.undo')}
            </Button>
            {sayToAll !== null && (
              <Button type="link" size="small" onClick={sayToAll}>
                {t('desk.answer.allAlike')}
              </Button>
            )}
          </p>
        )}
      </div>
      {edits && <Ways group={group} below={batch.unit} reply={reply} onSay={say} />}
    </article>
  );
}

type WaysProps = {
  readonly group: ImportGroup;
  readonly below: string;
  readonly reply: Reply | null;
  readonly onSay: (reply: Reply) => void;
};

function Ways({ group, below, reply, onSay }: WaysProps) {
  const { t } = useTranslation('imports');
  const me = useMe();
  const options = optionsOf(group, (permission) => mayAnywhere(me, permission));
  if (options.length === 0) return <p className="imports__hint">{t('desk.answer.pending')}</p>;
  return (
    <div>
      <GroupAnswer group={group} below={below} options={options} reply={reply} onSay={onSay} />
      {isForExcel(group) && <p className="imports__hint">{t('desk.answer.inExcel')}</p>}
      {group.code === 'sheet_unrecognised' && <p className="imports__hint">{t('desk.answer.readSheet')}</p>}
    </div>
  );
}

/** As many places as are read at a glance. */
const most = 6;

function Places({ places }: Pick<ImportGroup, 'places'>) {
  const { t } = useTranslation('imports');
  const words = useImportWords();
  return (
    <>
      {places.slice(0, most).map((place) => (
        <span key={`${place.sheet}!${place.cell ?? ''}${place.row}`}>{words.place(place)}</span>
      ))}
      {places.length > most && <span>{t('desk.placesMore', { count: places.length })}</span>}
    </>
  );
}
