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
  const looked = piece.checkedOn !== null || is === 'arrived' ? [t('phone.checked'), piece.checkedOn].join(' ').trim() : null;
  return <Found looked={looked} condition={foundOf(piece, record)} />;
}

/** When it was looked over, and what is wrong with it. */
function Found({ looked, condition }: { readonly looked: string | null; readonly condition: Piece['condition'] }) {
  const t = useEquipmentWords();
  if (condition === 'intact') return <StatusTag tone={looked === null ? 'neutral' : 'done'}>{looked ?? t('phone.unchecked')}</StatusTag>;
  return (
    <span>
      {looked !== null && <StatusTag tone="neutral">{looked}</StatusTag>} <StatusTag tone="alert">{t(`conditions.${condition}`)}</StatusTag>
    </span>
  );
}

/** What it was found to be: as the server says, or, where that does not know of the look-over yet, as it was handed in here. */
function foundOf({ condition, checkedOn }: Piece, record: LookRecord | undefined): Piece['condition'] {
  const here = record?.passage.standing.is === 'arrived' && checkedOn === null ? conditionOf(record.content) : null;
  return here ?? condition;
}
