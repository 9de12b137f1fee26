/** What one 点位铭牌 says. */
export type Plate = {
  readonly name: string;
  readonly unit: string;
  /** 消防, 配电室; null when the kind says nothing. */
  readonly kind: string | null;
  /** As people read it out: `ABCDE FGHJK`. */
  readonly code: string;
  /** What the QR code holds: a plain link that every camera opens. */
  readonly address: string;
};

export type PlateSheet = {
  readonly plates: readonly Plate[];
  readonly words: { readonly product: string; readonly call: string; readonly title: string };
  readonly madeAt: Date;
};
