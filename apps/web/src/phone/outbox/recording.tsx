import type { ReactNode } from 'react';

import { Notice, Waiting } from '../ui/notice.tsx';
import { Screen } from '../ui/screen.tsx';
import type { OutboxItem } from './item.ts';
import { mayReopen } from './passage.ts';
import { Receipt, type ReceiptHeadings } from './receipt.tsx';

type RecordingProps<Draft> = {
  readonly id: string | undefined;
  /** Null until what an earlier page kept has been read. */
  readonly items: readonly OutboxItem<Draft>[] | null;
  /** `refusal`: why the API would not take it, in its own words. */
  readonly form: (draft: Draft, refusal: string | null) => ReactNode;
  readonly sent: (item: OutboxItem<Draft>) => ReactNode;
  readonly lost: ReactNode;
};

/** A record made on this phone: the form until it is sent, and again when the API would not take it; the receipt from then on. */
export function Recording<Draft>({ id, items, form, sent, lost }: RecordingProps<Draft>): ReactNode {
  if (items === null) return <Waiting />;
  const item = items.find((each) => each.id === id);
  if (item === undefined) return lost;
  const { standing } = item.passage;
  if (standing.is === 'draft') return form(item.content, null);
  if (standing.is === 'refused' && mayReopen(item.passage)) return form(item.content, standing.said);
  return sent(item);
}

type SentProps = {
  readonly title: string;
  readonly back: string | null;
  readonly item: OutboxItem;
  readonly photos: number;
  readonly headings: ReceiptHeadings;
  /** Where to go from here. */
  readonly children?: ReactNode;
};

/** What the server has of it. */
export function SentRecord({ title, back, item, photos, headings, children }: SentProps) {
  return (
    <Screen title={title} back={back}>
      <div className="stack">
        <Receipt item={item} photos={photos} headings={headings} />
        {children !== undefined && <div className="pair">{children}</div>}
      </div>
    </Screen>
  );
}

type LostProps = {
  readonly title: string;
  readonly back: string;
  readonly words: { readonly title: string; readonly next: string };
  readonly children?: ReactNode;
};

/** It is not on this phone any more, or belongs to somebody else. */
export function LostRecord({ title, back, words, children }: LostProps) {
  return (
    <Screen title={title} back={back}>
      <Notice title={words.title} next={words.next}>
        {children}
      </Notice>
    </Screen>
  );
}
