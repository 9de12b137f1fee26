import { keptWithImport } from '@changming/domain/imports';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { StatusTag } from '../../../ui/status-tag.tsx';
import { UnitPicker } from '../../../ui/unit-picker.tsx';
import { unitSource } from '../../units/queries.ts';
import type { DraftHold } from '../draft/use-draft.ts';
import type { ImportDetail, ImportSheet } from '../queries.ts';
import { unreadOf } from '../unread-columns.ts';
import { useImportWords } from '../words.ts';
import { ColumnsTable } from './columns-table.tsx';
import { HeaderChoice } from './header-choice.tsx';

type Understanding = { readonly batch: Pick<ImportDetail, 'kind' | 'answers'>; readonly sheet: ImportSheet };
type SheetCardProps = Understanding & { readonly hold: DraftHold; readonly edits: boolean };

const tones = { read: 'done', hidden: 'neutral', skipped: 'neutral', unrecognised: 'waiting' } as const;

/** One sheet: its header, its columns, its unit, and a way to put each right. */
export function SheetCard({ batch, sheet, hold, edits }: SheetCardProps) {
  const { t } = useTranslation('imports');
  const { kind } = batch;
  const [shown, show] = useState<Part | null>(null);
  return (
    <article className="imports__sheet">
      <header>
        <h3>{sheet.sheet}</h3>
        <StatusTag tone={tones[sheet.status]}>{t(`desk.sheets.statuses.${sheet.status}`)}</StatusTag>
        <Understood batch={batch} sheet={sheet} />
        <div className="imports__sheet-acts">
          {partsOf(sheet, edits).map((part) => (
            <Fold key={part} part={part} open={shown === part} onToggle={() => show(shown === part ? null : part)} />
          ))}
          {edits && <SheetTurn sheet={sheet} hold={hold} />}
        </div>
      </header>
      {isChanged(sheet.sheet, hold) && <p className="imports__changed">{t('desk.sheets.changed')}</p>}
      {shown === 'columns' && <ColumnsTables kind={kind} sheet={sheet} hold={hold} edits={edits} />}
      {shown === 'header' && <HeaderChoice sheet={sheet} hold={hold} />}
      {shown !== null && edits && kind !== 'units' && <SheetScope sheet={sheet} hold={hold} />}
    </article>
  );
}

type ColumnsProps = Pick<SheetCardProps, 'sheet' | 'hold' | 'edits'> & Pick<Understanding['batch'], 'kind'>;

/** The columns of each table of the sheet: a further one has a header of its own. */
function ColumnsTables({ kind, sheet: { sheet, columns, further = [] }, hold, edits }: ColumnsProps) {
  const { t } = useTranslation('imports');
  return (
    <>
      <ColumnsTable kind={kind} sheet={{ sheet, columns, further: null }} hold={hold} edits={edits} />
      {further.map(({ header: { first }, columns: own }) => (
        <section key={first}>
          <h4>{t('desk.sheets.further', { row: first })}</h4>
          <ColumnsTable kind={kind} sheet={{ sheet, columns: own, further: first }} hold={hold} edits={edits} />
        </section>
      ))}
    </>
  );
}

type Part = 'columns' | 'header';

function partsOf({ columns, preview }: ImportSheet, edits: boolean): Part[] {
  return [...(columns.length > 0 ? ['columns' as const] : []), ...(edits && preview.length > 0 ? ['header' as const] : [])];
}

function isChanged(sheet: string, { draft }: DraftHold): boolean {
  return [draft.sheets, draft.headers, draft.columns, draft.scopes].some((part) => Object.hasOwn(part, sheet));
}

function Fold({ part, open, onToggle }: { readonly part: Part; readonly open: boolean; readonly onToggle: () => void }) {
  const { t } = useTranslation('imports');
  const words = part === 'columns' ? t('desk.sheets.correct') : t('desk.sheets.chooseHeader');
  return (
    <Button size="small" aria-expanded={open} onClick={onToggle}>
      {open ? t('desk.sheets.close') : words}
    </Button>
  );
}

function Understood({ batch: { kind, answers }, sheet }: Understanding) {
  const { t } = useTranslation('imports');
  const { header, columns, scope, status } = sheet;
  if (header === null) return null;
  const unread = unreadOf(sheet, answers).map(({ column, label }) => `${column} ${label}`.trim());
  const known = columns.filter(({ field }) => field !== null).length;
  const unit = scope === null ? t('desk.sheets.noScope') : t('desk.sheets.scope', { unit: scope });
  return (
    <span className="imports__understood">
      <span>{t(header.first === header.last ? 'desk.sheets.header' : 'desk.sheets.headerLines', header)}</span>
      <span>{t('desk.sheets.columns', { known, all: columns.length })}</span>
      {unread.length > 0 && <span>{t('desk.sheets.unreadOnes', { columns: unread.join(t('desk.sheets.and')) })}</span>}
      {kind !== 'units' && status === 'read' && <span>{unit}</span>}
      {kind === 'hazards' && <PicturesLeftOut sheet={sheet} />}
      <KeptWithImport kind={kind} sheet={sheet} />
    </span>
  );
}

/** Columns that are read and that no page shows afterwards: where they can be seen is said before anything comes in. */
function KeptWithImport({ kind, sheet: { columns } }: Pick<Understanding['batch'], 'kind'> & Pick<Understanding, 'sheet'>) {
  const { t } = useTranslation('imports');
  const words = useImportWords();
  const told = new Set(columns.flatMap(({ field }) => (field === null ? [] : [field])));
  const kept = keptWithImport(kind, told).map((field) => words.field(kind, field));
  return kept.length === 0 ? null : <span>{t('desk.sheets.keptOnly', { columns: kept.join(t('desk.sheets.and')) })}</span>;
}

function PicturesLeftOut({ sheet: { pictures } }: Pick<Understanding, 'sheet'>) {
  const { t } = useTranslation('imports');
  return pictures === undefined ? null : <span>{t('desk.sheets.pictures', { pictures })}</span>;
}

/** Reads a sheet that was left aside, or leaves it out. */
function SheetTurn({ sheet: { sheet, status }, hold }: { readonly sheet: ImportSheet; readonly hold: DraftHold }) {
  const { t } = useTranslation('imports');
  const say = status === 'hidden' || status === 'skipped' ? 'read' : 'skip';
  const chosen = hold.draft.sheets[sheet] === say;
  const turn = () =>
    hold.change((draft) => {
      const { [sheet]: _gone, ...others } = draft.sheets;
      return { ...draft, sheets: chosen ? others : { ...others, [sheet]: say } };
    });
  return (
    <Button size="small" type={chosen ? 'primary' : 'default'} aria-pressed={chosen} onClick={turn}>
      {t(say === 'read' ? 'desk.sheets.read' : 'desk.sheets.skip')}
    </Button>
  );
}

function SheetScope({ sheet: { sheet }, hold }: { readonly sheet: ImportSheet; readonly hold: DraftHold }) {
  const { t } = useTranslation('imports');
  return (
    <div className="imports__scope">
      <label htmlFor={`scope-${sheet}`}>{t('desk.sheets.setScope')}</label>
      <UnitPicker
        id={`scope-${sheet}`}
        source={unitSource}
        value={hold.draft.scopes[sheet] ?? null}
        onChange={(unit) =>
          hold.change((draft) => {
            const { [sheet]: _gone, ...others } = draft.scopes;
            return { ...draft, scopes: unit === null ? others : { ...others, [sheet]: unit } };
          })
        }
      />
    </div>
  );
}
