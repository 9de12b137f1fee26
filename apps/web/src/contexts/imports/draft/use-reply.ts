import type { ImportGroup } from '../queries.ts';
import { isComplete, keyOfKind, type Reply, replyTo } from './draft.ts';
import { isAskedOfMany } from './options.ts';
import type { DraftHold } from './use-draft.ts';

type GroupReply = {
  readonly reply: Reply | null;
  readonly isAnswered: boolean;
  readonly say: (next: Reply) => void;
  /** Takes back what was said to the group: to itself, else to all of its kind. */
  readonly unsay: () => void;
  /** Says the same to all of its kind; null where each needs an answer of its own, or that was said already. */
  readonly sayToAll: (() => void) | null;
};

/** What was said to a group of equal questions, and how to say something else. */
export function useReply(group: ImportGroup, { draft, change }: DraftHold): GroupReply {
  const reply = replyTo(draft, group);
  const isOwn = Object.hasOwn(draft.replies, group.key);
  const sayAt = (key: string, next: Reply | null) => change((now) => ({ ...now, replies: replaced(now.replies, key, next) }));
  const ofKind = keyOfKind(group.code);
  return {
    reply: reply ?? null,
    isAnswered: reply !== undefined && isComplete(reply),
    say: (next) => sayAt(group.key, next),
    unsay: () => sayAt(isOwn ? group.key : ofKind, null),
    sayToAll: isOwn && reply !== undefined && mayBeSaidOfAll(group, reply) ? () => sayAt(ofKind, reply) : null,
  };
}

/** That two hazards are the same is said of each by itself: by one word too few, what is still open would be taken for closed. */
function mayBeSaidOfAll(group: ImportGroup, { how }: Reply): boolean {
  return how !== 'same' && how !== 'taken' && isAskedOfMany(group);
}

function replaced(replies: DraftHold['draft']['replies'], key: string, next: Reply | null): DraftHold['draft']['replies'] {
  const { [key]: _gone, ...others } = replies;
  return next === null ? others : { ...others, [key]: next };
}
