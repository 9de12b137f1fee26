import { assessLettersInput, signLetterInput } from '@changming/domain/responsibilities';
import { refuse } from '@changming/domain/kernel';

import { command } from '../context.ts';
import { letterInSight, lettersInScope, takeStep } from './letter-store.ts';

/** 签订: by the person himself, of exactly the text that he read, told by its hash, wherever it lies. */
export const signLetter = command({
  permission: 'responsibilities.sign',
  input: signLetterInput,
  async run(work, { letterId, sha256 }) {
    const { actor, now, today, trail } = work;
    const before = await letterInSight(work, letterId);
    if (before.state === 'signed' && before.person_id === actor.personId) return trail([], { id: letterId, signedOn: before.signed_on });
    const act = { by: actor.personId, sha256 };
    const changed = await takeStep(work, before, { step: 'sign', act, columns: { signed_at: now, signed_on: today } });
    return trail({ ...changed, after: { ...changed.after, sha256 } }, { id: letterId, signedOn: today });
  },
});

/** 考核: from December of the year on, by whoever stands above, one verdict for several letters. */
export const assessLetters = command({
  permission: 'responsibilities.assess',
  input: assessLettersInput,
  async run(work, { letterIds, verdict, note }) {
    const { actor, now, today, trail } = work;
    const told = [];
    for (const before of await lettersInScope(work, letterIds)) {
      if (today < `${before.year}-12-01`) refuse('conflict', 'responsibilities.assessed_early', { year: before.year });
      const columns = { assessed_at: now, assessed_by_id: actor.personId, verdict, verdict_note: note };
      const changed = await takeStep(work, before, { step: 'assess', act: { by: actor.personId }, columns });
      told.push({ ...changed, after: { ...changed.after, verdict, note } });
    }
    return trail(told, { assessed: told.length });
  },
});
