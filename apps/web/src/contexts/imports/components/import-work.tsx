import { Link } from '@tanstack/react-router';
import { Alert, Button, Spin } from 'antd';
import { useTranslation } from 'react-i18next';

import { mayAnywhere } from '../../../api/may.ts';
import { useMe } from '../../../api/me.ts';
import { instantText } from '../../../ui/dates.ts';
import { Panel } from '../../../ui/panel.tsx';
import { refusalSentence } from '../../../ui/refusal-sentence.ts';
import { sentenceOf } from '../../../ui/sentence-of.ts';
import { type DraftHold, useDraft } from '../draft/use-draft.ts';
import { type ImportDetail, useAnswer } from '../queries.ts';
import { ActBar } from './act-bar.tsx';
import { DropWorkbook } from './drop-workbook.tsx';
import { Outcome } from './outcome.tsx';
import { SheetsPanel } from './sheets-panel.tsx';
import { VerdictTabs } from './verdict-tabs.tsx';

type Of = { readonly batch: ImportDetail };

/** What there is to do with a batch in its state. */
export function ImportWork({ batch }: Of) {
  if (batch.state === 'declared') return <Awaited batch={batch} />;
  if (batch.state === 'reading' || batch.state === 'running') return <UnderWay batch={batch} state={batch.state} />;
  return <Settled batch={batch} />;
}

/** How it went, and below it what can still be looked at or put right. */
function Settled({ batch }: Of) {
  const hold = useDraft(batch.id);
  return (
    <>
      <BroughtInBefore batch={batch} />
      <Awaiting batch={batch} />
      {batch.state === 'done' && <Outcome batch={batch} />}
      {batch.state === 'failed' && <Failed batch={batch} hold={hold} />}
      {batch.state === 'planned' && <AskedAgain batch={batch} />}
      <Check batch={batch} hold={hold} />
    </>
  );
}

/** It was to come in, and rows are asked about that were not when it was ordered. */
function AskedAgain({ batch: { failure } }: Of) {
  if (failure === null) return null;
  return <Alert className="imports__notice" type="warning" showIcon title={refusalSentence(failure.code, failure.facts)} />;
}

/** How the sheets were read, what became of every row, and what was said about both. */
function Check({ batch, hold }: Of & { readonly hold: DraftHold }) {
  const { state, counts, mapping } = batch;
  const edits = mayAnywhere(useMe(), 'imports.run') && (state !== 'done' || batch.awaiting > 0);
  if (mapping === null) return null;
  return (
    <>
      <SheetsPanel batch={batch} sheets={mapping} hold={hold} edits={edits} />
      {counts !== null && state !== 'failed' && <VerdictTabs batch={batch} counts={counts} hold={hold} edits={edits} />}
      {edits && <ActBar batch={batch} hold={hold} />}
    </>
  );
}

/** The file never came, or did not get through. */
function Awaited({ batch }: Of) {
  const { t } = useTranslation('imports');
  return (
    <Panel lead={t('desk.start.await')}>
      <DropWorkbook batchId={batch.id} onSent={() => undefined} />
    </Panel>
  );
}

function UnderWay({ batch: { kind, made, changed, counts }, state }: Of & { readonly state: 'reading' | 'running' }) {
  const { t } = useTranslation('imports');
  const written = state === 'running' && kind === 'hazards' ? made + changed : 0;
  return (
    <Panel>
      <div className="imports__wait" role="status">
        <Spin />
        <div>
          <strong>{t(`desk.${state}`)}</strong>
          {written > 0 && <p>{t('desk.runningSoFar', { written, all: counts?.ready ?? written })}</p>}
          <p>{t(`desk.${state}Note`)}</p>
        </div>
      </div>
    </Panel>
  );
}

function BroughtInBefore({ batch: { sameFileDone, state } }: Of) {
  const { t } = useTranslation('imports');
  if (sameFileDone === null || state === 'done') return null;
  return (
    <Alert
      className="imports__notice"
      type="info"
      showIcon
      title={t('desk.before', { at: sameFileDone.doneAt === null ? '—' : instantText(sameFileDone.doneAt) })}
      action={
        <Link to="/imports/$id" params={{ id: sameFileDone.id }}>
          {t('desk.beforeLink')}
        </Link>
      }
    />
  );
}

/** Rows that somebody else must confirm: whoever may has them on the home page, also when the others have come in. */
function Awaiting({ batch: { awaiting } }: Of) {
  const { t } = useTranslation('imports');
  if (awaiting === 0) return null;
  return <Alert className="imports__notice" type="info" showIcon title={t('desk.awaiting', { count: awaiting })} />;
}

/** Cut off, or refused when the rows were to go in: the records may be others by now. A file that cannot be read stays what it is. */
function mayGoBetter(code: string | undefined, mapping: ImportDetail['mapping']): boolean {
  return code === 'imports.interrupted' || (mapping !== null && code !== 'imports.no_table');
}

/** Says why; what may go better is tried again as it is. */
function Failed({ batch: { id, failure, mapping }, hold }: Of & { readonly hold: DraftHold }) {
  const { t } = useTranslation('imports');
  const answer = useAnswer(id);
  const again = () => answer.mutate({ draft: hold.draft, onTaken: hold.clear });
  return (
    <Alert
      className="imports__notice"
      type="error"
      showIcon
      title={failure === null ? t('desk.failed') : refusalSentence(failure.code, failure.facts)}
      description={answer.error === null ? undefined : sentenceOf(answer.error)}
      action={
        mayGoBetter(failure?.code, mapping) && (
          <Button loading={answer.isPending} onClick={again}>
            {t('desk.retry')}
          </Button>
        )
      }
    />
  );
}
