import type { ComponentType } from 'react';

import type { PhonePhoto } from '../photos/prepare-photo.ts';
import type { Passage } from './passage.ts';

/** A record made on this phone, from its first photo until the server has all of it. `content` is plain data; photos lie apart. */
export type OutboxItem<Content = unknown> = {
  /** A UUID made here; the server knows the record, or the act, by it. */
  readonly id: string;
  /** One of `outbox-kinds.ts`. */
  readonly kind: string;
  /** The account that made it, and nobody else sees or sends it. Null by the public door. */
  readonly ownerId: string | null;
  /** ms; the oldest is sent first. */
  readonly at: number;
  readonly content: Content;
  readonly passage: Passage;
};

/** What the server said to the words: its receipt, which photos it misses, and how it takes one. */
export type HandedIn = {
  readonly number: string;
  readonly missing: readonly string[];
  /** What it would not take besides the words, which it has. */
  readonly refused?: Error;
  readonly sendPhoto: (photo: PhonePhoto, content: Blob, onShare: (share: number) => void) => Promise<void>;
};

/** How records of one kind are sent. A kind is one file `contexts/<context>/phone/<name>-kind.ts` and one line in `outbox-kinds.ts`. */
export type OutboxKind<Content> = {
  readonly kind: string;
  readonly photosOf: (content: Content) => readonly PhonePhoto[];
  /**
   * Hands in the words. It is called again after every failure, and again when the photos are through, so the same item must be the same
   * record however often it is sent.
   *
   * @throws ProblemError when the API refuses, NetworkError when it was not reached
   */
  readonly handIn: (item: OutboxItem<Content>) => Promise<HandedIn>;
  /** Whether nothing was filled in yet: no word, no choice, no photo. Only such a draft may be forgotten. */
  readonly isBlank: (content: Content) => boolean;
  /** What it is and where, as the title of its card. */
  readonly Name: ComponentType<{ readonly content: Content }>;
  /** The screen that shows it, or what became of it once it has arrived. */
  readonly addressOf: (content: Content, arrived: boolean) => string;
  /** Everything that was written into it, to be copied by hand. */
  readonly textOf: (content: Content) => string;
  /** Who was faster, or what changed meanwhile, where the refusal alone does not say; null when there is nothing to add. */
  readonly explain?: (item: OutboxItem<Content>, code: string) => Promise<string | null>;
};
