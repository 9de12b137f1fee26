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
  const reply = shownReply(group, replyTo(draft, group));
  const isOwn = Object.hasOwn(draft.replies, group.key);
  const sayAt = (key: string, next: Reply | null) => change((now) => ({ ...now, replies: replaced(now.replies, key, next) }));
  const ofKind = keyOfKind(group.code);
  return {
    reply: reply ?? null,
    isAnswered: reply !== undefined && isComplete(reply),
    say: (next) => sayAt(group.key, next),
    unsay: () => sayAt(isOwn ? group.key : ofKind, null),
    sayToAll: isOwn && reply !== undefined && isAskedOfMany(group) ? () => sayAt(ofKind, ofAll(reply)) : null,
  };
}

/** What was said to all of its kind, as it is of this one. */
function shownReply({ candidates: [only] }: ImportGroup, reply: Reply | undefined): Reply | undefined {
  return reply?.how === 'same' && reply.of === null && only !== undefined ? { how: 'same', of: only.value } : reply;
}

/** The same said to all questions of the kind, each about the one that it names. */
function ofAll(reply: Reply): Reply {
  return reply.how === 'same' ? { how: 'same', of: null } : reply;
}

function replaced(replies: DraftHold['draft']['replies'], key: string, next: Reply | null): DraftHold['draft']['replies'] {
  const { [key]: _gone, ...others } = replies;
  return next === null ? others : { ...others, [key]: next };
}
