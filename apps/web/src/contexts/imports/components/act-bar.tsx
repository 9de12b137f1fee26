import { Button } from 'antd';
import { useTranslation } from 'react-i18next';

import { ActButton } from '../../../ui/act-button.tsx';
import { ConfirmAct } from '../../../ui/confirm-act.tsx';
import { sentenceOf } from '../../../ui/sentence-of.ts';
import { sizeOf } from '../draft/draft.ts';
import type { DraftHold } from '../draft/use-draft.ts';
import { type ImportDetail, useAnswer, useStart } from '../queries.ts';
import { SaveFileButton } from './save-file-button.tsx';

type ActBarProps = { readonly batch: ImportDetail; readonly hold: DraftHold };

/** Stays in view below the rows: answers that wait to be sent, the marked workbook, and bringing the rows in. */
export function ActBar({ batch, hold }: ActBarProps) {
  const waits = sizeOf(hold.draft) > 0;
  if (!waits && batch.state !== 'planned') return null;
  return (
    <footer className="imports__bar">
      {waits ? <Waiting batch={batch} hold={hold} /> : <span className="imports__pending" />}
      {batch.state === 'planned' && <Judged batch={batch} waits={waits} />}
    </footer>
  );
}

function Judged({ batch: { id, counts, marked }, waits }: { readonly batch: ImportDetail; readonly waits: boolean }) {
  const { t } = useTranslation('imports');
  const { ready, ask, wrong, remembered = 0 } = counts ?? { ready: 0, ask: 0, wrong: 0 };
  const objection = waits ? t('desk.bar.judgeFirst') : null;
  const open = ask + wrong;
  return (
    <>
      {!waits && marked && (
        <SaveFileButton address={`/imports/${id}/errors`} hint={t('desk.bar.errorsHint')}>
          {t('desk.bar.errors')}
        </SaveFileButton>
      )}
      {ready === 0 && remembered > 0 ? (
        <Remember batchId={id} remembered={remembered} objection={objection} />
      ) : (
        <BringIn batchId={id} ready={ready} open={open} objection={objection} />
      )}
    </>
  );
}

/** What was said and not sent: nothing is lost until the API has taken it. */
function Waiting({ batch, hold }: ActBarProps) {
  const { t } = useTranslation('imports');
  const answer = useAnswer(batch.id);
  return (
    <>
      <div className="imports__pending" role="status">
        <strong>{t('desk.bar.pending', { count: sizeOf(hold.draft) })}</strong>
        <small>{t('desk.bar.kept')}</small>
        {answer.error !== null && <span role="alert">{sentenceOf(answer.error)}</span>}
      </div>
      <ConfirmAct ask={t('desk.bar.discardAsk')} onAct={async () => hold.clear()}>
        {t('desk.bar.discard')}
      </ConfirmAct>
      <Button type="primary" loading={answer.isPending} onClick={() => answer.mutate({ draft: hold.draft, onTaken: hold.clear })}>
        {t('desk.bar.judge')}
      </Button>
    </>
  );
}

type BringInProps = { readonly batchId: string; readonly ready: number; readonly open: number; readonly objection: string | null };

/** 只导入合格的, or nothing before everything is. */
function BringIn({ batchId, ready, open, objection }: BringInProps) {
  const { t } = useTranslation('imports');
  const start = useStart(batchId);
  const barred = objection ?? (ready === 0 ? t('desk.nothing.ready') : null);
  return (
    <>
      {open > 0 && <ActButton objection={t('desk.bar.openLeft', { open })}>{t('desk.bar.all')}</ActButton>}
      <ConfirmAct
        {...(objection === null ? { type: 'primary' } : {})}
        objection={barred}
        ask={t('desk.bar.someAsk', { count: ready })}
        note={open > 0 ? t('desk.bar.someNote', { open }) : t('desk.bar.noneOpen')}
        onAct={() => start.mutateAsync(open === 0)}
      >
        {t('desk.bar.some', { count: ready })}
      </ConfirmAct>
    </>
  );
}

type RememberProps = { readonly batchId: string; readonly remembered: number; readonly objection: string | null };

/** Nothing is to be brought in, and yet the next file need not ask what was answered here. */
function Remember({ batchId, remembered, objection }: RememberProps) {
  const { t } = useTranslation('imports');
  const start = useStart(batchId);
  const ask = t('desk.bar.rememberAsk', { count: remembered });
  return (
    <ConfirmAct type="primary" objection={objection} ask={ask} onAct={() => start.mutateAsync(false)}>
      {t('desk.bar.remember')}
    </ConfirmAct>
  );
}
