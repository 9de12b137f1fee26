import { Card } from '../../../phone/ui/card.tsx';
import { StatusTag } from '../../../phone/ui/tags.tsx';
import { conditionOf, type Piece } from './look.ts';
import { lookOf, type LookRecord } from './look-store.ts';
import { type EquipmentWords, nameOf, useEquipmentWords } from './words.ts';

type PieceCardProps = { readonly piece: Piece; readonly records: readonly LookRecord[]; readonly onPress: () => void };

/** One piece: what it is, when it was looked over, and what of that lies on this phone. */
export function PieceCard({ piece, records, onPress }: PieceCardProps) {
  const t = useEquipmentWords();
  return (
    <Card title={nameOf(piece, t)} note={noteOf(piece, t)} onPress={onPress}>
      <Standing piece={piece} record={lookOf(piece.id, records)} />
    </Card>
  );
}

function noteOf({ place, scrapDueOn }: Piece, t: EquipmentWords): string {
  return [place, scrapDueOn === null ? null : t('phone.scrapDue', { on: scrapDueOn })].filter((each) => each !== null).join(' · ');
}

/** How a look-over stands that lies on this phone; of one that has arrived the server tells. */
const standings = {
  draft: { tone: 'moving', word: 'phone.begun' },
  refused: { tone: 'alert', word: 'phone.refused' },
  waiting: { tone: 'waiting', word: 'phone.waitingToSend' },
  sending: { tone: 'waiting', word: 'phone.waitingToSend' },
  arrived: null,
} as const;

type StandingProps = { readonly piece: Piece; readonly record: LookRecord | undefined };

function Standing({ piece, record }: StandingProps) {
  const t = useEquipmentWords();
  const is = record?.passage.standing.is;
  const here = is === undefined ? null : standings[is];
  if (here !== null) return <StatusTag tone={here.tone}>{t(here.word)}</StatusTag>;
  const checked = piece.checkedOn !== null || is === 'arrived';
  const found = foundOf(piece, record);
  return (
    <span>
      {checked && (
        <StatusTag tone={found === 'intact' ? 'done' : 'neutral'}>{[t('phone.checked'), piece.checkedOn].join(' ').trim()}</StatusTag>
      )}{' '}
      {found !== 'intact' && <StatusTag tone="alert">{t(`conditions.${found}`)}</StatusTag>}
      {!checked && found === 'intact' && <StatusTag tone="neutral">{t('phone.unchecked')}</StatusTag>}
    </span>
  );
}

/** What it was found to be: as the server says, or, where that does not know of the look-over yet, as it was handed in here. */
function foundOf({ condition, checkedOn }: Piece, record: LookRecord | undefined): Piece['condition'] {
  const here = record?.passage.standing.is === 'arrived' && checkedOn === null ? conditionOf(record.content) : null;
  return here ?? condition;
}
